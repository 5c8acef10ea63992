//! Files of shapes that cannot be read.

use std::{env, process};

use super::*;

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
