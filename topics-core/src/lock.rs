//! The lock: what a hierarchy has promised to its subscribers, as a file.
//!
//! A [`Lock`] lists every template of one hierarchy, with the types of its payload and reply. Committed
//! beside the source, it shows how a change affects programs that subscribe by these names:
//! [`Lock::changes_to`] compares two locks, and [`Change::effect`] says of each difference whether it breaks
//! subscribers.
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
//! It is also a description of the hierarchy that needs no compiler:
//!
//! ```
//! # use topics_core as topics;
//! use topics::PlaceholderKind;
//! use topics::lock::Lock;
//!
//! let lock: Lock = "topics-lock 1 BusTopic\n# Answered within a second.\n\
//!     system.<worker>.ping => Ping -> Pong\n\
//!     former system.<worker>.echo => system.<worker>.ping\n"
//!     .parse()?;
//! let entry = &lock.entries()[0];
//! assert_eq!((entry.payload(), entry.reply()), (Some("Ping"), Some("Pong")));
//! assert_eq!((entry.line(), entry.comments()), (Some(3), "# Answered within a second.\n"));
//! let worker = entry.template().placeholders().next().unwrap();
//! assert_eq!((worker.name(), worker.kind()), ("worker", &PlaceholderKind::Plain));
//! assert_eq!(lock.former_names()[0].now(), entry.template());
//! # Ok::<(), topics_core::lock::LockError>(())
//! ```
//!
//! # The format, version 1
//!
//! ```text
//! topics-lock 1 BusTopic
//! # a comment belongs to the line below it
//! decky.<decky_id>.state => DeckyShape
//! system.<worker>.health => Heartbeat
//! system.<worker>.ping => Ping -> Pong
//! system.log
//! system.logs
//! topology.<id>.mutation.<state: applied | failed>
//! topology.<id>.placed.<region: Region>
//! type Region => eu_west | us
//! former system.log => system.logs
//! ```
//!
//! The file is UTF-8 text. Lines end with a line feed; a carriage return before it, whitespace around a
//! line, and a byte order mark are tolerated. A line is, in this order, the first of these that it can be:
//!
//! | a line that | is |
//! | --- | --- |
//! | is empty | skipped |
//! | begins with `#` | a comment |
//! | begins with `<<<<<<<`, `=======`, `>>>>>>>` or `\|\|\|\|\|\|\|` | left of a merge: an error |
//! | is the first of all others | the header: the word `topics-lock`, the version, the hierarchy's name |
//! | is `template`, `template => payload` or `template => payload -> reply` | an entry |
//! | is such an entry after the word `first` | an entry that is read first |
//! | is `type Name => ` and a description of its texts | about a type |
//! | is `former template => template` | about a former name |
//!
//! - The template is its [canonical text](crate::Template). It ends at the first ` => ` before which there is
//!   a template, so a type may contain one. Every template, with any payload, can be written, and is read
//!   back unchanged.
//! - The payload and the reply are types as the declaration wrote them. The reply begins at the first ` -> `
//!   outside of brackets, so a payload such as `fn() -> T` is written in parentheses.
//! - A template that would be read as a comment or as a mark of a merge, `#.a` or `=======`, is written
//!   after a `\`; and so is one that begins with a `\`. A `\` in front of any other template changes
//!   nothing.
//! - `first` stands before the entry of a line that says `#[first]`: where it and another entry match one topic
//!   and neither is more specific, the topic is read as this one.
//! - An entry occurs once. The same template may occur with different payloads, where a declaration
//!   chooses one by `#[cfg]`.
//! - A line about a type says which texts a value of it can have, where they are known: a [description](crate::Texts)
//!   such as `eu_west | us`, `<u64>` or `dev-<uuid>`. The type is named as placeholders name it, and the name ends at
//!   the last ` => `. A type has one such line, or none if its texts are not recorded; a primitive integer needs none.
//!   A line about a type that no placeholder names is tolerated.
//! - A line about a former name says which template of the hierarchy replaces it. The former name is an entry too,
//!   as long as it is read.
//! - A file without a header and without entries is an empty lock, for a hierarchy that has not recorded
//!   anything yet.
//!
//! A writer puts the header first, then three comments of its own, then the entries, sorted by the bytes of the
//! template, the payload and the reply, then the types, sorted by the bytes of the name, their texts sorted by
//! their bytes, then the former names, sorted by their bytes, each on a line of its own, the last one ended by a
//! line feed too. `Display` writes this form. Comments stay before their line. A reader takes lines in any order.
//!
//! The version is that of the format, and changes only if an older reader would misread what a newer writer
//! wrote. A reader refuses versions that it does not know.
//!
//! # What breaks
//!
//! Subscribers know names and payloads, not declarations. So what matters is whether a topic that they may
//! wait for is still published, and still means the same. Code is another matter: a new template leaves a `match` without
//! an arm, unless the enum is `#[non_exhaustive]`.
//!
//! | change | breaks |
//! | --- | --- |
//! | a template is new | no |
//! | a template is gone, a literal segment is another one | yes |
//! | a placeholder has another name | no: names are not on the wire |
//! | a placeholder is of another kind or type, `<id>`, `<id: u32>`, `<id: a \| b>`, `<id..>` | yes, if its texts change |
//! | a closed placeholder takes one more value, or lists them in another order | no |
//! | a closed placeholder takes one value less | yes |
//! | a payload or reply is declared where none was | no: nothing was promised |
//! | a payload or reply is another one, or is gone | yes |
//! | a line is now read first where it and another one match a topic | no |
//! | of two such lines that both stay, the other one is now read first | yes |
//! | a type is written with more or less of its path, `uuid::Uuid` for `Uuid` | no |
//! | the hierarchy has another name | no |
//! | a template is said to be a former name of another, or no longer | no |
//! | a type that lists its texts has one more | no |
//! | a type has one text less, or a rule in place of a list, or another rule, or can no longer tell its texts | yes |
//! | the texts of a type become known, or nothing names the type any more | no |
//!
//! A closed placeholder that now takes any segment counts as another kind, because a `match` over its values has no arm
//! for the new ones.
//!
//! Where its texts are known, a type is compared by these: `<id: OrderId>` may become `<id: u64>` if these are the texts
//! that an `OrderId` had, and `<id>` the type of a struct around a `Segment`. Only a type whose texts are not known is
//! compared by its name. Two paths name one type if one of them ends with the other, so `v1::Order` and `v2::Order` are
//! two types. An imported name says nothing about where it is from, and that isn't compared.
//!
//! Which old line became which new one is decided by the text: lines that are equal first, then of those with the same
//! literal segments and placeholders at the same places the two that differ least. Where that guess is wrong,
//! `#[was("…")]` in the declaration keeps the old name beside the new one.
//!
//! Templates are compared, not the topics they match. So two lines that become one, `session.started` and
//! `session.ended` as `session.<phase: started | ended>`, break, although the names on the wire stay: they
//! are read as another line now. And a new line that is more specific than an old one breaks nothing, although
//! the topics it takes over may come with another payload.

mod change;
mod compare;
mod entry;
mod former_name;
mod known_type;
mod line_pairs;
mod lock_error;
mod parse;
mod source;
#[cfg(test)]
mod tests;
mod type_names;
mod type_promise;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::template::{PlaceholderKind, Texts};
use source::Source;

pub use change::{Change, ChangeKind, Effect};
pub use entry::LockEntry;
pub use former_name::FormerName;
pub use known_type::LockType;
pub use lock_error::{LockError, LockErrorKind};
#[doc(hidden)]
pub use type_names::same_type;
#[doc(hidden)]
pub use type_promise::TypePromise;

/// The word that begins a header.
const MAGIC: &str = "topics-lock";

/// Stands between a template and its payload.
const ARROW: &str = " => ";

/// The templates that one hierarchy has promised to its subscribers; see the [module](self) for the format.
///
/// The default is an empty lock, which has not recorded anything.
///
/// Two locks are equal if their names, entries, types and former names are, whatever the lines and comments
/// they were read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// `None` only where nothing has been recorded, and so there are no entries.
    hierarchy: Option<Box<str>>,
    header: Source,
    /// Sorted, each once.
    entries: Vec<LockEntry>,
    /// Sorted by name, each name once.
    types: Vec<LockType>,
    /// Sorted by the former name, each once.
    former_names: Vec<FormerName>,
    /// Its comments are those behind the last line.
    end: Source,
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
            ..Self::default()
        })
    }

    /// Replaces the types, given in any order; of two with one name, the first is kept.
    #[must_use]
    pub fn with_types(mut self, types: impl IntoIterator<Item = LockType>) -> Self {
        self.types.clear();
        for of in types {
            let _ = insert(&mut self.types, of, LockType::name);
        }
        self
    }

    /// Replaces the former names, given in any order; of two with one name, the first is kept.
    #[must_use]
    pub fn with_former_names(mut self, names: impl IntoIterator<Item = FormerName>) -> Self {
        self.former_names.clear();
        for name in names {
            let _ = insert(&mut self.former_names, name, FormerName::key);
        }
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
        parse::lock(text)
    }

    /// The name of the hierarchy; `None` if the lock is empty and has none yet.
    #[must_use]
    pub fn hierarchy(&self) -> Option<&str> {
        self.hierarchy.as_deref()
    }

    /// The entries, sorted, each once; those of former names too.
    #[must_use]
    pub fn entries(&self) -> &[LockEntry] {
        &self.entries
    }

    /// The types whose texts are recorded, sorted by name, each name once.
    #[must_use]
    pub fn types(&self) -> &[LockType] {
        &self.types
    }

    /// The recorded type of this name.
    #[must_use]
    pub fn type_named(&self, name: &str) -> Option<&LockType> {
        self.types.iter().find(|of| of.name() == name)
    }

    /// The texts that a placeholder of an entry takes, if they are known and it is no tail: those of its type are recorded,
    /// or everybody knows them, as of a primitive integer.
    #[must_use]
    pub fn texts_of<'a>(&'a self, kind: &PlaceholderKind<'a>) -> Option<Texts<'a>> {
        compare::texts_of(kind, self)
    }

    /// The templates that were replaced and are still read, sorted, each once.
    #[must_use]
    pub fn former_names(&self) -> &[FormerName] {
        &self.former_names
    }

    /// The types that placeholders name, sorted, each once.
    #[must_use]
    pub fn named_types(&self) -> Vec<&str> {
        let entries = self.entries.iter();
        let placeholders = entries.flat_map(|entry| entry.template().placeholders());
        each_once(
            placeholders.filter_map(|placeholder| match placeholder.kind() {
                PlaceholderKind::Typed(of) => Some(*of),
                _ => None,
            }),
        )
    }

    /// The types of payloads and replies, sorted, each once.
    #[must_use]
    pub fn payload_types(&self) -> Vec<&str> {
        let entries = self.entries.iter();
        each_once(entries.flat_map(|entry| entry.payload().into_iter().chain(entry.reply())))
    }

    /// Lists the changes from this lock to `new`: first a new name of the hierarchy, then the changes of entries
    /// in the order of their templates, then those of types and of former names.
    ///
    /// The list is empty if and only if both locks are equal. Two entries that have the same literal segments, and
    /// placeholders at the same places, count as one topic that has changed; of several such pairs the one that
    /// differs least is taken first. All other entries are gone or new.
    ///
    /// Near linear in the number of entries.
    #[must_use]
    pub fn changes_to<'a>(&'a self, new: &'a Lock) -> Vec<Change<'a>> {
        compare::changes(self, new)
    }

    /// Adds the comments of an older lock, each before the line that it stood before, also if that line has
    /// changed. The comments of lines that are gone are put at the end.
    #[must_use]
    pub fn with_comments_of(mut self, old: &Lock) -> Self {
        self.header.comments.clone_from(&old.header.comments);
        let mut homeless = String::new();
        let mut move_to = |now: Option<&mut Source>, before: &Source| {
            let comments = now.map_or(&mut homeless, |now| &mut now.comments);
            comments.push_str(&before.comments);
        };
        let partners = line_pairs::partners(old, &self);
        for (before, partner) in old.entries.iter().zip(partners) {
            let now = partner.and_then(|at| self.entries.get_mut(at));
            move_to(now.map(|now| &mut now.source), &before.source);
        }
        for before in &old.types {
            let mut types = self.types.iter_mut();
            let now = types.find(|now| same_type(now.name(), before.name()));
            move_to(now.map(|now| &mut now.source), &before.source);
        }
        for before in &old.former_names {
            let mut names = self.former_names.iter_mut();
            let now = names.find(|now| now.template() == before.template());
            move_to(now.map(|now| &mut now.source), &before.source);
        }
        homeless.push_str(&old.end.comments);
        self.end.comments = homeless;
        self
    }
}

/// Puts an item at its place among those that are sorted by their keys. The place of the one with this key that is
/// there already is the error.
fn insert<T, K: Ord + ?Sized>(items: &mut Vec<T>, item: T, key: fn(&T) -> &K) -> Result<(), usize> {
    let at = match items.binary_search_by(|of| key(of).cmp(key(&item))) {
        Ok(at) => return Err(at),
        Err(at) => at,
    };
    items.insert(at, item);
    Ok(())
}

fn each_once<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut texts: Vec<&str> = texts.collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}

/// Whether a text can be the name of a hierarchy in a header.
fn is_word(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// The words of a text, with one space between two of them.
fn words(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

impl core::str::FromStr for Lock {
    type Err = LockError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// The text of the file; for equal locks with the same comments it is the same.
impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.header.comments)?;
        if let Some(hierarchy) = &self.hierarchy {
            writeln!(f, "{MAGIC} {} {hierarchy}", Self::VERSION)?;
            parse::write_own_comments(hierarchy, f)?;
        }
        for entry in &self.entries {
            writeln!(f, "{}{entry}", entry.source.comments)?;
        }
        for of in &self.types {
            writeln!(f, "{}{of}", of.source.comments)?;
        }
        for name in &self.former_names {
            writeln!(f, "{}{name}", name.source.comments)?;
        }
        f.write_str(&self.end.comments)
    }
}
