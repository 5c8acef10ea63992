//! What an enum does with a topic or a hierarchy that it wraps, whose templates only the compiler knows.

use core::iter;

use topics_core::Template;
use topics_core::names::Names;

use super::{Ends as _, Member, Refusals, Split};
use crate::Topic;

/// The operations of what is wrapped, looked up once, as those of a placeholder's type are in
/// [`ValueOf`](super::ValueOf) and for the same reason.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct TopicOf<T, O, R> {
    pub lines: &'static [Names],
    pub into_owned: fn(T) -> O,
    pub find: R,
    pub as_topic: fn(&T) -> &dyn Topic,
    pub below: Option<&'static Below>,
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
    T: Member<As<'a> = T, Owned = O>,
{
    TopicOf {
        lines: lines::<T>(below),
        into_owned: |topic| T::own(topic),
        find: |split, below, refusals| find::<T>(split, below, refusals),
        as_topic: |topic| topic,
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
        as_topic: |topic| topic,
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
) -> Option<T::As<'a>> {
    let Some(below) = below else {
        return T::find(split, refusals);
    };
    let mut ends = T::Room::ZERO;
    let split = split.below(below.root, ends.as_mut())?;
    let topic = T::find(&split, refusals);
    refusals.raise(below);
    topic
}

impl Below {
    /// The template below the root, if there is one, of a template that is not.
    pub fn raise(below: Option<&Self>, template: Template<'static>) -> Template<'static> {
        let Some(Self { inner, outer, .. }) = below else {
            return template;
        };
        let mut pairs = inner.iter().zip(*outer).flat_map(|(inner, outer)| {
            let former = inner.former.iter().zip(outer.former);
            iter::once((&inner.template, &outer.template)).chain(former)
        });
        let found = pairs.find(|(inner, _)| **inner == template);
        found.map_or(template, |(_, outer)| *outer)
    }
}

/// A type that has nothing to do with others, except that it exists only if they do.
///
/// Asked of a type of the user's crate, since no other crate could implement it for that differently.
pub trait Beside<T, Others> {
    type Itself;
}

impl<Any, T, Others> Beside<T, Others> for Any {
    type Itself = T;
}

/// The lines of a hierarchy that is wrapped below literal segments.
#[doc(hidden)]
#[macro_export]
macro_rules! __below {
    ($root:literal [$($owned:tt)*]) => {{
        const ROOT: &$crate::__private::str = $root;
        const INNER: &[$crate::__private::lines::Names] = <$($owned)* as $crate::__private::Member>::LINES;
        const TEXT: &[$crate::__private::u8] = &$crate::__private::lines::text_below::<
            { $crate::__private::lines::text_below::<0>(ROOT, INNER).1 },
        >(ROOT, INNER).0;
        const TEMPLATES: &[$crate::Template<'static>] = &$crate::__private::lines::templates_below::<
            { $crate::__private::lines::Which::All.count(INNER) },
        >(ROOT, INNER, TEXT);
        const OUTER: &[$crate::__private::lines::Names] =
            &$crate::__private::lines::lines_below::<{ INNER.len() }>(INNER, TEMPLATES);
        &$crate::__private::Below { root: ROOT, inner: INNER, outer: OUTER }
    }};
}
