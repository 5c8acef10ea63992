//! Variables that a pattern captures.

use alloc::borrow::Cow;
use alloc::string::String;

use topics_core::{Pattern, Segment, TextError};

use crate::SegmentValue;

/// Whatever can be captured: text, which is checked, and every [`SegmentValue`].
///
/// The macro calls the method as a method, so that a reference, a `Box` or an `Rc` is captured as what
/// it points to; an implementation for references would leave users unable to write their own of
/// [`SegmentValue`]. The name of the method is one that no type of theirs has.
pub trait Capture {
    fn __topics_capture(&self) -> Result<Segment<'_>, TextError>;
}

impl<T: SegmentValue> Capture for T {
    fn __topics_capture(&self) -> Result<Segment<'_>, TextError> {
        Ok(self.to_segment())
    }
}

impl Capture for str {
    fn __topics_capture(&self) -> Result<Segment<'_>, TextError> {
        Segment::new(self)
    }
}

impl Capture for String {
    fn __topics_capture(&self) -> Result<Segment<'_>, TextError> {
        Segment::new(self.as_str())
    }
}

impl Capture for Cow<'_, str> {
    fn __topics_capture(&self) -> Result<Segment<'_>, TextError> {
        Segment::new(&**self)
    }
}

/// Puts captured segments between texts that the macro has checked; there is one text more.
pub fn captured<const N: usize>(
    around: &[&str],
    captures: [Result<Segment<'_>, TextError>; N],
) -> Result<Pattern<'static>, TextError> {
    let mut pattern = String::new();
    let mut around = around.iter();
    for capture in captures {
        pattern.extend(around.next().copied());
        pattern.push_str(capture?.as_str());
    }
    pattern.extend(around.next().copied());
    Ok(Pattern::from_checked(pattern.into()))
}
