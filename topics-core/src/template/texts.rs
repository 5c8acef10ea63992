//! What a type tells of the texts that its values have.

use super::Values;
use super::integers::{Integers, primitive};
use super::scan;
use super::set::{Kind, Set, Spelled, ValueTexts};
use crate::bytes::{as_str, part, same, write};
use crate::checked::shows_text;
use crate::text::check_segment;

/// The texts that the values of a type have, each of them a segment, as far as the type tells.
///
/// A description is its canonical text, so it is `Copy`, can be a `const`, and is compared, stored and printed as
/// that text:
///
/// | canonical text | texts |
/// | --- | --- |
/// | `eu \| us` | these, one or more |
/// | `europe was eu \| us` | the same, and `eu`, which is read as `europe` and never written |
/// | `<u32>`, `<i8>` | the integers of this type in decimal digits, without `+` and leading zeros |
/// | `<1..=12>` | the integers of this range |
/// | `<nonzero u32>`, `<nonzero -9..=9>` | the same without zero |
/// | `<uuid>` | UUIDs, hyphenated and in lower case |
/// | `<escaped>` | what `Escaped` writes |
/// | `<any>` | every segment |
/// | `<unknown>` | segments of which nothing is known |
/// | `dev-<u32>`, `<uuid>-eu`, `v<any>b` | what stands in angle brackets, with a prefix, a suffix, or both |
///
/// ```
/// # use topics_core as topics;
/// use topics::Texts;
///
/// const MONTH: Texts<'static> = Texts::from_static("<1..=12>");
/// assert!(MONTH.have("7") && !MONTH.have("07") && !MONTH.have("13"));
/// assert!(Texts::from_static("<u8>").cover(MONTH));
/// assert_eq!(Texts::new("dev-<u31>"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Texts<'a>(&'a str);

impl<'a> Texts<'a> {
    /// Every segment.
    pub const ANY: Self = Self("<any>");
    /// Nothing is known.
    pub const UNKNOWN: Self = Self("<unknown>");
    /// UUIDs, hyphenated and in lower case.
    pub const UUID: Self = Self("<uuid>");
    /// What `Escaped` writes.
    pub const ESCAPED: Self = Self("<escaped>");

    /// A description from its canonical text; `None` if the text is not a description.
    #[must_use]
    pub const fn new(text: &'a str) -> Option<Self> {
        if is_description(text) {
            Some(Self(text))
        } else {
            None
        }
    }

    /// A description from its canonical text, while compiling.
    ///
    /// # Panics
    ///
    /// If the text is not a description. In a `const` that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn from_static(text: &'static str) -> Texts<'static> {
        match Texts::new(text) {
            Some(texts) => texts,
            None => crate::messages::no_description(text).fail(),
        }
    }

    /// Takes a text that has been checked already.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_checked(text: &'a str) -> Self {
        Self(text)
    }

    /// The texts of a primitive integer or of `bool`, by the name of the type; `None` for any other name.
    #[doc(hidden)]
    #[must_use]
    pub const fn of_type(name: &str) -> Option<Texts<'static>> {
        if let b"bool" = name.as_bytes() {
            return Some(Texts("true | false"));
        }
        match primitive(name) {
            Some((text, ..)) => Some(Texts(text)),
            None => None,
        }
    }

    /// The canonical text.
    #[must_use]
    pub const fn as_str(&self) -> &'a str {
        self.0
    }

    /// Whether it says exactly which texts there are.
    #[must_use]
    pub const fn are_known(&self) -> bool {
        !self.read().1
    }

    /// The texts that are written, if they are listed; [`Values::former`] has those that are read besides.
    #[must_use]
    pub fn values(&self) -> Option<Values<'a>> {
        (!self.0.contains('>')).then_some(Values(ValueTexts::of(self.0)))
    }

    /// Whether a segment may be one of the texts.
    #[must_use]
    pub const fn have(&self, segment: &str) -> bool {
        check_segment(segment.as_bytes()).is_ok() && self.read().0.has(segment)
    }

    /// Whether every text of the other is surely one of these.
    #[must_use]
    pub const fn cover(&self, other: Texts<'_>) -> bool {
        self.are_known() && self.read().0.covers(other.read().0)
    }

    /// Whether these texts keep a promise of the others: they are the same, or both are listed and none of the others is
    /// missing.
    #[doc(hidden)]
    #[must_use]
    pub const fn keep(&self, promised: Texts<'_>) -> bool {
        let are_listed = self.are_listed() && promised.are_listed();
        self.cover(promised) && (are_listed || promised.cover(*self))
    }

    pub(crate) const fn are_listed(&self) -> bool {
        matches!(self.read().0, Set::Values(_))
    }

    pub(crate) const fn takes(&self, segment: &str) -> bool {
        self.read().0.has(segment)
    }

    /// The texts as a set, and whether the type may refuse some of them.
    pub(super) const fn read(&self) -> (Set<'a>, bool) {
        match rule(self.0) {
            Some((spelled, is_unknown)) => (Set::Spelled(spelled), is_unknown),
            None => (Set::Values(ValueTexts::of(self.0)), false),
        }
    }
}

/// The rule in angle brackets, if there are some, with what is around it; and whether nothing is known. No segment holds
/// a `>`.
const fn rule(text: &str) -> Option<(Spelled<'_>, bool)> {
    let (bytes, mut close) = (text.as_bytes(), text.len());
    while close > 0 && bytes[close - 1] != b'>' {
        close -= 1;
    }
    let mut open = close;
    while open > 0 && bytes[open - 1] != b'<' {
        open -= 1;
    }
    if open == 0 {
        return None;
    }
    let inside = part(text, open, close - 1);
    let kind = match inside.as_bytes() {
        b"any" | b"unknown" => Kind::Any,
        b"uuid" => Kind::Uuid,
        b"escaped" => Kind::Escaped,
        _ => match Integers::read(inside) {
            Some(integers) => Kind::Integers(integers),
            None => return None,
        },
    };
    let (prefix, suffix) = (text.split_at(open - 1).0, text.split_at(close).1);
    let spelled = Spelled {
        prefix,
        kind,
        suffix,
    };
    Some((spelled, same(inside, "unknown")))
}

const fn is_description(text: &str) -> bool {
    match rule(text) {
        Some((Spelled { prefix, suffix, .. }, _)) => may_be_affix(prefix) && may_be_affix(suffix),
        None => scan::check_values(text, 0, false).is_ok(),
    }
}

/// Whether a text may stand at the beginning or at the end of a segment.
const fn may_be_affix(text: &str) -> bool {
    text.is_empty() || check_segment(text.as_bytes()).is_ok()
}

/// The canonical text with affixes around each of the texts, and its length; incomplete where `N` is too small.
#[doc(hidden)]
#[must_use]
pub const fn affixed<const N: usize>(
    prefix: &str,
    texts: Texts<'_>,
    suffix: &str,
) -> ([u8; N], usize) {
    let text = texts.0;
    let (mut all, mut length, mut values) = ([0; N], 0, ValueTexts::of(text));
    let mut at = 0;
    while let Some(value) = values.next() {
        length = write(&mut all, length, prefix);
        length = write(&mut all, length, value);
        length = write(&mut all, length, suffix);
        at += value.len();
        if at < text.len() {
            length = write(&mut all, length, part(text, at, values.at));
        }
        at = values.at;
    }
    (all, length)
}

/// The description that these bytes are, put together by [`affixed`].
#[doc(hidden)]
#[must_use]
pub const fn of_bytes(text: &[u8]) -> Texts<'_> {
    Texts(as_str(text))
}

shows_text!(Texts);
