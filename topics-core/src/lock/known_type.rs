//! One line of a lock about a type.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use super::source::Source;
use super::{ARROW, words};
use crate::segment::Segment;

/// The word that begins a line about a type.
pub(super) const TYPE: &str = "type ";

/// One line of a [`Lock`](super::Lock): the texts that the type of a placeholder has, where they are few and
/// known.
///
/// ```
/// # use topics_core as topics;
/// use topics::Segment;
/// use topics::lock::LockType;
///
/// let texts = [Segment::new("us")?, Segment::new("eu_west")?];
/// let region = LockType::new("Region", texts).unwrap();
/// assert_eq!(region.to_string(), "type Region => eu_west | us");
/// # Ok::<(), topics_core::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LockType {
    /// Words, with one space between two of them.
    name: Box<str>,
    /// Segments, sorted, each once; at least one.
    texts: Vec<Box<str>>,
    pub(super) source: Source,
}

impl LockType {
    /// A type of this name and with these texts, in any order.
    ///
    /// `None` if there is no text, or if the name is none: without words, or with a `=` at the beginning. In
    /// the name, whitespace and control characters are reduced to one space between words.
    #[must_use]
    pub fn new<'s>(name: &str, texts: impl IntoIterator<Item = Segment<'s>>) -> Option<Self> {
        let name = words(name);
        let mut sorted = Vec::<Box<str>>::new();
        for text in texts {
            if let Err(at) = sorted.binary_search_by(|other| (**other).cmp(text.as_str())) {
                sorted.insert(at, text.as_str().into());
            }
        }
        // A line that begins with an arrow after its first word is an entry.
        let is_name = !name.is_empty() && !name.starts_with('=');
        (is_name && !sorted.is_empty()).then(|| Self {
            name: name.into(),
            texts: sorted,
            source: Source::default(),
        })
    }

    /// The type, as placeholders name it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The texts, sorted, each once; at least one.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }

    /// The number of the line that the type was read from, counted from one; `None` if it was not read.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.source.line()
    }

    /// The same line about the type under another name, without its comments.
    #[doc(hidden)]
    #[must_use]
    pub fn renamed(&self, name: &str) -> Self {
        let mut renamed = self.clone();
        renamed.name = words(name).into();
        renamed.source.comments.clear();
        renamed
    }

    /// Adds the texts of another type.
    #[doc(hidden)]
    pub fn add_texts_of(&mut self, other: &Self) {
        for text in &other.texts {
            if let Err(at) = self.texts.binary_search(text) {
                self.texts.insert(at, text.clone());
            }
        }
    }

    /// The texts of this type that another one lacks.
    pub(super) fn texts_beyond<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a str> {
        self.texts().filter(|text| !other.has(text))
    }

    fn has(&self, text: &str) -> bool {
        let found = self.texts.binary_search_by(|other| (**other).cmp(text));
        found.is_ok()
    }
}

/// The line, as it stands in the file.
impl fmt::Display for LockType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{TYPE}{}", self.name)?;
        for (index, text) in self.texts.iter().enumerate() {
            let before = if index == 0 { ARROW } else { " | " };
            write!(f, "{before}{text}")?;
        }
        Ok(())
    }
}
