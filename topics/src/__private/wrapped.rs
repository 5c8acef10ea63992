//! What an enum does with a topic that it wraps, and whose template only the compiler knows.

use alloc::vec::Vec;
use core::fmt;

use topics_core::{Template, TopicName};

use super::{Parts, Read, Refusal, Split};
use crate::TopicType;

/// A topic that an enum can wrap; generated for every struct of a topic.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no topic; derive `Topic` for it",
    label = "not known to be a topic",
    note = "a variant wraps a struct that derives `Topic` or that `topics!` declares"
)]
pub trait Wrapped<'a>: Read<'a> + Parts + TopicType {
    fn into_owned(self) -> Self::Of<'static>;

    /// Reads a topic that borrows nothing.
    fn read_owned(split: &Split<'_, '_>) -> Result<Self::Of<'static>, Refusal>;
}

/// The operations of a wrapped topic, looked up once, as those of a placeholder's type are in
/// [`ValueOf`](super::ValueOf) and for the same reason.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct TopicOf<T, O, R> {
    pub template: Template<'static>,
    pub read: R,
    pub write: fn(&T, &mut dyn fmt::Write) -> fmt::Result,
    pub into_owned: fn(T) -> O,
    pub former_names: fn(&T) -> Vec<TopicName<'static>>,
}

/// Of a topic that borrows, as the enum does.
pub type Borrowed<'a, T, O> =
    TopicOf<T, O, for<'r, 's> fn(&'r Split<'a, 's>) -> Result<T, Refusal>>;

/// Of a topic that borrows nothing, and so can be read from any text.
pub type Owned<T> = TopicOf<T, T, for<'r, 'a, 's> fn(&'r Split<'a, 's>) -> Result<T, Refusal>>;

pub const fn borrowed<'a, T: Wrapped<'a, Of<'static> = O>, O>() -> Borrowed<'a, T, O> {
    TopicOf {
        template: T::TEMPLATE,
        read: T::read,
        write: |topic, mut out| topic.write_parts(&mut out),
        into_owned: T::into_owned,
        former_names: T::former_names,
    }
}

pub const fn owned<T: Wrapped<'static, Of<'static> = T>>() -> Owned<T> {
    TopicOf {
        template: T::TEMPLATE,
        read: T::read_owned,
        write: |topic, mut out| topic.write_parts(&mut out),
        into_owned: |topic| topic,
        former_names: T::former_names,
    }
}
