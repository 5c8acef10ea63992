//! Writing a lock.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::string::{String, ToString as _};
use std::sync::{Mutex, PoisonError};
use std::{env, format, process};

use topics_core::lock::Lock;

const VARIABLE: &str = "TOPICS_LOCK";

pub(super) fn is_update_asked_for() -> Result<bool, String> {
    match env::var_os(VARIABLE) {
        None => Ok(false),
        Some(value) if value.is_empty() => Ok(false),
        Some(value) if value == "update" => Ok(true),
        Some(value) => Err(format!(
            "`{VARIABLE}` is `{}`, which means nothing; `update` is what it can be",
            value.display()
        )),
    }
}

/// Two declarations may name one file by mistake, and their tests run at the same time.
static WRITING: Mutex<()> = Mutex::new(());

/// Replaces what the file holds; the error says why it still holds what it did.
pub(super) fn update(path: &Path, new: &Lock) -> Result<(), String> {
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    // A link stays a link.
    let path = &fs::canonicalize(path).map_err(|error| error.to_string())?;
    let recorded = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let declared = new.to_string();
    if recorded == declared {
        return Ok(());
    }
    // The compiler has seen that nothing breaks, but perhaps not in what the file holds by now.
    let old = Lock::parse(&recorded).map_err(|error| error.to_string())?;
    if let Some(owner) = old.hierarchy()
        && old.hierarchy() != new.hierarchy()
    {
        return Err(format!(
            "it is the lock of `{owner}`; each hierarchy has a file of its own"
        ));
    }
    if let Some(broken) = old
        .changes_to(new)
        .iter()
        .find(|change| change.is_breaking())
    {
        return Err(format!("it was changed while the test ran, and {broken}"));
    }
    replace(path, &declared).map_err(|error| error.to_string())
}

/// Writes beside the file and renames, so that at any moment there is the old file or the new one.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", process::id()));
    let beside = path.with_file_name(name);
    let written = write(&beside, path, text).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What matters is why it could not be written; a file that is left says nothing more.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write(beside: &Path, path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create(beside)?;
    file.set_permissions(fs::metadata(path)?.permissions())?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
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
        for recorded in ["", "topics-lock 1 Bus\r\n# why\r\na.c\r\n", &declared] {
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
