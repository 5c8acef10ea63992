//! Any text as one segment.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::borrow::Borrow;
use core::fmt;
use core::ops::Deref;

use topics_core::{Segment, Texts, split};

use crate::text_type::serde_as;
use crate::value::written;
use crate::{SegmentValue, ValueError};

/// Any text, written as one segment: the type of a placeholder whose values may hold dots, spaces or
/// anything else, such as `v1.2`, `repo/name.git`, an e-mail address, or nothing at all.
///
/// ```
/// use topics::Escaped;
///
/// topics::topics! {
///     package.<name: Escaped>.<version: Escaped>;
/// }
///
/// let release = Package::new(Escaped::new("left pad"), Escaped::new("v1.2"));
/// assert_eq!(release.to_string(), "package.left%20pad.v1%2E2");
///
/// let read = Package::parse("package.left%20pad.v1%2E2")?;
/// assert_eq!(read.version.as_str(), "v1.2");
/// # Ok::<(), topics::ParseError>(())
/// ```
///
/// # How it is written
///
/// Percent-encoding. Each character that a segment can't hold, and each `%`, is written as the bytes of its
/// UTF-8, each of them a `%` and two upper-case hexadecimal digits. All other characters stay as they are, so
/// most texts are readable. The empty text is `%` alone.
///
/// | text | segment |
/// | --- | --- |
/// | `web-01` | `web-01` |
/// | `v1.2` | `v1%2E2` |
/// | `100%` | `100%25` |
/// | `a b*` | `a%20b%2A` |
/// | `\u{3000}` | `%E3%80%80` |
/// | the empty text | `%` |
///
/// Each text has one segment, and no other segment is read as that text: `v1%2e2` and `%41` are refused. So
/// what parses is displayed unchanged. Every text can be written, so building a topic cannot fail.
///
/// # When a plain placeholder serves better
///
/// A plain placeholder, `<id>`, borrows from the name that is parsed, and refuses text which is not a segment.
/// Choose it where such a text is a mistake. Programs that don't use this crate have to escape by the same
/// rule; for most texts, any percent-encoder will do if it can be told which characters to escape.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Escaped(Cow<'static, str>);

impl Escaped {
    /// Takes any text.
    ///
    /// ```
    /// use topics::Escaped;
    ///
    /// assert_eq!(Escaped::new("a/b.git").as_str(), "a/b.git");
    /// ```
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(Cow::Owned(text.into()))
    }

    /// Takes a text without a copy; a constant can hold the result.
    ///
    /// ```
    /// use topics::Escaped;
    ///
    /// const LATEST: Escaped = Escaped::from_static("v1.2");
    /// assert_eq!(LATEST, "v1.2");
    /// ```
    #[must_use]
    pub const fn from_static(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// The text, without escapes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, without escapes.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0.into_owned()
    }
}

impl SegmentValue for Escaped {
    const TEXTS: Texts<'static> = Texts::ESCAPED;

    fn to_segment(&self) -> Segment<'_> {
        written(self)
    }

    fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
        if !segment.contains('%') {
            return Ok(Self::new(segment));
        }
        let text = read(&segment).ok_or(ValueError::new(
            "`%` must be followed by two hexadecimal digits, and the decoded bytes must be UTF-8",
        ))?;
        let escaped = Self::new(text);
        if escaped.to_segment() == segment {
            return Ok(escaped);
        }
        Err(ValueError::new(
            "escapes are written in upper case, and only where a segment or `%` needs one",
        ))
    }

    fn write_segment(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        if self.0.is_empty() {
            return out.write_char('%');
        }
        for c in self.0.chars() {
            let mut bytes = [0; 4];
            let text = &*c.encode_utf8(&mut bytes);
            // A topic of one character is a segment.
            if c != '%' && split::ends(text, &mut []).is_some() {
                out.write_str(text)?;
                continue;
            }
            for byte in text.bytes() {
                write!(out, "%{byte:02X}")?;
            }
        }
        Ok(())
    }
}

/// What a segment says if it is escaped, in this form or another.
fn read(segment: &str) -> Option<String> {
    if segment == "%" {
        return Some(String::new());
    }
    let mut pieces = segment.split('%');
    let mut bytes = Vec::from(pieces.next()?);
    for piece in pieces {
        bytes.push(u8::from_str_radix(piece.get(..2)?, 16).ok()?);
        bytes.extend(piece.bytes().skip(2));
    }
    String::from_utf8(bytes).ok()
}

impl From<&str> for Escaped {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Escaped {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

/// The text, without escapes.
impl From<Escaped> for String {
    fn from(escaped: Escaped) -> Self {
        escaped.into_string()
    }
}

/// The text, without escapes.
impl Deref for Escaped {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Escaped {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

topics_core::__equals_text!([] Escaped: str, &str);

/// Hashes and compares as `str` does, so a map keyed by it can be asked with a `&str`.
impl Borrow<str> for Escaped {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

serde_as! {
    /// The text, without escapes.
    [] Escaped: |text: String| Ok(Self::new(text))
}
