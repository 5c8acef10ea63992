//! Integers are their decimal digits, `-` in front where they are negative.
//!
//! Reading is strict: `+7` and `007` are other topics than `7`, so they are no integers here.

use core::fmt;
use core::num::NonZero;

use topics_core::Segment;

use super::{SegmentValue, SegmentWriter, ValueError, display_segment};

/// Whether a text that parses as an integer is the one that the integer is written as.
fn is_canonical(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    text == "0" || digits.starts_with(|c: char| ('1'..='9').contains(&c))
}

macro_rules! integers {
    ($($integer:ident)*) => {$(
        integers!(@impl $integer, concat!("not a `", stringify!($integer), "`"));
        integers!(@impl NonZero<$integer>, concat!("not a `NonZero<", stringify!($integer), ">`"));
    )*};
    (@impl $Type:ty, $refusal:expr) => {
        impl SegmentValue for $Type {
            fn to_segment(&self) -> Segment<'_> {
                display_segment(self)
            }

            fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
                let text = segment.as_str();
                match text.parse() {
                    Ok(value) if is_canonical(text) => Ok(value),
                    _ => Err(ValueError::new($refusal)),
                }
            }

            fn write_segment(&self, out: &mut SegmentWriter<'_>) -> fmt::Result {
                out.display(self)
            }
        }
    };
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
