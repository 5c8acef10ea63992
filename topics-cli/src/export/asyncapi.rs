//! An AsyncAPI document.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use topics::lock::{Lock, LockEntry, LockType};
use topics::{Pattern, PlaceholderKind, Template, TemplateSegment};
use topics_schema::Shapes;

use crate::concrete::overlaps;
use crate::former::successor;
use crate::role::Role;

/// The version of the specification.
const VERSION: &str = "3.1.0";

/// A channel for each template, a message for each payload, and the operations of a role.
pub(super) fn document(lock: &Lock, shapes: &Shapes, role: Option<&Role>) -> Value {
    let mut schemas = Map::new();
    let (mut channels, mut operations, mut messages) = (Map::new(), Map::new(), Map::new());
    let mut keys = BTreeSet::new();
    for entry in lock.entries() {
        let template = entry.template();
        let key = unique(&key_of(&template), &mut keys);
        for name in [entry.payload(), entry.reply()].into_iter().flatten() {
            let key = identifier(name);
            let mut message = json!({ "name": name });
            if let Some(shape) = shapes.get(name) {
                message["payload"] = json!({ "$ref": format!("#/components/schemas/{key}") });
                schemas.insert(key.clone(), moved(shape.written(), &key));
            }
            messages.insert(key, message);
        }
        for (action, patterns) in operations_of(role) {
            let mut patterns = patterns.iter();
            if patterns.any(|pattern| overlaps(lock, &template, pattern)) {
                operations.insert(format!("{action}-{key}"), operation(action, &key, entry));
            }
        }
        let mut channel = channel(lock, entry);
        if let Some(now) = successor(lock, template) {
            channel["x-former-name-of"] = now.as_str().into();
        }
        channels.insert(key, channel);
    }
    let mut document = json!({
        "asyncapi": VERSION,
        "info": { "title": lock.hierarchy().unwrap_or("Topics"), "version": "1.0.0" },
        "channels": channels,
    });
    if role.is_some() {
        document["operations"] = operations.into();
    }
    document["components"] = json!({ "messages": messages });
    if !schemas.is_empty() {
        document["components"]["schemas"] = schemas.into();
    }
    document
}

/// A schema as one of the document's, with its references to its own parts.
fn moved(schema: &Value, key: &str) -> Value {
    match schema {
        Value::Object(map) => {
            let map = map.iter().map(|(name, value)| {
                let reference = value.as_str().filter(|_| name == "$ref");
                let value = match reference.and_then(|reference| reference.strip_prefix('#')) {
                    Some(rest) => format!("#/components/schemas/{key}{rest}").into(),
                    None => moved(value, key),
                };
                (name.clone(), value)
            });
            Value::Object(map.collect())
        }
        Value::Array(values) => values.iter().map(|value| moved(value, key)).collect(),
        other => other.clone(),
    }
}

/// The patterns of a role, by what is done with them.
fn operations_of(role: Option<&Role>) -> Vec<(&'static str, Vec<&Pattern<'static>>)> {
    let Some(role) = role else {
        return Vec::new();
    };
    let subscribed = role.subscribe.iter().map(|(pattern, _)| pattern);
    vec![
        ("send", role.publish.iter().collect()),
        ("receive", subscribed.collect()),
    ]
}

fn operation(action: &str, channel: &str, entry: &LockEntry) -> Value {
    let mut operation = json!({
        "action": action,
        "channel": { "$ref": format!("#/channels/{channel}") },
    });
    if let Some(reply) = entry.reply() {
        operation["x-reply"] = message(reply);
    }
    operation
}

fn channel(lock: &Lock, entry: &LockEntry) -> Value {
    let template = entry.template();
    let mut names = BTreeSet::new();
    let (mut address, mut parameters) = (Vec::new(), Map::new());
    for segment in template.segments() {
        match &segment {
            TemplateSegment::Literal(text) => address.push((*text).to_owned()),
            TemplateSegment::Placeholder(placeholder) => {
                let name = unique(&identifier(placeholder.name()), &mut names);
                address.push(format!("{{{name}}}"));
                parameters.insert(name, parameter(lock, placeholder.kind()));
            }
        }
    }
    let mut channel = json!({ "address": address.join(".") });
    if !parameters.is_empty() {
        channel["parameters"] = parameters.into();
    }
    if let Some(payload) = entry.payload() {
        let mut messages = Map::new();
        messages.insert(identifier(payload), message(payload));
        channel["messages"] = messages.into();
    }
    channel["x-template"] = template.as_str().into();
    channel
}

fn message(name: &str) -> Value {
    json!({ "$ref": format!("#/components/messages/{}", identifier(name)) })
}

fn parameter(lock: &Lock, kind: &PlaceholderKind<'_>) -> Value {
    match kind {
        PlaceholderKind::Closed(values) => {
            let values: Vec<_> = values.clone().collect();
            json!({ "enum": values })
        }
        PlaceholderKind::Typed(name) => {
            let recorded = lock.type_named(name).map(LockType::texts);
            match (recorded, recorded.and_then(|texts| texts.values())) {
                (_, Some(values)) => json!({ "enum": values.collect::<Vec<_>>(), "x-type": name }),
                (Some(texts), None) => json!({ "x-type": name, "x-texts": texts.as_str() }),
                (None, None) => json!({ "x-type": name }),
            }
        }
        // A parameter of a document is one segment.
        PlaceholderKind::Tail => json!({ "x-tail": true }),
        _ => json!({}),
    }
}

/// The literal segments and the names of placeholders.
fn key_of(template: &Template<'_>) -> String {
    let pieces = template.segments().map(|segment| match &segment {
        TemplateSegment::Literal(text) => identifier(text),
        TemplateSegment::Placeholder(placeholder) => identifier(placeholder.name()),
    });
    pieces.collect::<Vec<_>>().join("-")
}

/// A text of the characters that a name in a document may have.
fn identifier(text: &str) -> String {
    let is_fit = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let c = text.chars().map(|c| if is_fit(c) { c } else { '_' });
    c.collect()
}

/// A name that is not taken, which is taken then.
fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut unique = name.to_owned();
    let mut number = 2_u32;
    while !taken.insert(unique.clone()) {
        unique = format!("{name}_{number}");
        number += 1;
    }
    unique
}
