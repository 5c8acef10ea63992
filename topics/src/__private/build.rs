//! From text to parameters that are checked.

use alloc::borrow::Cow;

use topics_core::{Segment, Template, TextError};

use crate::BuildError;

/// The parameter of a plain placeholder or of a tail.
#[inline]
pub fn text<T>(
    text: Result<T, TextError>,
    template: Template<'static>,
    placeholder: &'static str,
) -> Result<T, BuildError> {
    text.map_err(|error| BuildError::new(template, placeholder, error))
}

/// A segment from a text that the macro has checked.
pub const fn checked_segment(text: &'static str) -> Segment<'static> {
    Segment::from_checked(Cow::Borrowed(text))
}
