//! Types that are one segment.

mod integer;
mod text;
#[cfg(feature = "uuid")]
mod uuid;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::hash::Hash;

use topics_core::{Segment, Texts};

/// A type whose values are one segment each, so that it can be the type of a placeholder: `<id: Uuid>`.
///
/// Implemented for the integers, `NonZero` integers, `bool`, [`Segment<'static>`](Segment),
/// [`Escaped`](crate::Escaped) and, behind the feature `uuid`, `Uuid`. Derive it for an enum of unit variants or for a struct around
/// one such value:
///
/// ```
/// use topics::{Segment, SegmentValue};
///
/// #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
/// #[segment(rename_all = "snake_case")]
/// pub enum Region {
///     EuWest,
///     #[segment(rename = "us")]
///     UnitedStates,
/// }
///
/// #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
/// pub struct Shard(u16);
///
/// topics::topics! {
///     metrics.<region: Region>.<shard: Shard>;
/// }
///
/// let topic = Metrics::new(Region::EuWest, Shard(7));
/// assert_eq!(topic.to_string(), "metrics.eu_west.7");
/// assert_eq!(Metrics::parse("metrics.us.7")?, Metrics::new(Region::UnitedStates, Shard(7)));
/// assert!(Metrics::parse("metrics.us.007").is_err()); // one value, one text
/// # Ok::<(), topics::ParseError>(())
/// ```
///
/// # Why not `f64`, `IpAddr`, `char` or `String`?
///
/// Because some of their values are not one segment: `1.5` and `10.0.0.1` are two and four segments, `'.'` and `' '`
/// are none, and a `String` can be anything. A plain placeholder, `<name>`, takes text and checks it;
/// `<name: Escaped>` takes any text and [escapes](crate::Escaped) it. For an address, write a type of your own that
/// uses another separator, such as `-`.
///
/// # Implementing it by hand
///
/// [`to_segment`](SegmentValue::to_segment) returns checked text, so an implementation cannot break
/// a topic. Keep the two methods inverse to each other: reading the text of a value gives the value,
/// and no other text does. Describe the texts in [`TEXTS`](SegmentValue::TEXTS) if you can.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a segment; derive `SegmentValue` for it",
    label = "expected a type whose values are one segment each",
    note = "integers, `bool`, `Uuid` (feature `uuid`) and types with `#[derive(SegmentValue)]` can be segments",
    note = "wrap a type of another crate in a struct that implements `SegmentValue`",
    note = "for text, use a plain placeholder, `<name>`, or the type `topics::Escaped`, which takes any text"
)]
pub trait SegmentValue: Clone + fmt::Debug + Eq + Hash {
    /// The texts that the values of the type have, all of them and no others, as far as the type tells.
    ///
    /// The compiler uses this wherever it compares topics: a literal such as `topic!(Bus, "orders.seven.paid")`
    /// does not compile where a `u64` stands, an enum over topics that are declared elsewhere knows which of them share
    /// a topic, and a [lock](crate::guide::lock) records the texts, so that none can be taken away unnoticed. The
    /// derive lists the texts of an enum, and those of a struct are those of its field, between its affixes.
    ///
    /// ```
    /// use topics::{SegmentValue, Texts};
    ///
    /// #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    /// #[segment(rename_all = "snake_case")]
    /// enum Region {
    ///     EuWest,
    ///     Us,
    /// }
    ///
    /// assert_eq!(Region::TEXTS, Texts::from_static("eu_west | us"));
    /// assert_eq!(u32::TEXTS, Texts::from_static("<u32>"));
    /// ```
    const TEXTS: Texts<'static> = Texts::UNKNOWN;

    /// Returns the text of the value.
    fn to_segment(&self) -> Segment<'_>;

    /// Reads the value from its text.
    ///
    /// # Errors
    ///
    /// If the text is not the text of a value; [`ValueError`] says why.
    fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError>;

    /// Writes the text of the value; types of this crate and derived ones need no [`Segment`] to do so. What is written is not
    /// checked.
    #[doc(hidden)]
    fn write_segment(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(&self.to_segment())
    }
}

/// The error of a segment that is not a value of the type.
///
/// ```
/// use topics::{Segment, SegmentValue, ValueError};
///
/// /// An IPv4 address, written with `-` so that it is one segment.
/// #[derive(Clone, Debug, PartialEq, Eq, Hash)]
/// struct Address(std::net::Ipv4Addr);
///
/// impl SegmentValue for Address {
///     fn to_segment(&self) -> Segment<'_> {
///         // Digits and `-` are always a segment, but only the check makes one.
///         Segment::new(self.0.to_string().replace('.', "-"))
///             .unwrap_or(Segment::from_static("unknown"))
///     }
///
///     fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
///         segment
///             .as_str()
///             .replace('-', ".")
///             .parse()
///             .map(Address)
///             .map_err(|error| ValueError::new(format!("{error}")))
///     }
/// }
///
/// let address = Address::from_segment(Segment::new("10-0-0-1").unwrap())?;
/// assert_eq!(address.to_segment(), "10-0-0-1");
/// # Ok::<(), ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueError(Reason);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Reason {
    Text(Cow<'static, str>),
    NotOneOf(Texts<'static>),
}

impl ValueError {
    /// Creates an error with a reason, in lower case and without a full stop.
    pub fn new(reason: impl Into<Cow<'static, str>>) -> Self {
        Self(Reason::Text(reason.into()))
    }

    /// Creates the error of a type that has only these texts.
    ///
    /// ```
    /// use topics::{Texts, ValueError};
    ///
    /// let error = ValueError::not_one_of(Texts::from_static("low | high"));
    /// assert_eq!(error.to_string(), "expected `low` or `high`");
    /// ```
    #[must_use]
    pub const fn not_one_of(allowed: Texts<'static>) -> Self {
        Self(Reason::NotOneOf(allowed))
    }

    /// The texts that the type has, if the error is that the segment is none of them.
    #[must_use]
    pub fn allowed(&self) -> Option<Texts<'static>> {
        match self.0 {
            Reason::NotOneOf(allowed) => Some(allowed),
            Reason::Text(_) => None,
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Text(reason) => f.write_str(reason),
            Reason::NotOneOf(allowed) => {
                let Some(values) = allowed.values() else {
                    return write!(f, "expected `{allowed}`");
                };
                let texts: Vec<_> = values.collect();
                match texts.split_last() {
                    Some((last, others)) if !others.is_empty() => {
                        write!(f, "expected `{}` or `{last}`", others.join("`, `"))
                    }
                    _ => write!(f, "expected `{}`", texts.concat()),
                }
            }
        }
    }
}

impl core::error::Error for ValueError {}

/// The segment that a value writes.
pub(crate) fn written(value: &impl SegmentValue) -> Segment<'static> {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = value.write_segment(&mut text);
    Segment::from_checked(text.into())
}
