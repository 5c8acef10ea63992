//! Two locks: they are read or refused, survive being written, and compare as the promise says.
#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use topics::lock::Lock;

fuzz_target!(|text: &str| {
    let (old, new) = text.split_once("\n---\n").unwrap_or((text, ""));
    let [old, new] = [old, new].map(|lines| {
        // The reader sees the text itself too; with a header before it, more of them are locks.
        let _ = read(lines);
        read(&format!("topics-lock 1 Bus\n{lines}"))
    });
    let (Some(old), Some(new)) = (old, new) else {
        return;
    };
    assert_eq!(old.changes_to(&old), []);
    let changes = old.changes_to(&new);
    for change in &changes {
        assert!(!change.to_string().is_empty());
    }

    // What is promised is on the wire.
    let patterns = |lock: &Lock| -> BTreeSet<String> {
        let entries = lock.entries().iter();
        entries
            .map(|entry| entry.template().pattern().to_string())
            .collect()
    };
    let breaks = changes.iter().any(|change| change.is_breaking());
    assert!(
        breaks || patterns(&old).is_subset(&patterns(&new)),
        "{changes:?}"
    );
    let keeps_all = old
        .entries()
        .iter()
        .all(|entry| new.entries().contains(entry));
    let keeps_types = old.types().iter().all(|kept| new.types().contains(kept));
    assert!(!(breaks && keeps_all && keeps_types), "{changes:?}");
});

fn read(text: &str) -> Option<Lock> {
    match Lock::parse(text) {
        Ok(lock) => {
            let written = lock.to_string();
            assert_eq!(Lock::parse(&written).as_ref(), Ok(&lock), "{written}");
            Some(lock)
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            None
        }
    }
}
