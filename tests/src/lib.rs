//! What the integration tests share: definitions so plain that they cannot be wrong, to hold the
//! library against.

pub mod naive;
pub mod reading;

/// Asserts that what `topic!` or `pattern!` makes is the text as it is written.
#[macro_export]
macro_rules! assert_as_written {
    ($name:ident!($hierarchy:ident, $text:literal)) => {
        assert_eq!($name!($hierarchy, $text), $text);
    };
}
