//! Variables that a pattern captures.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;
use core::marker::PhantomData;

use topics_core::{Pattern, Segment, TextError};

use crate::SegmentValue;

/// Whatever can be captured: text, which is checked, every [`SegmentValue`], and what points to one.
///
/// `By` tells the implementations apart, which would overlap otherwise: a user may implement
/// [`SegmentValue`] for a reference to a type of theirs. It is always inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be captured; it is neither text nor one segment",
    label = "expected text, such as `&str`, or a type that implements `SegmentValue`",
    note = "integers, `bool`, `Uuid` (feature `uuid`) and types with `#[derive(SegmentValue)]` can be captured"
)]
pub trait Capture<By> {
    fn capture(&self) -> Result<Segment<'_>, TextError>;
}

#[derive(Debug)]
pub struct Value;

#[derive(Debug)]
pub struct Text;

#[derive(Debug)]
pub struct Pointer<By>(PhantomData<By>);

#[diagnostic::do_not_recommend]
impl<T: SegmentValue> Capture<Value> for T {
    fn capture(&self) -> Result<Segment<'_>, TextError> {
        Ok(self.to_segment())
    }
}

#[diagnostic::do_not_recommend]
impl Capture<Text> for str {
    fn capture(&self) -> Result<Segment<'_>, TextError> {
        Segment::new(self)
    }
}

#[diagnostic::do_not_recommend]
impl Capture<Text> for String {
    fn capture(&self) -> Result<Segment<'_>, TextError> {
        Segment::new(self.as_str())
    }
}

#[diagnostic::do_not_recommend]
impl Capture<Text> for Cow<'_, str> {
    fn capture(&self) -> Result<Segment<'_>, TextError> {
        Segment::new(&**self)
    }
}

macro_rules! pointers {
    ($($(#[$attribute:meta])* $Pointer:ty),*) => {$(
        $(#[$attribute])*
        #[diagnostic::do_not_recommend]
        impl<T: Capture<By> + ?Sized, By> Capture<Pointer<By>> for $Pointer {
            fn capture(&self) -> Result<Segment<'_>, TextError> {
                (**self).capture()
            }
        }
    )*};
}

pointers!(&T, &mut T, Box<T>, Rc<T>, #[cfg(target_has_atomic = "ptr")] Arc<T>);

pub fn capture<By, T: Capture<By> + ?Sized>(variable: &T) -> Result<Segment<'_>, TextError> {
    variable.capture()
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
