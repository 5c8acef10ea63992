//! Integers are their decimal digits, `-` in front where they are negative.
//!
//! Reading is strict: `+7` and `007` are other topics than `7`, so they are no integers here.

use core::fmt;
use core::num::{IntErrorKind, NonZero, ParseIntError};

use topics_core::{Segment, Texts};

use super::{SegmentValue, SegmentWriter, ValueError, display_segment};

/// Whether a text that parses as an integer is the one that the integer is written as.
fn is_canonical(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    text == "0" || digits.starts_with(|c: char| ('1'..='9').contains(&c))
}

/// What is said of a text that is not that of an integer, and was parsed with this error, if with any; each of the
/// sentences is about one type.
#[cold]
fn refuse(text: &str, parsed: Option<&ParseIntError>, sentences: [&'static str; 6]) -> ValueError {
    let [no_integer, out_of_range, zero, negative, plus, leading_zero] = sentences;
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_integer = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    ValueError::new(match parsed.map(ParseIntError::kind) {
        _ if !is_integer => no_integer,
        _ if text.starts_with('+') => plus,
        _ if digits.len() > 1 && digits.starts_with('0') => leading_zero,
        None => "zero is written `0`",
        Some(IntErrorKind::Zero) => zero,
        Some(IntErrorKind::PosOverflow | IntErrorKind::NegOverflow) => out_of_range,
        // All that is left is a sign that the type does not have.
        Some(_) => negative,
    })
}

macro_rules! integers {
    ($($article:literal: $($integer:ident)*;)*) => {$($(
        integers!(@impl $integer, $article, stringify!($integer), "<", stringify!($integer), ">");
        integers!(
            @impl NonZero<$integer>, "a", concat!("NonZero<", stringify!($integer), ">"),
            "<nonzero ", stringify!($integer), ">"
        );
    )*)*};
    (@impl $Type:ty, $article:literal, $name:expr, $($texts:expr),*) => {
        impl SegmentValue for $Type {
            const TEXTS: Texts<'static> = Texts::from_static(concat!($($texts),*));

            fn to_segment(&self) -> Segment<'_> {
                display_segment(self)
            }

            fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
                let text = segment.as_str();
                match text.parse() {
                    Ok(value) if is_canonical(text) => Ok(value),
                    parsed => Err(refuse(text, parsed.err().as_ref(), [
                        concat!("not ", $article, " `", $name, "`"),
                        concat!("out of the range of `", $name, "`"),
                        concat!($article, " `", $name, "` is not zero"),
                        concat!($article, " `", $name, "` is not negative"),
                        concat!($article, " `", $name, "` is written without `+`"),
                        concat!($article, " `", $name, "` is written without leading zeros"),
                    ])),
                }
            }

            fn write_segment(&self, out: &mut SegmentWriter<'_>) -> fmt::Result {
                out.display(self)
            }
        }
    };
}

integers! {
    "a": u8 u16 u32 u64 u128 usize;
    "an": i8 i16 i32 i64 i128 isize;
}
