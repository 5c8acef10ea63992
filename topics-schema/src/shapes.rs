//! The file of the shapes.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use topics_core::lock::same_type;

use crate::ShapeChange;
use crate::accepts::refusals;
use crate::change::Kind;

/// The shapes of the payloads of one hierarchy.
///
/// The file is a JSON object. Its `read` holds the JSON Schema (draft 7) of what is read as each payload type, by the
/// name that the lock has; its `written` holds how a type is written, where that differs. `Display` writes it, sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shapes(BTreeMap<String, Shape>);

/// The shape of a payload.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    read: Value,
    written: Value,
}

/// The error of a text that is not a file of shapes.
#[derive(Debug)]
pub struct ShapesError(Option<serde_json::Error>);

impl Shape {
    /// A payload that is read by one schema and written by another, which may be the same.
    #[must_use]
    pub fn new(read: Value, written: Value) -> Self {
        let [read, written] = [read, written].map(sorted);
        Self { read, written }
    }

    /// The JSON Schema of what is read.
    #[must_use]
    pub fn read(&self) -> &Value {
        &self.read
    }

    /// The JSON Schema of what is written.
    #[must_use]
    pub fn written(&self) -> &Value {
        &self.written
    }

    fn changes_to(&self, new: &Self) -> Vec<Kind> {
        let mut kinds = Vec::new();
        for (place, what) in refusals(&new.written, &self.read) {
            kinds.push(Kind::BreaksReaders(place, what));
        }
        for (place, what) in refusals(&self.written, &new.read) {
            kinds.push(Kind::BreaksWriters(place, what));
        }
        if kinds.is_empty() && self != new {
            let mut places = Vec::new();
            differences(&self.read, &new.read, "", &mut places);
            differences(&self.written, &new.written, "", &mut places);
            places.sort_unstable();
            kinds.push(if places.is_empty() {
                Kind::Reworded
            } else {
                Kind::Compatible(places)
            });
        }
        kinds
    }
}

impl Shapes {
    /// The path of the shapes that belong to a lock: `topics.schemas.json` beside `topics.lock`.
    #[must_use]
    pub fn beside(lock: &Path) -> PathBuf {
        lock.with_extension("schemas.json")
    }

    /// Reads a file of shapes; an empty text holds none.
    ///
    /// # Errors
    ///
    /// If it is not JSON, or JSON of another form.
    pub fn parse(text: &str) -> Result<Self, ShapesError> {
        if text.trim().is_empty() {
            return Ok(Self::default());
        }
        let file: Value = serde_json::from_str(text).map_err(|error| ShapesError(Some(error)))?;
        let part = |name| match file.get(name) {
            None => Ok(Map::new()),
            Some(Value::Object(part)) => Ok(part.clone()),
            Some(_) => Err(ShapesError(None)),
        };
        if !file.is_object() {
            return Err(ShapesError(None));
        }
        let mut written = part("written")?;
        let shapes = part("read")?.into_iter().map(|(payload, read)| {
            let written = written.remove(&payload).unwrap_or_else(|| read.clone());
            (payload, Shape::new(read, written))
        });
        Ok(Self(shapes.collect()))
    }

    /// Sets the shape of a payload type.
    pub fn insert(&mut self, payload: &str, shape: Shape) {
        self.0.insert(payload.to_owned(), shape);
    }

    /// The shape of the payload type with this name, or else of one that differs only in how much of its path is written.
    #[must_use]
    pub fn get(&self, payload: &str) -> Option<&Shape> {
        let respelled = || self.iter().find(|(name, _)| same_type(name, payload));
        let found = self.0.get(payload);
        found.or_else(|| Some(respelled()?.1))
    }

    /// The payload types, sorted, with their shapes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Shape)> {
        self.0
            .iter()
            .map(|(payload, shape)| (payload.as_str(), shape))
    }

    /// Whether no shape is recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Lists the changes from these shapes to `new`, by payload; `in_use` says whether the new lock has a payload.
    #[must_use]
    pub fn changes_to(&self, new: &Self, in_use: impl Fn(&str) -> bool) -> Vec<ShapeChange> {
        let mut changes = Vec::new();
        let mut tell = |payload: &str, kind| {
            let payload = payload.to_owned();
            changes.push(ShapeChange { payload, kind });
        };
        for (payload, before) in self.iter() {
            match new.get(payload) {
                Some(after) => {
                    for kind in before.changes_to(after) {
                        tell(payload, kind);
                    }
                }
                None if in_use(payload) => tell(payload, Kind::Lost),
                None => tell(payload, Kind::Unused),
            }
        }
        for (payload, _) in new.iter() {
            if self.get(payload).is_none() {
                tell(payload, Kind::Recorded);
            }
        }
        changes
    }
}

/// The text of the file; for equal shapes it is the same.
impl fmt::Display for Shapes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut read, mut written) = (Map::new(), Map::new());
        for (payload, shape) in &self.0 {
            read.insert(payload.clone(), shape.read.clone());
            if shape.written != shape.read {
                written.insert(payload.clone(), shape.written.clone());
            }
        }
        let file = if written.is_empty() {
            json!({ "read": read })
        } else {
            json!({ "read": read, "written": written })
        };
        writeln!(f, "{file:#}")
    }
}

impl fmt::Display for ShapesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(error) => error.fmt(f),
            None => f.write_str("expected an object with an object `read`"),
        }
    }
}

impl std::error::Error for ShapesError {}

/// The same schema with its keys in order, and whatever else has an order that says nothing.
fn sorted(schema: Value) -> Value {
    match schema {
        Value::Object(map) => {
            let map: BTreeMap<String, Value> = map.into_iter().collect();
            let map = map.into_iter().map(|(key, value)| {
                let mut value = sorted(value);
                if key == "required"
                    && let Some(names) = value.as_array_mut()
                {
                    names.sort_by_key(ToString::to_string);
                }
                (key, value)
            });
            Value::Object(map.collect())
        }
        Value::Array(values) => values.into_iter().map(sorted).collect(),
        other => other,
    }
}

/// What is said about a value, and does not restrict it.
pub(crate) const ANNOTATIONS: [&str; 10] = [
    "$comment",
    "$id",
    "$schema",
    "default",
    "deprecated",
    "description",
    "examples",
    "readOnly",
    "title",
    "writeOnly",
];

/// The properties in which two schemas differ, in more than what is said about them.
fn differences(old: &Value, new: &Value, place: &str, places: &mut Vec<String>) {
    let (Value::Object(before), Value::Object(after)) = (old, new) else {
        if old != new {
            let place = place.trim_start_matches('.').to_owned();
            if !places.contains(&place) {
                places.push(place);
            }
        }
        return;
    };
    let keys = before
        .keys()
        .chain(after.keys().filter(|key| !before.contains_key(*key)));
    for key in keys.filter(|key| !ANNOTATIONS.contains(&key.as_str())) {
        let (old, new) = (before.get(key), after.get(key));
        let (old, new) = (old.unwrap_or(&Value::Null), new.unwrap_or(&Value::Null));
        if key == "properties" || key == "definitions" {
            let empty = Map::new();
            let [old, new] = [old, new].map(|part| part.as_object().unwrap_or(&empty));
            for name in old
                .keys()
                .chain(new.keys().filter(|name| !old.contains_key(*name)))
            {
                let [old, new] = [old, new].map(|part| part.get(name).unwrap_or(&Value::Null));
                differences(old, new, &format!("{place}.{name}"), places);
            }
        } else if key == "required" {
            let names = [(old, new), (new, old)].map(|(some, others)| {
                let is_there =
                    |name: &&Value| others.as_array().is_some_and(|all| all.contains(name));
                let names = some.as_array().into_iter().flatten();
                names.filter(move |name| !is_there(name))
            });
            for name in names.into_iter().flatten().filter_map(Value::as_str) {
                differences(
                    &Value::Null,
                    &Value::Bool(true),
                    &format!("{place}.{name}"),
                    places,
                );
            }
        } else {
            differences(old, new, place, places);
        }
    }
}
