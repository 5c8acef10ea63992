//! Integers are their decimal digits, `-` in front where they are negative.
//!
//! Reading is strict: `+7` and `007` are other topics than `7`, so they are no integers here.

use core::fmt;
use core::num::{IntErrorKind, NonZero};

use topics_core::{Segment, Texts};

use super::{SegmentValue, ValueError, written};

/// Whether a text that parses as an integer is the one that the integer is written as.
fn is_canonical(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    text == "0" || digits.starts_with(|c: char| ('1'..='9').contains(&c))
}

macro_rules! integers {
    ($($integer:ident)*) => {$(
        integers!($integer: $integer, "<");
        integers!($integer: NonZero<$integer>, "<nonzero ");
    )*};
    ($integer:ident: $Type:ty, $texts:literal) => {
        impl SegmentValue for $Type {
            const TEXTS: Texts<'static> =
                Texts::from_static(concat!($texts, stringify!($integer), ">"));

            fn to_segment(&self) -> Segment<'_> {
                written(self)
            }

            fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
                let text = segment.as_str();
                match text.parse::<Self>() {
                    Ok(value) if is_canonical(text) => Ok(value),
                    Ok(_) => Err(ValueError::new(
                        "integers are written without `+`, without leading zeros and without `-0`",
                    )),
                    Err(error) => Err(match error.kind() {
                        IntErrorKind::PosOverflow | IntErrorKind::NegOverflow => ValueError::new(
                            concat!("out of the range of `", stringify!($integer), "`"),
                        ),
                        _ => ValueError::not_one_of(Self::TEXTS),
                    }),
                }
            }

            fn write_segment(&self, out: &mut dyn fmt::Write) -> fmt::Result {
                write!(out, "{self}")
            }
        }
    };
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
