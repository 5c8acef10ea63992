//! The lock: what a hierarchy has promised to its subscribers, as a file.
//!
//! A [`Lock`] lists every template of one hierarchy, with the name of its payload's type. Committed beside
//! the source, it tells what a change does to programs that subscribe by these names:
//! [`Lock::changes_to`] compares two locks, and each [`Change`] knows whether it
//! [breaks](Change::is_breaking) a subscriber.
//!
//! ```
//! # use topics_core as topics;
//! use topics::lock::Lock;
//!
//! let old: Lock = "topics-lock 1 BusTopic\nsystem.<worker>.health\nsystem.log\n".parse()?;
//! let new: Lock = "topics-lock 1 BusTopic\nsystem.<name>.health\nsystem.logs\n".parse()?;
//!
//! let changes = old.changes_to(&new);
//! let said: Vec<String> = changes.iter().map(ToString::to_string).collect();
//! assert_eq!(said, [
//!     "`<worker>` of `system.<name>.health` is now named `<name>`",
//!     "`system.log` is gone; the nearest is `system.logs`",
//!     "`system.logs` is new",
//! ]);
//! assert!(!changes[0].is_breaking() && changes[1].is_breaking());
//! # Ok::<(), topics_core::lock::LockError>(())
//! ```
//!
//! # The format, version 1
//!
//! ```text
//! topics-lock 1 BusTopic
//! # comments, and empty lines, are skipped
//! decky.<decky_id>.state => DeckyShape
//! system.<worker>.health => Heartbeat
//! system.log
//! topology.<id>.mutation.<state: applied | failed>
//! topology.<id>.placed.<region: Region>
//! type Region => eu_west | us
//! ```
//!
//! The file is UTF-8 text. Lines end with a line feed; a carriage return before it, whitespace around a
//! line, and a byte order mark are tolerated. A line is, in this order, the first of these that it can be:
//!
//! | a line that | is |
//! | --- | --- |
//! | is empty | skipped |
//! | begins with `#` | a comment, skipped |
//! | begins with `<<<<<<<`, `=======`, `>>>>>>>` or `\|\|\|\|\|\|\|` | left of a merge: an error |
//! | is the first of all others | the header: the word `topics-lock`, the version, the hierarchy's name |
//! | is `template`, `template => payload` or `template => payload -> reply` | an entry |
//! | is `type Name => text \| text …` | about a type |
//!
//! - The template is its [canonical text](crate::Template). It ends at the first ` => ` before which there is
//!   a template, so a type may contain one. Whatever is a template can be written down, with any payload, and
//!   is read as it was.
//! - The payload is a type's name as the declaration wrote it. Nothing is known of the type but its name, and a
//!   path in front of the name is not compared. A reply follows the payload, ` -> Reply`.
//! - A template that would be read as a comment or as a mark of a merge, `#.a` or `=======`, is written
//!   after a `\`; and so is one that begins with a `\`. A `\` in front of any other template changes
//!   nothing.
//! - An entry occurs once. The same template may occur with different payloads, where a declaration
//!   chooses one by `#[cfg]`.
//! - A line about a type lists the texts that a value of it can have, where they are few and known: those of
//!   an enum that derives `SegmentValue`, of `bool`, of whatever says so. The type is named as placeholders
//!   name it, and the name ends at the last ` => `; the texts are segments, one or more, joined by ` | `, in
//!   any order. A type has one such line, or none if its texts are not recorded. What no placeholder names is
//!   tolerated.
//! - A file without a header and without entries is an empty lock, for a hierarchy that has not recorded
//!   anything yet.
//!
//! A writer puts the header first, then comments, then the entries, sorted by the bytes of the template
//! and then of the payload, then the types, sorted by the bytes of the name, their texts sorted by their
//! bytes, each on a line of its own, the last one ended by a line feed too; `Display` does. A reader takes them
//! in any order.
//!
//! The version is that of the format, and changes only if an older reader would misread what a newer writer
//! wrote. A reader refuses versions that it does not know.
//!
//! # What breaks
//!
//! Subscribers know names and payloads, not declarations. So what matters is whether a topic that they may
//! wait for is still published, and still means the same:
//!
//! | change | breaks |
//! | --- | --- |
//! | a template is new | no |
//! | a template is gone, a literal segment is another one | yes |
//! | a placeholder has another name | no: names are not on the wire |
//! | a placeholder is of another kind or type, `<id>`, `<id: u32>`, `<id: a \| b>`, `<id..>` | yes |
//! | a closed placeholder takes one more value, or lists them in another order | no |
//! | a closed placeholder takes one value less | yes |
//! | a payload is declared where none was | no: nothing was promised |
//! | a payload is another one, or is gone | yes |
//! | a reply is declared where none was | no |
//! | a reply is another one, or is gone | yes |
//! | a type is written with another path, or renamed while its recorded texts stay the same | no |
//! | the hierarchy has another name | no |
//! | a type has one more text | no |
//! | a type has one text less, or can no longer tell which it has | yes |
//! | the texts of a type become known, or nothing names the type any more | no |
//!
//! A closed placeholder that now takes any segment counts as another kind: what it may hold has no end now,
//! which a `match` over its values cannot know.
//!
//! A type is compared by its name and, where they are known, its texts; of integers, and of a struct around one,
//! only the name is.
//!
//! Templates are compared, not the topics they match. So two lines that become one, `session.started` and
//! `session.ended` as `session.<phase: started | ended>`, break although the names on the wire stay, since
//! what they are read as does not; and a new line that is more specific than an old one holds, although the
//! topics it takes over may come with another payload.

mod change;
mod compare;
mod error;
mod lock_type;
mod messages;
mod promise;
mod read;
mod type_text;

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use crate::template::{PlaceholderKind, Template};

pub use change::{Change, ChangeKind};
pub use error::{LockError, LockErrorKind};
pub use lock_type::LockType;
#[doc(hidden)]
pub use promise::{TypePromise, check_texts};

/// The word that begins a header.
const MAGIC: &str = "topics-lock";

/// What stands between a template and its payload.
const ARROW: &str = " => ";

/// What stands between a payload and the reply to it.
const REPLY: &str = " -> ";

/// What begins a line about a type.
const TYPE: &str = "type ";

/// The templates that one hierarchy has promised to its subscribers; see the [module](self) for the format.
///
/// The default is an empty lock, which has not recorded anything.
///
/// Two locks are equal if their names, entries and types are, whatever the lines and comments they were read from.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    /// `None` only where nothing has been recorded, and so there are no entries.
    hierarchy: Option<Box<str>>,
    /// Sorted, each once.
    entries: Vec<LockEntry>,
    /// The line that each entry was read from; empty if they were not read.
    lines: Vec<usize>,
    /// Sorted by name, each name once.
    types: Vec<LockType>,
    /// The line that each of them was read from; empty if they were not read.
    type_lines: Vec<usize>,
}

impl Lock {
    /// The version of the format that this crate reads and writes.
    pub const VERSION: u32 = 1;

    /// A lock of these entries, in any order; one that occurs twice is kept once.
    ///
    /// # Errors
    ///
    /// If the name is not one word, without whitespace and control characters.
    pub fn new(
        hierarchy: &str,
        entries: impl IntoIterator<Item = LockEntry>,
    ) -> Result<Self, LockError> {
        if !is_word(hierarchy) {
            return Err(LockError::new(1, hierarchy, LockErrorKind::Name));
        }
        let mut entries: Vec<LockEntry> = entries.into_iter().collect();
        entries.sort_unstable();
        entries.dedup();
        Ok(Self {
            hierarchy: Some(hierarchy.into()),
            entries,
            lines: Vec::new(),
            types: Vec::new(),
            type_lines: Vec::new(),
        })
    }

    /// The same lock with these types, in any order, instead of those that it had; of two with one name,
    /// the first is kept.
    #[must_use]
    pub fn with_types(mut self, types: impl IntoIterator<Item = LockType>) -> Self {
        self.types = types.into_iter().collect();
        self.types.sort_by(|a, b| a.name().cmp(b.name()));
        self.types
            .dedup_by(|later, first| later.name() == first.name());
        self.type_lines.clear();
        self
    }

    /// Reads a lock.
    ///
    /// # Errors
    ///
    /// A [`LockError`] that says which line cannot be read, and why.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::lock::Lock;
    ///
    /// let error = Lock::parse("topics-lock 1 BusTopic\nsystem.log\nsystem. health\n").unwrap_err();
    /// assert_eq!(error.line(), 3);
    /// assert_eq!(
    ///     error.to_string(),
    ///     "line 3: `system. health` is not a template: whitespace at byte 7",
    /// );
    /// ```
    pub fn parse(text: &str) -> Result<Self, LockError> {
        read::lock(text)
    }

    /// The name of the hierarchy; `None` if the lock is empty and has none yet.
    #[must_use]
    pub fn hierarchy(&self) -> Option<&str> {
        self.hierarchy.as_deref()
    }

    /// The entries, sorted, each once.
    #[must_use]
    pub fn entries(&self) -> &[LockEntry] {
        &self.entries
    }

    /// The number of the line that an entry was read from, counted from one.
    ///
    /// `None` if the lock was not read from text, or has no such entry.
    #[must_use]
    pub fn line_of(&self, entry: &LockEntry) -> Option<usize> {
        let index = self.entries.binary_search(entry).ok()?;
        self.lines.get(index).copied()
    }

    /// The types whose texts are recorded, sorted by name, each name once.
    #[must_use]
    pub fn types(&self) -> &[LockType] {
        &self.types
    }

    /// What is recorded about a type.
    #[must_use]
    pub fn type_named(&self, name: &str) -> Option<&LockType> {
        self.types.get(self.type_index(name)?)
    }

    /// The number of the line that a type was read from, counted from one.
    ///
    /// `None` if the lock was not read from text, or has no such type.
    #[must_use]
    pub fn line_of_type(&self, name: &str) -> Option<usize> {
        self.type_lines.get(self.type_index(name)?).copied()
    }

    fn type_index(&self, name: &str) -> Option<usize> {
        let found = self.types.binary_search_by(|of| of.name().cmp(name));
        found.ok()
    }

    /// The types that placeholders name, sorted, each once.
    #[must_use]
    pub fn named_types(&self) -> Vec<&str> {
        let placeholders = self
            .entries
            .iter()
            .flat_map(|entry| entry.template().placeholders());
        let types = placeholders.filter_map(|placeholder| match placeholder.kind() {
            PlaceholderKind::Typed(of) => Some(*of),
            _ => None,
        });
        let mut types: Vec<&str> = types.collect();
        types.sort_unstable();
        types.dedup();
        types
    }

    /// Lists the changes from this lock to `new`: first those of entries, in the order of their templates, then
    /// those of types.
    ///
    /// An entry that both have is no change. Of the others, two that have the same literal segments and
    /// placeholders at the same places are one topic that has changed; what is left is gone or new. If no
    /// change is found, both have the same entries.
    ///
    /// Where several could have become several, those that are the same on the wire are paired first, and then
    /// each old entry with the nearest new one that is left. If that pairs two that do not belong together, write
    /// `#[was("…")]` before the line that replaces the old one.
    ///
    /// Near linear in the number of entries.
    #[must_use]
    pub fn changes_to<'a>(&'a self, new: &'a Lock) -> Vec<Change<'a>> {
        compare::changes(self, new)
    }
}

/// Whether a text can be the name of a hierarchy in a header.
fn is_word(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// The words of a text, with one space between two of them.
fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let is_blank = |c: char| c.is_whitespace() || c.is_control();
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

impl PartialEq for Lock {
    fn eq(&self, other: &Self) -> bool {
        self.hierarchy == other.hierarchy
            && self.entries == other.entries
            && self.types == other.types
    }
}

impl Eq for Lock {}

impl core::str::FromStr for Lock {
    type Err = LockError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// The text of the file, the same for equal locks.
impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(hierarchy) = &self.hierarchy else {
            return Ok(());
        };
        writeln!(f, "{MAGIC} {} {hierarchy}", Self::VERSION)?;
        writeln!(
            f,
            "# What subscribers of `{hierarchy}` rely on: a line that is no longer declared does not compile.\n\
             # `TOPICS_LOCK=update cargo test` writes this file and adds what is new; to retire a topic on\n\
             # purpose, delete its line."
        )?;
        self.entries
            .iter()
            .try_for_each(|entry| writeln!(f, "{entry}"))?;
        self.types.iter().try_for_each(|of| writeln!(f, "{of}"))
    }
}

/// One line of a [`Lock`]: a template, and the type of its payload if one is declared.
///
/// ```
/// # use topics_core as topics;
/// use topics::Template;
/// use topics::lock::LockEntry;
///
/// let template = Template::new("system.<worker>.health")?;
/// let entry = LockEntry::new(template).with_payload("Heartbeat");
/// assert_eq!(entry.to_string(), "system.<worker>.health => Heartbeat");
/// # Ok::<(), topics_core::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LockEntry {
    /// A [`Template`] in all but its lifetime.
    template: Box<str>,
    /// The payload and perhaps a reply, `Ping -> Pong`: words, with one space between two of them.
    types: Option<Box<str>>,
}

impl LockEntry {
    /// An entry for a topic without a payload.
    #[must_use]
    pub fn new(template: Template<'_>) -> Self {
        Self {
            template: template.as_str().into(),
            types: None,
        }
    }

    /// The same entry with this type as its payload, without a reply.
    ///
    /// An entry is one line, so whitespace and control characters are reduced to one space between words;
    /// a text without words is no payload.
    #[must_use]
    pub fn with_payload(mut self, payload: &str) -> Self {
        let text = words(payload);
        self.types = (!text.is_empty()).then(|| text.into());
        self
    }

    /// The same entry with this type as the reply to its payload; an entry without a payload has none.
    #[must_use]
    pub fn with_reply(self, reply: &str) -> Self {
        match self.payload() {
            Some(payload) => {
                let types = format!("{payload}{REPLY}{reply}");
                self.with_payload(&types)
            }
            None => self,
        }
    }

    /// The template.
    #[must_use]
    pub fn template(&self) -> Template<'_> {
        Template::from_checked(&self.template)
    }

    /// The type of the payload, as the declaration wrote it.
    #[must_use]
    pub fn payload(&self) -> Option<&str> {
        let types = self.types.as_deref()?;
        Some(type_text::split_reply(types).0)
    }

    /// The type of the reply, as the declaration wrote it.
    #[must_use]
    pub fn reply(&self) -> Option<&str> {
        type_text::split_reply(self.types.as_deref()?).1
    }
}

/// The line, as it stands in the file.
impl fmt::Display for LockEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if read::needs_escape(&self.template) {
            f.write_char('\\')?;
        }
        f.write_str(&self.template)?;
        match &self.types {
            Some(types) => write!(f, "{ARROW}{types}"),
            None => Ok(()),
        }
    }
}
