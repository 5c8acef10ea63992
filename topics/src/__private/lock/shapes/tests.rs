//! Which shapes are taken from the file, and a file that cannot be read.

use std::vec::Vec;
use std::{env, process};

use super::*;

fn shapes(text: &str) -> Shapes {
    Shapes::parse(text).unwrap()
}

/// A payload type that is not there under each configuration keeps its shape.
#[test]
fn a_recorded_shape_stays_if_its_payload_is_in_use_and_not_here() {
    let old = shapes(r#"{"read": {"Gone": true, "Here": true, "NotHere": true}}"#);
    let here = || shapes(r#"{"read": {"Here": false}}"#).get("Here").cloned();
    let new = declared_shapes(&old, &[("Here", here)], |name| name != "Gone");
    let names: Vec<&str> = new.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Here", "NotHere"]);
    assert_eq!(new.get("Here"), here().as_ref());
    assert_eq!(new.get("NotHere"), old.get("NotHere"));
}

#[test]
#[cfg_attr(miri, ignore = "Miri cannot use the file system")]
fn a_file_that_is_there_and_cannot_be_read_is_not_taken_for_a_missing_one() {
    let folder = env::temp_dir().join(format!("topics-shapes-{}", process::id()));
    fs::create_dir_all(folder.join("topics.schemas.json")).unwrap();
    let lock = folder.join("topics.lock");
    let result = compare_or_write(&lock.display().to_string(), "", &[]);
    fs::remove_dir_all(&folder).unwrap();
    let error = result.unwrap_err();
    assert!(
        error.contains("topics.schemas.json` cannot be read: "),
        "{error}"
    );
}
