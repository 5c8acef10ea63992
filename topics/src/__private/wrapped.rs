//! What an enum does with a topic that it wraps, and whose templates only the compiler knows.

use alloc::vec::Vec;
use core::fmt;

use topics_core::shape::Types;
use topics_core::{Template, TopicName};

use super::{Line, Refusal, Split};

/// The operations of a wrapped topic, looked up once, as those of a placeholder's type are in
/// [`ValueOf`](super::ValueOf) and for the same reason.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct TopicOf<T, O, R> {
    pub template: Template<'static>,
    pub former: &'static [Template<'static>],
    pub types: Types<'static>,
    pub is_first: bool,
    /// Reads it by one of its names, of which the template is the first.
    pub read: R,
    pub write: fn(&T, &mut dyn fmt::Write) -> fmt::Result,
    pub into_owned: fn(T) -> O,
    pub former_names: fn(&T) -> Vec<TopicName<'static>>,
}

/// Of a topic that borrows, as the enum does.
pub type Borrowed<'a, T, O> =
    TopicOf<T, O, for<'r, 's> fn(&'r Split<'a, 's>, usize) -> Result<T, Refusal>>;

/// Of a topic that borrows nothing, and so can be read from any text.
pub type Owned<T> =
    TopicOf<T, T, for<'r, 'a, 's> fn(&'r Split<'a, 's>, usize) -> Result<T, Refusal>>;

pub const fn borrowed<'a, T, O>() -> Borrowed<'a, T, O>
where
    T: Line<Of<'a> = T, Owned = O>,
{
    TopicOf {
        template: T::TEMPLATE,
        former: T::FORMER,
        types: T::TYPES,
        is_first: T::IS_FIRST,
        read: |split, name| T::read(split, name, false),
        write: |topic, mut out| topic.write_parts(&mut out),
        into_owned: |topic| T::own(topic),
        former_names: T::earlier_names,
    }
}

pub const fn owned<T: Line<Owned = T>>() -> Owned<T> {
    TopicOf {
        template: T::TEMPLATE,
        former: T::FORMER,
        types: T::TYPES,
        is_first: T::IS_FIRST,
        read: |split, name| T::read(split, name, false).map(T::own),
        write: |topic, mut out| topic.write_parts(&mut out),
        into_owned: |topic| topic,
        former_names: T::earlier_names,
    }
}
