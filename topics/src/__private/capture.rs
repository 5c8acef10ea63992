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

/// Whatever can be captured: text, which is checked, every [`SegmentValue`], and what points to one.
///
/// `By` tells the implementations apart, which would overlap otherwise: a user may implement
/// [`SegmentValue`] for a reference to a type of theirs. It is always inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be captured; it is neither text nor one segment",
    label = "expected text, such as `&str`, or a type that implements `SegmentValue`",
    note = "integers, `bool`, `Uuid` (feature `uuid`) and types with `#[derive(SegmentValue)]` can be captured",
    note = "to put a `Root` before a pattern of a hierarchy, call `root.pattern(&pattern)`"
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

macro_rules! texts {
    ($($Text:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Capture<Text> for $Text {
            fn capture(&self) -> Result<Segment<'_>, TextError> {
                Segment::new(AsRef::<str>::as_ref(self))
            }
        }
    )*};
}

texts!(str, String, Cow<'_, str>);

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

/// Whatever can be captured at the front of a pattern that belongs to no hierarchy: a root too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be captured; it is neither text nor one segment",
    label = "expected text, such as `&str`, or a type that implements `SegmentValue`",
    note = "integers, `bool`, `Uuid` (feature `uuid`) and types with `#[derive(SegmentValue)]` can be captured",
    note = "at the front of a pattern without a hierarchy, a `TopicName` or a `Root` can be captured too"
)]
pub trait CaptureFront<By> {
    /// Nothing, if there is no root.
    fn capture_front(&self) -> Result<Option<Cow<'_, str>>, TextError>;
}

#[derive(Debug)]
pub struct Whole;

#[diagnostic::do_not_recommend]
impl<T: Capture<By> + ?Sized, By> CaptureFront<(By,)> for T {
    fn capture_front(&self) -> Result<Option<Cow<'_, str>>, TextError> {
        self.capture().map(|segment| Some(segment.into()))
    }
}

macro_rules! fronts {
    ($($Front:ty: $front:ident => $text:expr),*) => {$(
        #[diagnostic::do_not_recommend]
        impl CaptureFront<Whole> for $Front {
            fn capture_front(&self) -> Result<Option<Cow<'_, str>>, TextError> {
                let $front = self;
                Ok($text)
            }
        }

        #[diagnostic::do_not_recommend]
        impl CaptureFront<Whole> for &$Front {
            fn capture_front(&self) -> Result<Option<Cow<'_, str>>, TextError> {
                (**self).capture_front()
            }
        }
    )*};
}

fronts!(
    TopicName<'_>: name => Some(name.as_str().into()),
    Root: root => root.as_name().map(|name| name.as_str().into())
);

pub fn capture_front<By, T: CaptureFront<By> + ?Sized>(
    variable: &T,
) -> Result<Option<Cow<'_, str>>, TextError> {
    variable.capture_front()
}

/// Puts captured segments between texts that the macro has checked; there is one text more.
pub fn captured<const N: usize>(
    around: &[&str],
    captures: [Result<Segment<'_>, TextError>; N],
) -> Result<Pattern<'static>, TextError> {
    captured_behind(Ok(Some("".into())), around, captures)
}

/// The same behind what is captured at the front.
pub fn captured_behind<const N: usize>(
    front: Result<Option<Cow<'_, str>>, TextError>,
    around: &[&str],
    captures: [Result<Segment<'_>, TextError>; N],
) -> Result<Pattern<'static>, TextError> {
    let front = front?;
    let (mut text, mut around) = (String::from(front.as_deref().unwrap_or("")), around.iter());
    for capture in captures {
        text.extend(around.next().copied());
        text.push_str(capture?.as_str());
    }
    text.extend(around.next().copied());
    match (front, text.strip_prefix('.')) {
        (None, Some(rest)) => Ok(Pattern::from_checked(String::from(rest).into())),
        // No root, and nothing behind it.
        (None, None) => Pattern::new(text),
        (Some(_), _) => Ok(Pattern::from_checked(text.into())),
    }
}
