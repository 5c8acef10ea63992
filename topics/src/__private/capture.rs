//! Variables that a pattern captures.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;
use core::marker::PhantomData;

use topics_core::{Pattern, Segment, TextError, TopicName};

use crate::{Root, SegmentValue};

/// Whatever can be captured: text, which is checked, every [`SegmentValue`], and what points to one; and at the front of a
/// pattern that belongs to no hierarchy, a root.
///
/// `By` tells the implementations apart, which would overlap otherwise: a user may implement
/// [`SegmentValue`] for a reference to a type of theirs. It is always inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be captured; it is neither text nor one segment",
    label = "expected text, such as `&str`, or a type that implements `SegmentValue`",
    note = "integers, `bool`, `Uuid` (feature `uuid`) and types with `#[derive(SegmentValue)]` can be captured",
    note = "a `TopicName` or a `Root` can only be captured at the front of a pattern without a hierarchy; `root.pattern(&pattern)` puts a `Root` before one with a hierarchy"
)]
pub trait Capture<By, Place> {
    fn capture(&self) -> Captured<'_>;
}

/// Text to put into a pattern; nothing for an empty root.
type Captured<'v> = Result<Option<Cow<'v, str>>, TextError>;

#[derive(Debug)]
pub struct Value;

#[derive(Debug)]
pub struct Text;

#[derive(Debug)]
pub struct Whole;

#[derive(Debug)]
pub struct Pointer<By>(PhantomData<By>);

/// The place at the front of a pattern without a hierarchy.
#[derive(Debug)]
pub struct Front;

/// Any other place.
#[derive(Debug)]
pub struct Behind;

#[diagnostic::do_not_recommend]
impl<T: SegmentValue, Place> Capture<Value, Place> for T {
    fn capture(&self) -> Captured<'_> {
        Ok(Some(self.to_segment().into()))
    }
}

macro_rules! texts {
    ($($Text:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<Place> Capture<Text, Place> for $Text {
            fn capture(&self) -> Captured<'_> {
                Segment::new(AsRef::<str>::as_ref(self)).map(|segment| Some(segment.into()))
            }
        }
    )*};
}

texts!(str, String, Cow<'_, str>);

macro_rules! pointers {
    ($($(#[$attribute:meta])* $Pointer:ty),*) => {$(
        $(#[$attribute])*
        #[diagnostic::do_not_recommend]
        impl<T: Capture<By, Place> + ?Sized, By, Place> Capture<Pointer<By>, Place> for $Pointer {
            fn capture(&self) -> Captured<'_> {
                (**self).capture()
            }
        }
    )*};
}

pointers!(&T, &mut T, Box<T>, Rc<T>, #[cfg(target_has_atomic = "ptr")] Arc<T>);

#[diagnostic::do_not_recommend]
impl Capture<Whole, Front> for TopicName<'_> {
    fn capture(&self) -> Captured<'_> {
        Ok(Some(self.as_str().into()))
    }
}

#[diagnostic::do_not_recommend]
impl Capture<Whole, Front> for Root {
    fn capture(&self) -> Captured<'_> {
        Ok(self.as_name().map(|name| name.as_str().into()))
    }
}

pub fn capture<By, T: Capture<By, Behind> + ?Sized>(variable: &T) -> Captured<'_> {
    variable.capture()
}

pub fn capture_front<By, T: Capture<By, Front> + ?Sized>(variable: &T) -> Captured<'_> {
    variable.capture()
}

/// Puts captured segments between texts that the macro has checked; there is one text more.
pub fn captured<const N: usize>(
    around: &[&str],
    captures: [Captured<'_>; N],
) -> Result<Pattern<'static>, TextError> {
    captured_behind(Ok(Some("".into())), around, captures)
}

/// The same behind what is captured at the front.
pub fn captured_behind<const N: usize>(
    front: Captured<'_>,
    around: &[&str],
    captures: [Captured<'_>; N],
) -> Result<Pattern<'static>, TextError> {
    let front = front?;
    let (mut text, mut around) = (String::from(front.as_deref().unwrap_or("")), around.iter());
    for capture in captures {
        text.extend(around.next().copied());
        text.extend(capture?);
    }
    text.extend(around.next().copied());
    match (front, text.strip_prefix('.')) {
        (None, Some(rest)) => Ok(Pattern::from_checked(String::from(rest).into())),
        // No root, and nothing behind it.
        (None, None) => Pattern::new(text),
        (Some(_), _) => Ok(Pattern::from_checked(text.into())),
    }
}
