//! Topics and patterns as their text, for serde; what is read is checked.

use alloc::string::{String, ToString as _};
use core::fmt;
use core::str::FromStr;

use serde::de::Error as _;
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
use topics_core::{Excerpt, Pattern, PatternSegment, Segment};

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
    let text = String::deserialize(from)?;
    text.parse().map_err(D::Error::custom)
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
    let bound = bound::of(line, Pattern::deserialize(from)?);
    match fault::<P>(line, &bound) {
        None => Ok(bound),
        Some(fault) => Err(D::Error::custom(fault)),
    }
}

/// What is wrong with a pattern that is to be one of a line.
fn fault<P: Placeholders>(line: &Description, bound: &Bound) -> Option<String> {
    let (template, pattern) = (line.present.template, bound::to_pattern(bound));
    let last = template.segments().count() - 1;
    let is_set = |segment| matches!(segment, PatternSegment::Literal(_));
    let is_whole = !line.present.has_tail
        || pattern.segments().nth(last) == Some(PatternSegment::Tail)
        || pattern.segments().skip(last).all(is_set);
    if !is_whole || !template.pattern().covers(&pattern) {
        let (text, of) = (Excerpt(&pattern).to_string(), template.as_str());
        return Some(["`", &text, "` is not a pattern of `", of, "`"].concat());
    }
    P::CHECKS.iter().find_map(|(index, check)| {
        let set = bound.part(|_, own| own == *index);
        let set = set.filter(|part| *part != "*")?;
        let error = check(Segment::from_checked(set.into()))?.to_string();
        let name = template.placeholders().nth(*index)?.name();
        Some(["`<", name, ">` of `", template.as_str(), "`: ", &error].concat())
    })
}

// What reads and writes a type as its text; after it come the form of it that is read, and the one that borrows
// nothing. The same for the pattern of a line, which holds what is set in its first field, and what the placeholders of
// some lines refuse.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_serde {
    ([$($ty:tt)*] [$($read:tt)*] [$($owned:tt)*]) => {
        /// Serializes the text.
        impl $crate::__private::Serialize for $($ty)* {
            fn serialize<AnySerializer: $crate::__private::Serializer>(
                &self,
                serializer: AnySerializer,
            ) -> $crate::__private::Result<AnySerializer::Ok, AnySerializer::Error> {
                serializer.collect_str(self)
            }
        }

        /// Reads the text, which is checked.
        impl<'de> $crate::__private::Deserialize<'de> for $($read)* {
            fn deserialize<AnyDeserializer: $crate::__private::Deserializer<'de>>(
                deserializer: AnyDeserializer,
            ) -> $crate::__private::Result<Self, AnyDeserializer::Error> {
                $crate::__private::deserialize::<AnyDeserializer, $($owned)*>(deserializer)
            }
        }
    };
    (pattern $Pattern:ident) => {
        /// Serializes the pattern as text.
        impl<T, P> $crate::__private::Serialize for $Pattern<T, P> {
            fn serialize<AnySerializer: $crate::__private::Serializer>(
                &self,
                serializer: AnySerializer,
            ) -> $crate::__private::Result<AnySerializer::Ok, AnySerializer::Error> {
                serializer.collect_str(self)
            }
        }

        /// Reads the pattern as text, which must be a pattern of the line.
        impl<'de, T, P> $crate::__private::Deserialize<'de> for $Pattern<T, P>
        where
            T: $crate::__private::Line,
            P: $crate::__private::Placeholders,
        {
            fn deserialize<AnyDeserializer: $crate::__private::Deserializer<'de>>(
                deserializer: AnyDeserializer,
            ) -> $crate::__private::Result<Self, AnyDeserializer::Error> {
                let pattern = $crate::__private::deserialize_pattern::<AnyDeserializer, P>(
                    T::DESCRIPTION,
                    deserializer,
                )?;
                $crate::__private::Ok(Self(pattern, $crate::__private::Marker))
            }
        }
    };
    (placeholders $Placeholders:ident $(($index:literal $of:expr))*) => {
        impl $crate::__private::Placeholders for $Placeholders {
            const CHECKS: $crate::__private::Checks = &[$((
                $index,
                |segment| ($of.from_segment)(segment).err(),
            )),*];
        }
    };
}
