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

/// Why a text is not that of an integer type, which is given with its article. Composed only where it is shown, since a
/// less specific line may still read the topic.
#[cold]
fn refuse(text: &str, parsed: Option<&ParseIntError>, of: &'static str) -> ValueError {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_integer = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    ValueError::of_parts(match parsed.map(ParseIntError::kind) {
        _ if !is_integer => ["not ", of, ""],
        _ if text.starts_with('+') => ["", of, " is written without `+`"],
        _ if digits.len() > 1 && digits.starts_with('0') => {
            ["", of, " is written without leading zeros"]
        }
        None => ["zero is written `0`", "", ""],
        Some(IntErrorKind::Zero) => ["", of, " is not zero"],
        Some(IntErrorKind::PosOverflow | IntErrorKind::NegOverflow) => {
            let name = of.split_once(' ').map_or(of, |(_, name)| name);
            ["out of the range of ", name, ""]
        }
        // All that is left is a sign that the type does not have.
        Some(_) => ["", of, " is not negative"],
    })
}

macro_rules! integers {
    ($($article:literal: $($integer:ident)*;)*) => {$($(
        integers!(
            @impl $integer, concat!($article, " `", stringify!($integer), "`"),
            "<", stringify!($integer), ">"
        );
        integers!(
            @impl NonZero<$integer>, concat!("a `NonZero<", stringify!($integer), ">`"),
            "<nonzero ", stringify!($integer), ">"
        );
    )*)*};
    (@impl $Type:ty, $of:expr, $($texts:expr),*) => {
        impl SegmentValue for $Type {
            const TEXTS: Texts<'static> = Texts::from_static(concat!($($texts),*));

            fn to_segment(&self) -> Segment<'_> {
                display_segment(self)
            }

            fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
                let text = segment.as_str();
                match text.parse() {
                    Ok(value) if is_canonical(text) => Ok(value),
                    parsed => Err(refuse(text, parsed.err().as_ref(), $of)),
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
