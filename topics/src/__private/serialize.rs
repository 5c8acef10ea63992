//! Topics and patterns as their text, for serde; what is read is checked.

use alloc::string::{String, ToString as _};
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Error as _, Visitor};
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
use topics_core::{Excerpt, Pattern, PatternSegment, PlaceholderKind, Segment, TemplateSegment};

use super::Description;
use super::bound::{self, Bound};
use crate::ValueError;

/// What the placeholders of a line refuse.
pub trait Placeholders {
    /// The error of a segment that is no value, for each placeholder with a type, by its index.
    const CHECKS: Checks;
}

pub type Checks = &'static [(usize, Check)];

type Check = fn(Segment<'_>) -> Option<ValueError>;

impl Placeholders for () {
    const CHECKS: Checks = &[];
}

pub fn deserialize<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    struct Text<T>(PhantomData<T>);

    impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }

    from.deserialize_str(Text(PhantomData))
}

/// Reads the pattern of a line.
pub fn deserialize_pattern<'de, D, P>(
    line: &'static Description,
    from: D,
) -> Result<Bound, D::Error>
where
    D: Deserializer<'de>,
    P: Placeholders,
{
    let pattern: Pattern<'static> = Pattern::deserialize(from)?;
    match fault::<P>(line, &pattern) {
        None => Ok(bound::of(line, pattern)),
        Some(fault) => Err(D::Error::custom(fault)),
    }
}

/// What is wrong with a pattern that is to be one of a line.
fn fault<P: Placeholders>(line: &Description, pattern: &Pattern<'_>) -> Option<String> {
    let template = line.present.template;
    let another = || {
        let text = Excerpt(pattern).to_string();
        Some(
            [
                "`",
                &text,
                "` is not a pattern of `",
                template.as_str(),
                "`",
            ]
            .concat(),
        )
    };
    let mut segments = pattern.segments();
    let mut index = 0;
    for own in template.segments() {
        let placeholder = match own {
            TemplateSegment::Placeholder(placeholder) => placeholder,
            TemplateSegment::Literal(literal) => match segments.next() {
                Some(PatternSegment::Literal(segment)) if segment == literal => continue,
                _ => return another(),
            },
        };
        let is_tail = *placeholder.kind() == PlaceholderKind::Tail;
        match segments.next() {
            Some(PatternSegment::Tail) if is_tail => return None,
            Some(PatternSegment::One) if !is_tail => {}
            Some(PatternSegment::Literal(_)) if is_tail => {
                let is_text = segments.all(|rest| matches!(rest, PatternSegment::Literal(_)));
                return if is_text { None } else { another() };
            }
            Some(PatternSegment::Literal(segment)) => {
                let check = P::CHECKS.iter().find(|(of, _)| *of == index);
                if let Some(error) = check.and_then(|(_, check)| check(segment)) {
                    let what = [
                        "`<",
                        placeholder.name(),
                        ">` of `",
                        template.as_str(),
                        "`: ",
                    ];
                    return Some([&what.concat(), &*error.to_string()].concat());
                }
            }
            _ => return another(),
        }
        index += 1;
    }
    segments.next().and_then(|_| another())
}

// What reads and writes a type as its text; after it come the form of it that is read, and the one that borrows
// nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_serde {
    ([$($ty:tt)*] [$($read:tt)*] [$($owned:tt)*]) => {
        /// Serializes the text.
        impl $crate::__private::Serialize for $($ty)* {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> $crate::__private::Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        /// Reads the text, which is checked.
        impl<'de> $crate::__private::Deserialize<'de> for $($read)* {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> $crate::__private::Result<Self, D::Error> {
                $crate::__private::deserialize::<D, $($owned)*>(deserializer)
            }
        }
    };
}

// The same for the pattern of a line, which holds what is set in its first field.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_serde_of_patterns {
    ($Pattern:ident) => {
        /// Serializes the pattern as text.
        impl<T, P> $crate::__private::Serialize for $Pattern<T, P> {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> $crate::__private::Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        /// Reads the pattern as text, which must be a pattern of the line.
        impl<'de, T, P> $crate::__private::Deserialize<'de> for $Pattern<T, P>
        where
            T: $crate::__private::Line,
            P: $crate::__private::Placeholders,
        {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> $crate::__private::Result<Self, D::Error> {
                let pattern =
                    $crate::__private::deserialize_pattern::<D, P>(T::DESCRIPTION, deserializer)?;
                $crate::__private::Ok(Self(pattern, $crate::__private::Marker))
            }
        }
    };
}

// What the placeholders of some lines refuse.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_placeholders {
    ($Placeholders:ident $(($index:literal $of:expr))*) => {
        impl $crate::__private::Placeholders for $Placeholders {
            const CHECKS: $crate::__private::Checks = &[$((
                $index,
                |segment| $crate::__private::ValueOf::from_segment(&$of, segment).err(),
            )),*];
        }
    };
}
