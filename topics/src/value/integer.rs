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

/// What is said of a text that is no integer of one type; each a sentence about the text.
struct Refusals {
    no_integer: &'static str,
    out_of_range: &'static str,
    zero: &'static str,
    negative: &'static str,
    plus: &'static str,
    leading_zero: &'static str,
}

impl Refusals {
    /// Which of them it is, of a text that was parsed with this result.
    #[cold]
    fn of(&self, text: &str, parsed: Result<(), &IntErrorKind>) -> &'static str {
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.no_integer;
        }
        match parsed {
            _ if text.starts_with('+') => self.plus,
            _ if digits.len() > 1 && digits.starts_with('0') => self.leading_zero,
            Ok(()) => "zero is written `0`",
            Err(IntErrorKind::Zero) => self.zero,
            Err(IntErrorKind::PosOverflow | IntErrorKind::NegOverflow) => self.out_of_range,
            // All that is left is a sign that the type does not have.
            Err(_) => self.negative,
        }
    }
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
                const REFUSALS: &Refusals = &Refusals {
                    no_integer: concat!("not ", $article, " `", $name, "`"),
                    out_of_range: concat!("out of the range of `", $name, "`"),
                    zero: concat!($article, " `", $name, "` is not zero"),
                    negative: concat!($article, " `", $name, "` is not negative"),
                    plus: concat!($article, " `", $name, "` is written without `+`"),
                    leading_zero: concat!($article, " `", $name, "` is written without leading zeros"),
                };
                let text = segment.as_str();
                let parsed = text.parse::<Self>();
                match &parsed {
                    Ok(value) if is_canonical(text) => Ok(*value),
                    _ => {
                        let parsed = parsed.as_ref().map(drop).map_err(ParseIntError::kind);
                        Err(ValueError::new(REFUSALS.of(text, parsed)))
                    }
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
