//! Writing a lock.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::string::{String, ToString as _};
use std::time::Duration;
use std::{env, format, process, thread};

use topics_core::lock::Lock;

const VARIABLE: &str = "TOPICS_LOCK";

/// An update takes milliseconds, so what is older than this was left by one that was killed.
const STALE: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(5);

pub(super) fn is_update_asked_for() -> Result<bool, String> {
    match env::var_os(VARIABLE) {
        None => Ok(false),
        Some(value) if value.is_empty() => Ok(false),
        Some(value) if value == "update" => Ok(true),
        Some(value) => Err(format!(
            "invalid `{VARIABLE}={}`; expected `update`",
            value.display()
        )),
    }
}

/// Replaces what the file holds, and keeps its comments; the error says why it still holds what it did.
pub(super) fn update(path: &Path, new: &Lock) -> Result<(), String> {
    // A link stays a link.
    let path = &fs::canonicalize(path).map_err(|error| error.to_string())?;
    let metadata = fs::metadata(path).map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("it is not a regular file".to_string());
    }
    // Two declarations may name one file by mistake, and their tests run at the same time.
    let _guard = Guard::of(path)?;
    let recorded = fs::read_to_string(path).map_err(|error| error.to_string())?;
    // The compiler has seen that nothing breaks, but perhaps not in what the file holds by now.
    let old = Lock::parse(&recorded).map_err(|error| error.to_string())?;
    if let Some(owner) = old.hierarchy()
        && old.hierarchy() != new.hierarchy()
    {
        return Err(format!(
            "it is the lock of `{owner}`; each hierarchy has a file of its own"
        ));
    }
    let changes = old.changes_to(new);
    if let Some(broken) = changes.iter().find(|change| change.is_breaking()) {
        return Err(format!("it was changed while the test ran, and {broken}"));
    }
    let text = new.clone().with_comments_of(&old).to_string();
    if recorded == text {
        return Ok(());
    }
    if metadata.permissions().readonly() {
        return Err(
            "it is read-only; make it writable, or update it in another checkout".to_string(),
        );
    }
    replace(path, &text)
}

/// Keeps other updates of the same file waiting, whichever process they are in.
struct Guard(PathBuf);

impl Guard {
    fn of(path: &Path) -> Result<Self, String> {
        let guard = beside(path, "updating");
        let mut waited = Duration::ZERO;
        loop {
            let Err(error) = File::create_new(&guard) else {
                break;
            };
            if error.kind() != ErrorKind::AlreadyExists {
                return Err(cannot_write(&guard, &error));
            }
            if is_stale(&guard) {
                let _ = fs::remove_file(&guard);
            } else if waited > 2 * STALE {
                let guard = guard.display();
                return Err(format!(
                    "another update runs; if none does, remove `{guard}`"
                ));
            }
            thread::sleep(POLL);
            waited += POLL;
        }
        let guard = Self(guard);
        guard.remove_leftovers(path);
        Ok(guard)
    }

    /// Removes what updates have left that were killed while they wrote.
    fn remove_leftovers(&self, path: &Path) {
        let first = beside(path, "").into_os_string();
        let files = self.0.parent().and_then(|folder| fs::read_dir(folder).ok());
        for file in files.into_iter().flatten().flatten() {
            let file = file.path();
            let is_ours = file.as_os_str().as_encoded_bytes();
            let is_ours =
                is_ours.starts_with(first.as_encoded_bytes()) && is_ours.ends_with(b".tmp");
            if is_ours {
                // One that cannot be removed does no harm.
                let _ = fs::remove_file(file);
            }
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // If it stays, it is stale in some seconds.
        let _ = fs::remove_file(&self.0);
    }
}

/// Writes beside the file and renames, so that at any moment there is the old file or the new one.
fn replace(path: &Path, text: &str) -> Result<(), String> {
    let beside = beside(path, &format!("{}.tmp", process::id()));
    let write = || {
        let mut file = File::create(&beside)?;
        file.set_permissions(fs::metadata(path)?.permissions())?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    let written = write();
    if written.is_err() {
        // The reader needs to know why it could not be written; a file that is left says nothing more.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(|error| cannot_write(&beside, &error))
}

/// `.topics.lock.tmp` beside `topics.lock`.
fn beside(path: &Path, extension: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".");
    name.push(extension);
    path.with_file_name(name)
}

fn is_stale(file: &Path) -> bool {
    let modified = fs::metadata(file).and_then(|metadata| metadata.modified());
    let age = modified.ok().and_then(|at| at.elapsed().ok());
    age.is_some_and(|age| age > STALE)
}

fn cannot_write(file: &Path, error: &std::io::Error) -> String {
    format!("cannot write `{}`: {error}", file.display())
}

#[cfg(test)]
mod tests {
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
        fs::write(folder.0.join(".topics.lock.4711.tmp"), "topics-lock 1 B").unwrap();
        let guard = File::create(folder.0.join(".topics.lock.updating")).unwrap();
        let long_ago = std::time::SystemTime::now() - 2 * STALE;
        guard.set_modified(long_ago).unwrap();
        update_to(&folder.file(), "topics-lock 1 Bus\na.b\n").unwrap();
        assert_eq!(folder.names(), ["topics.lock"]);
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
}
