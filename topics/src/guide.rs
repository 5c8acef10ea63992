//! Guides: longer explanations than the pages of single items have room for.
//!
//! This module holds documentation only.

pub mod growing;
pub mod keeping;
pub mod lock;
pub mod renaming;
pub mod root;
pub mod types;
pub mod which_line_wins;
