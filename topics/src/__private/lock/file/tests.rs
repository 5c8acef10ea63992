//! Updates of a lock file that go well, go wrong, and race.

use std::path::PathBuf;
use std::string::String;
use std::vec::Vec;
use std::{thread, vec};

use super::*;

/// A folder with one file in it, `topics.lock`; removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, text: &str) -> Self {
        let folder = env::temp_dir().join(format!("topics-lock-{name}-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("topics.lock"), text).unwrap();
        Self(folder)
    }

    fn file(&self) -> PathBuf {
        self.0.join("topics.lock")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

/// The text that is written for a lock.
fn written(text: &str) -> String {
    Lock::parse(text).unwrap().to_string()
}

fn update_to(file: &Path, text: &str) -> Result<(), String> {
    update(file, &Lock::parse(text).unwrap())
}

#[test]
fn what_is_declared_replaces_what_was_recorded() {
    let declared = written("topics-lock 1 Bus\na.b\na.c\n");
    for recorded in ["", "topics-lock 1 Bus\r\na.c\r\n", &declared] {
        let folder = Folder::with("replaces", recorded);
        update_to(&folder.file(), &declared).unwrap();
        assert_eq!(folder.text(), declared);
        assert_eq!(folder.names(), ["topics.lock"]);
    }
}

#[test]
fn a_file_that_would_lose_something_is_left_as_it_was() {
    for (recorded, why) in [
        (
            "topics-lock 1 Other\na.b\n",
            "it is the lock of `Other`; each hierarchy has a file of its own",
        ),
        (
            "topics-lock 1 Bus\na.z\n",
            "it was changed while the test ran, and `a.z` is gone",
        ),
        (
            "a.b\n",
            "line 1: `a.b` does not begin a lock; the first line is `topics-lock 1` and the name \
             of the hierarchy",
        ),
    ] {
        let folder = Folder::with("keeps", recorded);
        let error = update_to(&folder.file(), "topics-lock 1 Bus\na.b\n").unwrap_err();
        assert_eq!(error, why);
        assert_eq!(folder.text(), recorded);
        assert_eq!(folder.names(), ["topics.lock"]);
    }
}

#[test]
fn a_missing_file_is_not_made() {
    let folder = Folder::with("missing", "");
    fs::remove_file(folder.file()).unwrap();
    assert!(update_to(&folder.file(), "topics-lock 1 Bus\n").is_err());
    assert!(folder.names().is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = Folder::with("link", "");
    let link = folder.0.join("link.lock");
    std::os::unix::fs::symlink("topics.lock", &link).unwrap();
    update_to(&link, "topics-lock 1 Bus\n").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(folder.text(), written("topics-lock 1 Bus\n"));
}

#[test]
fn comments_stay_before_their_line() {
    let head = written("topics-lock 1 Bus\n");
    let recorded = "# who owns it\ntopics-lock 1 Bus\n# of b\na.b\n# of x\na.<x>\n# of T\ntype T => b\n# at last\n";
    let folder = Folder::with("comments", recorded);
    let declared = "topics-lock 1 Bus\na.<y> => P\na.a\na.b\nz.<t: T>\ntype T => b | c\n";
    let expected = format!(
        "# who owns it\n{head}# of x\na.<y> => P\na.a\n# of b\na.b\nz.<t: T>\n# of T\ntype T => b | c\n# at last\n"
    );
    for _ in 0..2 {
        update_to(&folder.file(), declared).unwrap();
        assert_eq!(folder.text(), expected);
    }
}

#[test]
fn what_a_killed_update_left_is_removed() {
    let folder = Folder::with("killed", "topics-lock 1 Bus\n");
    for (name, age) in [
        (".topics.lock.4711.tmp", 2 * STALE),
        (".other.lock.4711.tmp", 2 * STALE),
        (".topics.lock.4712.tmp", STALE / 10),
    ] {
        let file = File::create(folder.0.join(name)).unwrap();
        file.set_modified(std::time::SystemTime::now() - age)
            .unwrap();
    }
    update_to(&folder.file(), "topics-lock 1 Bus\na.b\n").unwrap();
    let mut names = folder.names();
    names.sort();
    // What another update writes just now stays, and so does what is not of this file.
    assert_eq!(
        names,
        [
            ".other.lock.4711.tmp",
            ".topics.lock.4712.tmp",
            "topics.lock"
        ]
    );
    assert_eq!(folder.text(), written("topics-lock 1 Bus\na.b\n"));
}

#[test]
fn a_read_only_file_is_left_as_it_was() {
    let folder = Folder::with("read-only", "topics-lock 1 Bus\n");
    let mut permissions = fs::metadata(folder.file()).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.file(), permissions).unwrap();
    let error = update_to(&folder.file(), "topics-lock 1 Bus\na.b\n").unwrap_err();
    assert_eq!(
        error,
        "it is read-only; make it writable, or update it in another checkout"
    );
    assert_eq!(folder.text(), "topics-lock 1 Bus\n");
    assert_eq!(folder.names(), ["topics.lock"]);
}

#[test]
fn a_read_only_file_that_records_all_is_as_it_should_be() {
    let declared = written("topics-lock 1 Bus\na.b\n");
    let folder = Folder::with("read-only-recorded", &declared);
    let mut permissions = fs::metadata(folder.file()).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.file(), permissions).unwrap();
    assert_eq!(update_to(&folder.file(), &declared), Ok(()));
}

/// Of a checkout whose folders are read-only too. Nothing is so to `root`, for whom this holds nothing.
#[cfg(unix)]
#[test]
fn in_a_read_only_folder_an_update_says_what_to_do() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::with("read-only-folder", "topics-lock 1 Bus\n");
    let mode = |mode| fs::set_permissions(&folder.0, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let is_read_only = File::create(folder.0.join("probe")).is_err();
    let result = update_to(&folder.file(), "topics-lock 1 Bus\na.b\n");
    mode(0o755);
    if is_read_only {
        let error = result.unwrap_err();
        let remedy = "; make its folder writable, or update the lock in another checkout";
        assert!(
            error.starts_with("cannot write `") && error.ends_with(remedy),
            "{error}"
        );
        assert_eq!(folder.text(), "topics-lock 1 Bus\n");
        assert_eq!(folder.names(), ["topics.lock"]);
    }
}

/// Likewise, nothing is unreadable to `root`.
#[cfg(unix)]
#[test]
fn an_unreadable_file_is_left_as_it_was() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::with("unreadable", "topics-lock 1 Bus\n");
    let mode = |mode| fs::set_permissions(folder.file(), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o200);
    let is_unreadable = File::open(folder.file()).is_err();
    let result = update_to(&folder.file(), "topics-lock 1 Bus\na.b\n");
    mode(0o644);
    if is_unreadable {
        let error = result.unwrap_err();
        assert!(error.starts_with("Permission denied"), "{error}");
        assert_eq!(folder.text(), "topics-lock 1 Bus\n");
    }
}

#[test]
fn a_file_that_is_no_text_is_left_as_it_was() {
    let folder = Folder::with("bytes", "");
    fs::write(folder.file(), b"topics-lock 1 Bus\n\xff").unwrap();
    assert!(update_to(&folder.file(), "topics-lock 1 Bus\n").is_err());
    assert_eq!(fs::read(folder.file()).unwrap(), b"topics-lock 1 Bus\n\xff");
    assert_eq!(folder.names(), ["topics.lock"]);
}

#[test]
fn a_folder_is_no_lock() {
    let folder = Folder::with("folder", "");
    let error = update_to(&folder.0, "topics-lock 1 Bus\n").unwrap_err();
    assert_eq!(error, "it is not a regular file");
}

/// To open a pipe would wait for somebody to write into it.
#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = Folder::with("pipe", "");
    let pipe = folder.0.join("pipe.lock");
    let made = process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        let error = update_to(&pipe, "topics-lock 1 Bus\n").unwrap_err();
        assert_eq!(error, "it is not a regular file");
    }
}

#[test]
fn many_updates_at_the_same_time_write_one_file() {
    let folder = Folder::with("many", "topics-lock 1 Bus\n# why\na.b\n");
    let declared = "topics-lock 1 Bus\na.b\na.c\n";
    thread::scope(|scope| {
        let update = || update_to(&folder.file(), declared);
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(update)).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), Ok(()));
        }
    });
    assert!(folder.text().ends_with("# why\na.b\na.c\n"));
    assert_eq!(folder.names(), ["topics.lock"]);
}

/// Two declarations that name one empty file by mistake: the first one has it.
#[test]
fn of_two_at_the_same_time_one_is_told() {
    for _ in 0..50 {
        let folder = Folder::with("race", "");
        let file = &folder.file();
        let results = thread::scope(|scope| {
            let texts = ["topics-lock 1 One\na.b\n", "topics-lock 1 Two\na.b\n"];
            let threads = texts.map(|text| scope.spawn(move || (text, update_to(file, text))));
            threads.map(|thread| thread.join().unwrap())
        });
        let written: Vec<String> = results
            .iter()
            .filter(|(_, result)| result.is_ok())
            .map(|(text, _)| written(text))
            .collect();
        assert_eq!(written, vec![folder.text()]);
    }
}
