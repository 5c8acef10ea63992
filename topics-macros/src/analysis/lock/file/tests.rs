//! What is told of a file that cannot be read.

use std::fs;
use std::path::Path;
use std::process::{self, Command};

use super::read;

fn error(path: &Path) -> String {
    let path = path.to_str().expect("a path that is text");
    let error = read(path).map(|file| file.text).expect_err("an error");
    error.replace(path, "PATH")
}

/// To open a pipe would wait for somebody to write into it, and an editor with it.
#[test]
fn what_is_no_regular_file_is_told_and_not_opened() {
    let folder = std::env::temp_dir().join(format!("topics-lock-read-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let pipe = folder.join("pipe.lock");
    let made = Command::new("mkfifo").arg(&pipe).status();
    let is_made = made.is_ok_and(|status| status.success());
    let told = [Some(error(&folder)), is_made.then(|| error(&pipe))];
    fs::remove_dir_all(&folder).expect("to remove the folder");
    for told in told.into_iter().flatten() {
        assert_eq!(told, "`PATH` cannot be read: it is not a regular file");
    }
}

/// What is done with a file, which is removed again.
#[cfg(unix)]
fn with_file<T>(name: &str, look: impl FnOnce(&Path) -> T) -> T {
    let file = std::env::temp_dir().join(format!("topics-{name}-{}.lock", process::id()));
    fs::write(&file, "topics-lock 1 Bus\n").expect("a file");
    let seen = look(&file);
    fs::remove_file(&file).expect("to remove the file");
    seen
}

#[cfg(unix)]
#[test]
fn a_path_through_a_file_is_told() {
    let told = with_file("through", |file| error(&file.join("topics.lock")));
    assert_eq!(told, "`PATH` cannot be read: Not a directory (os error 20)");
}

/// To `root`, nothing is unreadable.
#[cfg(unix)]
#[test]
fn an_unreadable_file_is_told() {
    use std::os::unix::fs::PermissionsExt as _;

    let told = with_file("unreadable", |file| {
        fs::set_permissions(file, fs::Permissions::from_mode(0o200)).expect("permissions");
        fs::File::open(file).is_err().then(|| error(file))
    });
    if let Some(told) = told {
        assert_eq!(
            told,
            "`PATH` cannot be read: Permission denied (os error 13)"
        );
    }
}
