//! What the generated `new` takes for a text parameter.

use topics_core::{Segment, Tail, TextError};

/// Whatever converts to a [`Segment`]: `&str`, `String`, `Cow<str>`, a `Segment` itself, and every type
/// of yours that implements `TryInto<Segment>` with an error that converts to [`TextError`].
pub trait IntoSegment<'a> {
    /// The segment, checked if it wasn't already.
    ///
    /// # Errors
    ///
    /// If the text is not a segment.
    fn into_segment(self) -> Result<Segment<'a>, TextError>;
}

impl<'a, T> IntoSegment<'a> for T
where
    T: TryInto<Segment<'a>, Error: Into<TextError>>,
{
    fn into_segment(self) -> Result<Segment<'a>, TextError> {
        self.try_into().map_err(Into::into)
    }
}

/// Whatever converts to a [`Tail`]: `&str`, `String`, `Cow<str>`, a [`Segment`], a `Tail` itself, and
/// every type of yours that implements `TryInto<Tail>` with an error that converts to [`TextError`].
pub trait IntoTail<'a> {
    /// The tail, checked if it wasn't already.
    ///
    /// # Errors
    ///
    /// If the text is not one or more segments.
    fn into_tail(self) -> Result<Tail<'a>, TextError>;
}

impl<'a, T> IntoTail<'a> for T
where
    T: TryInto<Tail<'a>, Error: Into<TextError>>,
{
    fn into_tail(self) -> Result<Tail<'a>, TextError> {
        self.try_into().map_err(Into::into)
    }
}
