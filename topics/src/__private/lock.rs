//! The generated test of a lock: what is declared must have been recorded.

#[cfg(feature = "std")]
mod file;
#[cfg(feature = "schema")]
mod shapes;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};
use core::str;

use topics_core::Texts;
use topics_core::lock::{Effect, Lock, LockType};

pub use core::include_bytes;
pub use core::prelude::v1::test;
pub use core::primitive::u8;
pub use topics_core::lock::TypePromise;

pub use crate::__topics_shapes as shapes_of;
#[cfg(feature = "schema")]
pub use shapes::{PayloadShape, Probe, WithoutShape};

/// The name of a payload type, and its shape; none without the feature that can tell it.
#[cfg(not(feature = "schema"))]
pub type PayloadShape = core::convert::Infallible;

/// The payload types with their shapes. Without the feature `schema` they are not even named.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __topics_shapes {
    ($($(#[$cfg:meta])* $name:literal $of:ty;)*) => {{
        #[allow(unused_imports)]
        use $crate::__private::lock::WithoutShape as _;
        &[$($(#[$cfg])* ($name, $crate::__private::lock::Probe::<$of>::shape)),*]
    }};
}

/// The same, of nothing.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __topics_shapes {
    ($($payloads:tt)*) => {
        &[]
    };
}

/// The name of a type, and its texts.
pub type TypeTexts = (&'static str, Texts<'static>);

/// Compares the file, as it was when the test was compiled, with what is declared; or, where the
/// environment asks for it, writes the file.
///
/// What is declared comes with the types that the file has recorded: not every type is there under every
/// configuration, and then it stays as it is. The same holds for the shapes of payloads in the file beside it.
///
/// # Panics
///
/// If they differ, or if the file cannot be written; that is what fails the test.
#[track_caller]
pub fn check(
    path: &str,
    recorded: &[u8],
    declared: &str,
    types: &[TypeTexts],
    payloads: &[PayloadShape],
) {
    let checked = compare_or_write(path, recorded, declared, types);
    #[cfg(feature = "schema")]
    let checked = checked.and_then(|()| shapes::compare_or_write(path, declared, payloads));
    #[cfg(not(feature = "schema"))]
    let _ = payloads;
    if let Err(failure) = checked {
        panic!("{failure}");
    }
}

fn compare_or_write(
    path: &str,
    recorded: &[u8],
    declared: &str,
    types: &[TypeTexts],
) -> Result<(), String> {
    let new = Lock::parse(declared).map_err(|error| in_file(path, &error))?;
    let new = with_texts(new, types);
    #[cfg(feature = "std")]
    if file::is_update_asked_for()? {
        return file::update(path.as_ref(), &new)
            .map_err(|why| alloc::format!("`{path}` is left as it was: {why}"));
    }
    let recorded = str::from_utf8(recorded).map_err(|error| in_file(path, &error))?;
    let old = Lock::parse(recorded).map_err(|error| in_file(path, &error))?;
    let changes = old.changes_to(&new);
    // What only reads differently in the file isn't on the wire; the next update writes it.
    if changes
        .iter()
        .all(|change| change.effect() == Effect::Rewords)
    {
        return Ok(());
    }
    let name = new.hierarchy().unwrap_or_default();
    let head = alloc::format!("`{path}` has not recorded all of `{name}`");
    let how = if cfg!(feature = "std") {
        ""
    } else {
        " with `--features topics/std`, which writes the file"
    };
    Err(listed(head, changes.iter()) + TO_RECORD + how)
}

/// The lock with what the types of this configuration have become.
fn with_texts(lock: Lock, types: &[TypeTexts]) -> Lock {
    let known = types.iter().filter_map(|(name, texts)| {
        // Those of an integer are known from its name.
        let is_integer = Texts::of_type(name) == Some(*texts) && texts.values().is_none();
        LockType::new(name, *texts).filter(|_| !is_integer)
    });
    let is_here = |of: &LockType| types.iter().any(|(name, _)| *name == of.name());
    let others = lock.types().iter().filter(|of| !is_here(of)).cloned();
    let all: Vec<LockType> = known.chain(others).collect();
    lock.with_types(all)
}

fn in_file(path: impl fmt::Display, error: &dyn core::error::Error) -> String {
    alloc::format!("`{path}` cannot be read: {error}")
}

const TO_RECORD: &str = "\nto record it, run `TOPICS_LOCK=update cargo test`";

/// What has changed, one change on each line.
fn listed(mut text: String, changes: impl Iterator<Item: fmt::Display>) -> String {
    text.push_str(":\n\n");
    for change in changes {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "    {change}");
    }
    text
}
