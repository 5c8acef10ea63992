//! A schema as alternatives, each of which is one object of keywords: without references, without `anyOf`, and with one
//! type or one value.

use serde_json::{Map, Value};

pub(crate) type Keywords = Map<String, Value>;

/// More alternatives than this are left as they are, which counts as what cannot be compared.
const MOST: usize = 256;

/// How many references lead to others; more would be a circle.
const DEEPEST: usize = 32;

/// The alternatives of a schema; none if no value is allowed.
pub(crate) fn alternatives(schema: &Value, root: &Value) -> Vec<Keywords> {
    let mut split = Vec::new();
    for keywords in expand(schema, root, DEEPEST) {
        split_values(keywords, &mut split);
    }
    split
}

fn expand(schema: &Value, root: &Value, depth: usize) -> Vec<Keywords> {
    let keywords = match schema {
        Value::Bool(false) => return Vec::new(),
        Value::Object(keywords) => keywords,
        _ => return vec![Keywords::new()],
    };
    let mut base = keywords.clone();
    let mut all = vec![Keywords::new()];
    if let Some(reference) = base.remove("$ref") {
        let pointer = reference.as_str().and_then(|text| text.strip_prefix('#'));
        match pointer.and_then(|pointer| root.pointer(pointer)) {
            Some(target) if depth > 0 => all = product(&all, &expand(target, root, depth - 1)),
            _ => {
                base.insert("$ref".to_owned(), reference);
            }
        }
    }
    let is_one_of = |key: &str| matches!(key, "anyOf" | "oneOf");
    for key in ["allOf", "anyOf", "oneOf"] {
        let Some(Value::Array(parts)) = base.remove(key) else {
            continue;
        };
        let parts = parts.iter().map(|part| expand(part, root, depth));
        if is_one_of(key) {
            all = product(&all, &parts.flatten().collect::<Vec<_>>());
        } else {
            all = parts.fold(all, |all, part| product(&all, &part));
        }
    }
    product(&all, &[base])
}

/// What is allowed by one of the first and one of the second.
fn product(first: &[Keywords], second: &[Keywords]) -> Vec<Keywords> {
    if first.len() * second.len() > MOST {
        let unknown = Keywords::from_iter([("anyOf".to_owned(), Value::Null)]);
        return vec![unknown];
    }
    let pairs = first
        .iter()
        .flat_map(|one| second.iter().map(move |other| (one, other)));
    pairs.map(|(one, other)| both(one, other)).collect()
}

/// The keywords of two schemas that hold together.
fn both(one: &Keywords, other: &Keywords) -> Keywords {
    let mut merged = one.clone();
    for (key, value) in other {
        let Some(present) = merged.get_mut(key) else {
            merged.insert(key.clone(), value.clone());
            continue;
        };
        match (present, value) {
            (Value::Object(present), Value::Object(more)) if key == "properties" => {
                for (name, schema) in more {
                    let both = match present.remove(name) {
                        Some(before) if before != *schema => {
                            serde_json::json!({ "allOf": [before, schema] })
                        }
                        _ => schema.clone(),
                    };
                    present.insert(name.clone(), both);
                }
            }
            (Value::Array(present), Value::Array(more)) if key == "required" => {
                for name in more {
                    if !present.contains(name) {
                        present.push(name.clone());
                    }
                }
            }
            // The narrower type would be right, and both in one place come from hand-written schemas only.
            (present, value) => *present = value.clone(),
        }
    }
    merged
}

/// One for each type and each value that is listed.
fn split_values(mut keywords: Keywords, split: &mut Vec<Keywords>) {
    let (key, values) = match (keywords.remove("enum"), keywords.remove("type")) {
        (Some(Value::Array(values)), _) => ("const", values),
        (_, Some(Value::Array(types))) => ("type", types),
        (_, of) => {
            if let Some(of) = of.filter(|_| !keywords.contains_key("const")) {
                keywords.insert("type".to_owned(), of);
            }
            return split.push(keywords);
        }
    };
    for value in values {
        let mut one = keywords.clone();
        one.insert(key.to_owned(), value);
        split.push(one);
    }
}
