//! Whether a reader accepts all that a writer writes.
//!
//! A writer is taken to write the properties that its schema has, and no others: that is how the types of Rust are
//! written. A reader takes what its schema allows. What cannot be compared is refused, and told as that.

use serde_json::Value;

use crate::alternatives::{Keywords, alternatives};
use crate::shapes::ANNOTATIONS;

/// What a reader refuses: the place, and what the value may be there.
pub(crate) type Refusal = (String, String);

/// What a reader refuses of what is written; nothing if it accepts all.
pub(crate) fn refusals(written: &Value, read: &Value) -> Vec<Refusal> {
    let comparison = Comparison { written, read };
    let mut open = Vec::new();
    let mut refusals = comparison.of(written, read, "", &mut open);
    refusals.dedup();
    refusals
}

struct Comparison<'a> {
    /// The whole schemas, in which references are looked up.
    written: &'a Value,
    read: &'a Value,
}

/// The pairs that are being compared. Types that contain themselves come back to one of them.
type Open = Vec<(Value, Value)>;

impl Comparison<'_> {
    fn of(&self, written: &Value, read: &Value, place: &str, open: &mut Open) -> Vec<Refusal> {
        if open
            .iter()
            .any(|(one, other)| one == written && other == read)
        {
            return Vec::new();
        }
        open.push((written.clone(), read.clone()));
        let readers = alternatives(read, self.read);
        let mut refusals = Vec::new();
        for writer in alternatives(written, self.written) {
            let of_kin = readers.iter().filter(|reader| are_kin(&writer, reader));
            let tried = of_kin.map(|reader| self.of_one(&writer, reader, place, open));
            match tried.min_by_key(Vec::len) {
                Some(refused) => refusals.extend(refused),
                None => refusals.push((place.to_owned(), format!("may be {}", name_of(&writer)))),
            }
        }
        open.pop();
        refusals
    }

    /// Of one alternative each, which are of one kind.
    fn of_one(
        &self,
        writer: &Keywords,
        reader: &Keywords,
        place: &str,
        open: &mut Open,
    ) -> Vec<Refusal> {
        let mut found = Vec::new();
        let mut refuse = |what: &str| found.push((place.to_owned(), what.to_owned()));
        for (key, value) in reader {
            let of_writer = writer.get(key);
            if of_writer == Some(value) || ANNOTATIONS.contains(&key.as_str()) {
                continue;
            }
            let [ours, theirs] = [of_writer, Some(value)].map(|limit| limit?.as_f64());
            let is_within = |beyond: fn(&f64, &f64) -> bool| match (ours, theirs) {
                (Some(ours), Some(theirs)) => !beyond(&ours, &theirs),
                _ => false,
            };
            let exact = writer.contains_key("const");
            match key.as_str() {
                // Compared below, or by the kind.
                "type"
                | "const"
                | "properties"
                | "required"
                | "additionalProperties"
                | "items"
                | "additionalItems"
                | "definitions"
                | "patternProperties" => {}
                _ if exact => {}
                "minimum" | "exclusiveMinimum"
                    if !range(writer).0.is_some_and(|low| Some(low) >= theirs) =>
                {
                    refuse(&format!("may be below {value}"));
                }
                "maximum" | "exclusiveMaximum"
                    if !range(writer).1.is_some_and(|high| Some(high) <= theirs) =>
                {
                    refuse(&format!("may be above {value}"));
                }
                "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {}
                "minLength" | "minItems" | "minProperties" if is_within(|a, b| a < b) => {}
                "maxLength" | "maxItems" | "maxProperties" if is_within(|a, b| a > b) => {}
                "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
                | "maxProperties" => {
                    refuse(&format!("may be beyond `{key}` {value}"));
                }
                "format" => {
                    if let Some(what) = beyond_format(writer, reader, value) {
                        refuse(&what);
                    }
                }
                "pattern" => refuse(&format!("may not match {value}")),
                "uniqueItems" if value == false => {}
                "uniqueItems" => refuse("may have an item twice"),
                _ => refuse(&format!("may differ by `{key}`, which cannot be compared,")),
            }
        }
        if !writer.contains_key("const") {
            self.properties(writer, reader, place, open, &mut found);
            self.items(writer, reader, place, open, &mut found);
        }
        found
    }

    fn properties(
        &self,
        writer: &Keywords,
        reader: &Keywords,
        place: &str,
        open: &mut Open,
        found: &mut Vec<Refusal>,
    ) {
        let at = |name: &str| format!("{place}.{name}");
        for name in required(reader) {
            if !required(writer).any(|other| other == name) {
                found.push((at(name), "may be missing".to_owned()));
            }
        }
        let rest = reader
            .get("additionalProperties")
            .unwrap_or(&Value::Bool(true));
        // Maps: any name, or any that has a pattern.
        let more = writer.get("additionalProperties");
        let more = more
            .filter(|more| **more != false)
            .map(|schema| ("*", schema));
        for (key, more) in [("properties", None), ("patternProperties", more)] {
            let theirs = members(reader, key);
            for (name, schema) in members(writer, key).into_iter().chain(more) {
                let declared = theirs.iter().find(|(other, _)| *other == name);
                match declared.map_or(rest, |(_, schema)| schema) {
                    Value::Bool(true) => {}
                    Value::Bool(false) => found.push((at(name), "may be there".to_owned())),
                    theirs => found.extend(self.of(schema, theirs, &at(name), open)),
                }
            }
        }
    }

    fn items(
        &self,
        writer: &Keywords,
        reader: &Keywords,
        place: &str,
        open: &mut Open,
        found: &mut Vec<Refusal>,
    ) {
        let most = writer
            .get("maxItems")
            .and_then(Value::as_u64)
            .unwrap_or(u64::MAX);
        let [ours, theirs] = [writer, reader].map(|of| match of.get("items") {
            Some(Value::Array(items)) => items.len(),
            _ => 0,
        });
        for index in 0..=ours.max(theirs) {
            if index as u64 >= most {
                break;
            }
            let is_rest = index == ours.max(theirs);
            let place = if is_rest {
                format!("{place}[]")
            } else {
                format!("{place}[{index}]")
            };
            found.extend(self.of(item(writer, index), item(reader, index), &place, open));
        }
    }
}

/// The schema of one item of a list.
fn item(list: &Keywords, index: usize) -> &Value {
    let any = &Value::Bool(true);
    match list.get("items") {
        Some(Value::Array(items)) => {
            let rest = || list.get("additionalItems").unwrap_or(any);
            items.get(index).unwrap_or_else(rest)
        }
        Some(items) => items,
        None => any,
    }
}

fn members<'a>(of: &'a Keywords, key: &str) -> Vec<(&'a str, &'a Value)> {
    let members = of.get(key).and_then(Value::as_object);
    let members = members.into_iter().flatten();
    members
        .map(|(name, schema)| (name.as_str(), schema))
        .collect()
}

fn required(of: &Keywords) -> impl Iterator<Item = &str> {
    let names = of.get("required").and_then(Value::as_array);
    names.into_iter().flatten().filter_map(Value::as_str)
}

/// Whether two alternatives are so alike that the one could be a version of the other: of one type, and where a property
/// tells variants of an enum apart, with the same value there.
fn are_kin(writer: &Keywords, reader: &Keywords) -> bool {
    if let Some(value) = reader.get("const") {
        return writer.get("const") == Some(value);
    }
    let Some(of_reader) = reader.get("type").and_then(Value::as_str) else {
        return true;
    };
    let of_writer = match writer.get("const") {
        Some(value) => type_of(value),
        None => writer
            .get("type")
            .and_then(Value::as_str)
            .unwrap_or_default(),
    };
    if of_writer != of_reader && (of_writer, of_reader) != ("integer", "number") {
        return false;
    }
    let (ours, theirs) = (members(writer, "properties"), members(reader, "properties"));
    let has_one = |of: &Keywords| {
        of.get("additionalProperties") == Some(&Value::Bool(false)) && required(of).count() == 1
    };
    let is_variant = has_one(writer) && has_one(reader) && ours.len() == 1 && theirs.len() == 1;
    let tag = |name: &str, of: &[(&str, &Value)]| {
        let schema = of.iter().find(|(other, _)| *other == name)?.1;
        schema
            .get("const")
            .or_else(|| {
                schema
                    .get("enum")?
                    .as_array()
                    .filter(|values| values.len() == 1)?
                    .first()
            })
            .cloned()
    };
    let tags_agree = ours
        .iter()
        .all(|(name, _)| match (tag(name, &ours), tag(name, &theirs)) {
            (Some(our), Some(their)) => our == their,
            _ => true,
        });
    tags_agree && (!is_variant || ours[0].0 == theirs[0].0)
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// What the alternative is called where the reader has nothing like it.
fn name_of(writer: &Keywords) -> String {
    if let Some(value) = writer.get("const") {
        return format!("`{value}`");
    }
    for (name, schema) in members(writer, "properties") {
        if let Some(tag) = schema.get("const") {
            return format!("an object with `{name}` {tag}");
        }
    }
    match (
        writer.get("type").and_then(Value::as_str),
        required(writer).next(),
    ) {
        (Some("object"), Some(name)) => format!("an object with `{name}`"),
        (Some("null"), _) => "null".to_owned(),
        (Some(of @ ("array" | "object" | "integer")), _) => format!("an {of}"),
        (Some(of), _) => format!("a {of}"),
        (None, _) => "anything".to_owned(),
    }
}

/// The lowest and the highest number, where they are known.
fn range(of: &Keywords) -> (Option<f64>, Option<f64>) {
    let limit = |key: &str| of.get(key).and_then(Value::as_f64);
    let (low, high) = match of.get("format").and_then(Value::as_str).and_then(integer) {
        Some((low, high)) => (Some(low), Some(high)),
        None => (None, None),
    };
    (
        limit("minimum").or(limit("exclusiveMinimum")).or(low),
        limit("maximum").or(limit("exclusiveMaximum")).or(high),
    )
}

/// The limits of an integer of Rust.
fn integer(format: &str) -> Option<(f64, f64)> {
    let (is_signed, bits) = match format.strip_prefix("uint") {
        Some(bits) => (false, bits),
        None => (true, format.strip_prefix("int")?),
    };
    let bits: i32 = if bits.is_empty() {
        64
    } else {
        bits.parse().ok()?
    };
    let high = 2_f64.powi(if is_signed { bits - 1 } else { bits });
    Some((if is_signed { -high } else { 0.0 }, high - 1.0))
}

/// What is written beyond the format that is read.
fn beyond_format(writer: &Keywords, reader: &Keywords, format: &Value) -> Option<String> {
    let name = format.as_str().unwrap_or_default();
    if integer(name).is_some() {
        let ((low, high), (least, most)) = (range(writer), range(reader));
        let is_low = low.zip(least).is_none_or(|(low, least)| low < least);
        let is_high = high.zip(most).is_none_or(|(high, most)| high > most);
        // The words for a limit are said by the limit, where it is in the schema.
        return match (
            is_low && !reader.contains_key("minimum"),
            is_high && !reader.contains_key("maximum"),
        ) {
            (false, false) => None,
            _ => Some(format!("may be beyond `{name}`")),
        };
    }
    match (name, writer.get("format").and_then(Value::as_str)) {
        ("double", _) => None,
        ("float", None) if writer.get("type").is_some_and(|of| of == "integer") => None,
        _ => Some(format!("may be other than `{name}`")),
    }
}
