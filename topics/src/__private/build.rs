//! From text to parameters that are checked.

use alloc::borrow::Cow;

use topics_core::{Segment, Tail, Template};

use crate::{BuildError, IntoSegment, IntoTail};

#[inline]
pub fn segment<'a>(
    text: impl IntoSegment<'a>,
    template: Template<'static>,
    placeholder: &'static str,
) -> Result<Segment<'a>, BuildError> {
    text.into_segment()
        .map_err(|error| BuildError::new(template, placeholder, error))
}

#[inline]
pub fn tail<'a>(
    text: impl IntoTail<'a>,
    template: Template<'static>,
    placeholder: &'static str,
) -> Result<Tail<'a>, BuildError> {
    text.into_tail()
        .map_err(|error| BuildError::new(template, placeholder, error))
}

/// A segment from a text that the macro has checked.
pub const fn checked_segment(text: &'static str) -> Segment<'static> {
    Segment::from_checked(Cow::Borrowed(text))
}
