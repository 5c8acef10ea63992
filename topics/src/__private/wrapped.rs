//! What an enum does with a topic or a hierarchy that it wraps, whose templates only the compiler knows.

use alloc::vec::Vec;
use core::{fmt, iter};

use topics_core::names::Names;
use topics_core::{Template, TopicName};

use super::parts::{Visit, Whole};
use super::{Ends as _, Member, Refusals, Split};

/// The operations of what is wrapped, looked up once, as those of a placeholder's type are in
/// [`ValueOf`](super::ValueOf) and for the same reason.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct TopicOf<T, O, R> {
    pub lines: &'static [Names],
    pub into_owned: fn(T) -> O,
    find: R,
    as_whole: fn(&T) -> &dyn Whole,
    below: Option<&'static Below>,
}

/// The literal segments that stand before all of its names.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct Below {
    pub root: &'static str,
    /// Its lines without them, and with them.
    pub inner: &'static [Names],
    pub outer: &'static [Names],
}

/// Of what borrows, as the enum does.
pub type Borrowed<'a, T, O> = TopicOf<
    T,
    O,
    for<'r, 's> fn(&'r Split<'a, 's>, Option<&'static Below>, &'r mut Refusals) -> Option<T>,
>;

/// Of what borrows nothing, and so can be read from any text.
pub type Owned<T> = TopicOf<
    T,
    T,
    for<'r, 'a, 's> fn(&'r Split<'a, 's>, Option<&'static Below>, &'r mut Refusals) -> Option<T>,
>;

pub const fn borrowed<'a, T, O>(below: Option<&'static Below>) -> Borrowed<'a, T, O>
where
    T: Member<Of<'a> = T, Owned = O>,
{
    TopicOf {
        lines: lines::<T>(below),
        into_owned: |topic| T::own(topic),
        find: |split, below, refusals| find::<T>(split, below, refusals),
        as_whole: |topic| topic,
        below,
    }
}

pub const fn owned<T>(below: Option<&'static Below>) -> Owned<T>
where
    T: Member<Owned = T>,
{
    TopicOf {
        lines: lines::<T>(below),
        into_owned: |topic| topic,
        find: |split, below, refusals| find::<T>(split, below, refusals).map(|topic| T::own(topic)),
        as_whole: |topic| topic,
        below,
    }
}

const fn lines<T: Member>(below: Option<&'static Below>) -> &'static [Names] {
    match below {
        Some(below) => below.outer,
        None => T::LINES,
    }
}

fn find<'a, T: Member>(
    split: &Split<'a, '_>,
    below: Option<&'static Below>,
    refusals: &mut Refusals,
) -> Option<T::Of<'a>> {
    let Some(below) = below else {
        return T::find(split, refusals);
    };
    let mut ends = T::Room::ZERO;
    let split = split.below(below.root, ends.as_mut_slice())?;
    let topic = T::find(&split, refusals);
    refusals.raise(below);
    topic
}

impl Below {
    /// The template below the root, of one that is not.
    pub fn raise(&self, template: Template<'static>) -> Template<'static> {
        let pairs = self.inner.iter().zip(self.outer);
        let mut pairs = pairs.flat_map(|(inner, outer)| {
            let former = inner.former.iter().zip(outer.former);
            iter::once((&inner.template, &outer.template)).chain(former)
        });
        let found = pairs.find(|(inner, _)| **inner == template);
        found.map_or(template, |(_, outer)| *outer)
    }

    /// How many segments the root has.
    pub fn count(&self) -> usize {
        self.root.split('.').count()
    }
}

impl<T, O, R> TopicOf<T, O, R> {
    #[must_use]
    pub fn show<V: Visit>(&self, topic: &T, visit: V) -> V {
        let topic = (self.as_whole)(topic);
        match self.below {
            None => visit.whole(topic),
            Some(below) => visit.whole(&Wrapped(topic, below)),
        }
    }

    pub fn find<'a>(&self, split: &Split<'a, '_>, refusals: &mut Refusals) -> Option<T>
    where
        R: for<'r, 's> Fn(&'r Split<'a, 's>, Option<&'static Below>, &'r mut Refusals) -> Option<T>,
    {
        (self.find)(split, self.below, refusals)
    }
}

/// What is wrapped, below its root.
struct Wrapped<'t>(&'t dyn Whole, &'static Below);

impl Whole for Wrapped<'_> {
    fn template(&self) -> Template<'static> {
        self.1.raise(self.0.template())
    }

    fn template_read(&self, text: &str) -> Template<'static> {
        let text = text.get(self.1.root.len() + 1..).unwrap_or("");
        self.1.raise(self.0.template_read(text))
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(self.1.root)?;
        out.write_char('.')?;
        self.0.write(out)
    }

    fn former_names(&self) -> Vec<TopicName<'static>> {
        let root = TopicName::from_checked(self.1.root.into());
        let names = self.0.former_names();
        names.iter().map(|name| root.join(name)).collect()
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
