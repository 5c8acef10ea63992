//! The shapes of payloads, in a file beside the lock.

use std::format;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::string::{String, ToString as _};

use topics_core::lock::Lock;
use topics_schema::{Effect, Shape, ShapeChange, Shapes};

use super::{TO_RECORD, file, in_file, listed};

pub use topics_schema::{Probe, WithoutShape};

/// The name of a payload type, as the lock has it, and its shape if it has one.
pub type PayloadShape = (&'static str, fn() -> Option<Shape>);

/// Compares the file with the shapes of the payloads; or, where the environment asks for it, writes the file.
pub(super) fn compare_or_write(
    lock: &str,
    declared: &str,
    payloads: &[PayloadShape],
) -> Result<(), String> {
    let path = &Shapes::beside(Path::new(lock));
    let shown = path.display();
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        text => text.map_err(|error| in_file(&shown, &error))?,
    };
    let old = Shapes::parse(&text).map_err(|error| in_file(&shown, &error))?;
    let lock_now = Lock::parse(declared).map_err(|error| error.to_string())?;
    let in_use = |name: &str| lock_now.payload_types().contains(&name);
    let new = declared_shapes(&old, payloads, in_use);
    let changes = old.changes_to(&new, in_use);
    let is_update = file::is_update_asked_for()?;
    if is_update && !changes.iter().any(ShapeChange::is_breaking) {
        let text_now = new.to_string();
        if text_now == text || new.is_empty() && text.is_empty() {
            return Ok(());
        }
        return file::write_beside(path, &text_now);
    }
    let mut told = changes
        .iter()
        .filter(|change| change.effect() != Effect::Rewords)
        .peekable();
    if told.peek().is_none() {
        return Ok(());
    }
    let remedy = if changes.iter().any(ShapeChange::is_breaking) {
        "\nundo what breaks readers or writers, or delete the payload from that file to break them on purpose"
    } else {
        TO_RECORD
    };
    let head = format!("the shapes of payloads are not as `{shown}` records them");
    Err(listed(head, told) + remedy)
}

/// The shapes of this configuration, and of the other payloads of the hierarchy what is recorded.
fn declared_shapes(
    old: &Shapes,
    payloads: &[PayloadShape],
    in_use: impl Fn(&str) -> bool,
) -> Shapes {
    let is_here = |name| payloads.iter().any(|(payload, _)| *payload == name);
    let elsewhere = old
        .iter()
        .filter(|(name, _)| in_use(name) && !is_here(*name));
    let elsewhere = elsewhere.map(|(name, shape)| (name, shape.clone()));
    let here = payloads.iter();
    let here = here.filter_map(|(name, shape)| Some((*name, shape()?)));
    let mut new = Shapes::default();
    for (name, shape) in elsewhere.chain(here) {
        new.insert(name, shape);
    }
    new
}

#[cfg(test)]
mod tests;
