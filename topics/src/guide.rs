//! Guides: longer explanations than the pages of single items have room for.
//!
//! This module holds documentation only.

pub mod ci;
pub mod growing;
pub mod keeping;
pub mod lock;
pub mod renaming;
pub mod root;
pub mod shapes;
pub mod types;
pub mod which_line_wins;
