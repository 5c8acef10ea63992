//! What an enum does with a topic that it wraps, and whose templates only the compiler knows.

use alloc::vec::Vec;
use core::fmt;

use topics_core::shape::Types;
use topics_core::{Template, TopicName};

use super::parts::{Visit, Whole};
use super::write::write;
use super::{Line, Refusal, Split, former_names};

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
    pub into_owned: fn(T) -> O,
    write: fn(&T, &mut dyn fmt::Write) -> fmt::Result,
    former_names: fn(&T) -> Vec<TopicName<'static>>,
}

/// Of a topic that borrows, as the enum does.
pub type Borrowed<'a, T, O> =
    TopicOf<T, O, for<'r, 's> fn(&'r Split<'a, 's>, usize) -> Result<T, Refusal>>;

/// Of a topic that borrows nothing, and so can be read from any text.
pub type Owned<T> =
    TopicOf<T, T, for<'r, 'a, 's> fn(&'r Split<'a, 's>, usize) -> Result<T, Refusal>>;

pub const fn borrowed<'a, T, O>() -> Borrowed<'a, T, O>
where
    T: Line<As<'a> = T, Owned = O>,
{
    TopicOf {
        template: T::DESCRIPTION.present.template,
        former: T::DESCRIPTION.former_templates,
        types: T::TYPES,
        is_first: T::IS_FIRST,
        read: |split, name| split.line::<T>(name),
        into_owned: |topic| T::own(topic),
        write: |topic, mut out| write(topic, &mut out),
        former_names,
    }
}

pub const fn owned<T: Line<Owned = T>>() -> Owned<T> {
    TopicOf {
        template: T::DESCRIPTION.present.template,
        former: T::DESCRIPTION.former_templates,
        types: T::TYPES,
        is_first: T::IS_FIRST,
        read: |split, name| split.line::<T>(name).map(T::own),
        into_owned: |topic| topic,
        write: |topic, mut out| write(topic, &mut out),
        former_names,
    }
}

impl<T, O, R> TopicOf<T, O, R> {
    #[must_use]
    pub fn show<V: Visit>(&self, topic: &T, visit: V) -> V {
        visit.whole(&Wrapped(topic, self))
    }
}

struct Wrapped<'t, T, O, R>(&'t T, &'t TopicOf<T, O, R>);

impl<T, O, R> Whole for Wrapped<'_, T, O, R> {
    fn template(&self) -> Template<'static> {
        self.1.template
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        (self.1.write)(self.0, out)
    }

    fn former_names(&self) -> Vec<TopicName<'static>> {
        (self.1.former_names)(self.0)
    }
}

/// A type that has nothing to do with others, save that it is there only if they are.
///
/// Asked of a type of the user's crate, since no other crate could implement it for that differently.
pub trait Beside<T, Others> {
    type Itself;
}

impl<Any, T, Others> Beside<T, Others> for Any {
    type Itself = T;
}
