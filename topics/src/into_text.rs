//! What the generated `new` takes for a text parameter.

use alloc::borrow::Cow;
use alloc::string::String;

use topics_core::{Segment, Tail, TextError};

/// Text that converts to a [`Segment`]: `&str`, `String`, `Cow<str>`, or a `Segment`.
///
/// Implement it for a type of your own to pass its values to the generated `new`:
///
/// ```
/// use topics::{IntoSegment, Segment, TextError};
///
/// pub struct DeckyId(String);
///
/// impl<'a> IntoSegment<'a> for &'a DeckyId {
///     fn into_segment(self) -> Result<Segment<'a>, TextError> {
///         Segment::new(self.0.as_str())
///     }
/// }
///
/// topics::topics! {
///     decky.<id>.state;
/// }
///
/// let id = DeckyId("web-01".to_owned());
/// let topic = DeckyState::new(&id)?;
/// assert_eq!(topic.to_string(), "decky.web-01.state");
/// # Ok::<(), topics::BuildError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not text for a segment",
    label = "expected `&str`, `String`, `Cow<str>` or `Segment`",
    note = "a typed placeholder, `<name: Type>`, takes values of that type; any other value can be given as text, `value.to_string()`",
    note = "`Segment::new` returns a `Result`: add `?` after the call"
)]
pub trait IntoSegment<'a> {
    /// Converts the text, and checks it unless it is checked already.
    ///
    /// # Errors
    ///
    /// If the text is not a segment.
    fn into_segment(self) -> Result<Segment<'a>, TextError>;
}

/// Text that converts to a [`Tail`]: `&str`, `String`, `Cow<str>`, a [`Segment`], or a `Tail`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not text for the tail of a topic",
    label = "expected `&str`, `String`, `Cow<str>`, `Segment` or `Tail`",
    note = "`Tail::new` returns a `Result`: add `?` after the call"
)]
pub trait IntoTail<'a> {
    /// Converts the text, and checks it unless it is checked already.
    ///
    /// # Errors
    ///
    /// If the text is not one or more segments.
    fn into_tail(self) -> Result<Tail<'a>, TextError>;
}

macro_rules! into_text {
    ($Trait:ident, $method:ident, $Text:ident: $($From:ty),*) => {$(
        impl<'a> $Trait<'a> for $From {
            #[inline]
            fn $method(self) -> Result<$Text<'a>, TextError> {
                $Text::try_from(self).map_err(Into::into)
            }
        }
    )*};
}

into_text!(IntoSegment, into_segment, Segment: &'a str, &'a String, String, Cow<'a, str>, Segment<'a>, &'a Segment<'_>);
into_text!(IntoTail, into_tail, Tail: &'a str, &'a String, String, Cow<'a, str>, Segment<'a>, Tail<'a>, &'a Tail<'_>);
