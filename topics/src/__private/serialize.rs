//! Topics and patterns as their text, for serde; what is read is checked.

use alloc::string::{String, ToString as _};
use core::fmt;
use core::str::FromStr;

use serde::de::Error as _;
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
use topics_core::shape::Shape;
use topics_core::{Excerpt, Pattern, PatternSegment};

use super::Description;
use super::bound::{self, Bound};

pub fn deserialize<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    let text = String::deserialize(from)?;
    text.parse().map_err(D::Error::custom)
}

/// Reads the pattern of a line.
pub fn deserialize_pattern<'de, D: Deserializer<'de>>(
    line: &'static Description,
    from: D,
) -> Result<Bound, D::Error> {
    let pattern = Pattern::deserialize(from)?;
    if is_of(line, &pattern) {
        return Ok(bound::of(line, pattern));
    }
    let (text, of) = (Excerpt(&pattern).to_string(), line.present.template);
    let fault = ["`", &text, "` is not a pattern of `", of.as_str(), "`"].concat();
    Err(D::Error::custom(fault))
}

/// Whether each placeholder of a line is set in a pattern to what its type may take, or not set.
fn is_of(line: &Description, pattern: &Pattern<'_>) -> bool {
    let template = line.present.template;
    let last = template.segments().count() - 1;
    let is_set = |segment| matches!(segment, PatternSegment::Literal(_));
    let is_whole = !line.present.has_tail
        || pattern.segments().nth(last) == Some(PatternSegment::Tail)
        || pattern.segments().skip(last).all(is_set);
    is_whole
        && template.pattern().covers(pattern)
        && Shape::with_types(template, line.types).overlaps(pattern.as_str())
}

// What reads and writes a type as its text; after it come the form of it that is read, and the one that borrows
// nothing. The same for the pattern of a line, which holds what is set in its first field.
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

        /// Reads the text and checks it.
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
        {
            fn deserialize<AnyDeserializer: $crate::__private::Deserializer<'de>>(
                deserializer: AnyDeserializer,
            ) -> $crate::__private::Result<Self, AnyDeserializer::Error> {
                let pattern = $crate::__private::deserialize_pattern(
                    T::DESCRIPTION,
                    deserializer,
                )?;
                $crate::__private::Ok(Self(pattern, $crate::__private::Marker))
            }
        }
    };
}
