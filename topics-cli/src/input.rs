//! Where the topic names come from: a file, or standard input.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use anyhow::{Context, Result};

use crate::source::standard_input;

/// An open input, nothing of which has been read.
pub(crate) struct Input {
    /// What to call it in messages.
    pub(crate) name: String,
    pub(crate) reader: Box<dyn Read>,
    /// In bytes, where that is known beforehand.
    pub(crate) size: Option<u64>,
    /// Whether somebody types it.
    pub(crate) is_typed: bool,
}

impl Input {
    /// Opens a file, or standard input for `-`.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        if path.as_os_str() != "-" {
            return Self::open_file(path);
        }
        Ok(Self {
            name: "standard input".into(),
            reader: Box::new(standard_input()?),
            size: None,
            is_typed: io::stdin().is_terminal(),
        })
    }

    fn open_file(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let cannot_read = || format!("cannot read `{name}`");
        let file = File::open(path).with_context(cannot_read)?;
        let metadata = file.metadata().with_context(cannot_read)?;
        if metadata.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory)).with_context(cannot_read);
        }
        Ok(Self {
            name,
            is_typed: file.is_terminal(),
            reader: Box::new(file),
            // A pipe has no size, and a file of the kernel's says that it is empty.
            size: Some(metadata.len()).filter(|size| metadata.is_file() && *size > 0),
        })
    }
}
