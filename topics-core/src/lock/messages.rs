//! What people read about locks.

use core::fmt::{self, Display as _};

use super::{Change, ChangeKind, Lock, LockError, LockErrorKind};
use crate::error::Excerpt;

pub(super) fn change(change: &Change<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use ChangeKind as Kind;

    match change.kind() {
        Kind::HierarchyRenamed { from, to } => {
            return write!(f, "the hierarchy `{from}` is now named `{to}`");
        }
        Kind::TextsAdded { of } => {
            return write!(f, "the texts of a type are now recorded: `{of}`");
        }
        Kind::TextsRemoved { of } => {
            let name = of.name();
            return write!(
                f,
                "`{name}` is still in use, but no longer lists its texts: `{of}`"
            );
        }
        Kind::TypeRemoved { of } => return write!(f, "no placeholder has this type now: `{of}`"),
        Kind::TextAdded { of, text } => return write!(f, "`{of}` also has the text `{text}`"),
        Kind::TextRemoved { of, text } => {
            return write!(f, "`{of}` no longer has the text `{text}`");
        }
        _ => {}
    }
    let Some(entry) = change.entry() else {
        return Ok(());
    };
    let template = entry.template();
    match change.kind() {
        Kind::Added => write!(f, "`{entry}` is new"),
        Kind::Removed { nearest } => {
            write!(f, "`{entry}` is gone")?;
            match nearest {
                Some(nearest) => write!(f, "; the nearest is `{nearest}`"),
                None => Ok(()),
            }
        }
        Kind::PlaceholderRenamed { from, to } => {
            write!(f, "`<{from}>` of `{template}` is now named `<{to}>`")
        }
        Kind::ShapeChanged { from, to } => write!(f, "`{from}` became `{to}` in `{template}`"),
        Kind::ValueAdded { placeholder, value } => {
            write!(f, "`<{placeholder}>` of `{template}` also takes `{value}`")
        }
        Kind::ValueRemoved { placeholder, value } => {
            write!(
                f,
                "`<{placeholder}>` of `{template}` no longer takes `{value}`"
            )
        }
        Kind::ValuesReordered { placeholder } => {
            write!(
                f,
                "`<{placeholder}>` of `{template}` lists its values in another order"
            )
        }
        Kind::PayloadAdded { to } => {
            write!(f, "`{template}` declares the payload `{to}`, and had none")
        }
        Kind::PayloadRemoved { from } => {
            write!(f, "`{template}` no longer declares its payload, `{from}`")
        }
        Kind::PayloadChanged { from, to } => {
            write!(f, "the payload of `{template}` was `{from}` and is `{to}`")
        }
        Kind::ReplyAdded { to } => {
            write!(f, "`{template}` declares the reply `{to}`, and had none")
        }
        Kind::ReplyRemoved { from } => {
            write!(f, "`{template}` no longer declares its reply, `{from}`")
        }
        Kind::ReplyChanged { from, to } => {
            write!(f, "the reply of `{template}` was `{from}` and is `{to}`")
        }
        Kind::TypeRespelled { from, to } => {
            write!(f, "`{from}` of `{template}` is now written `{to}`")
        }
        _ => Ok(()),
    }
}

pub(super) fn error(error: &LockError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use LockErrorKind as Kind;

    let (text, version) = (Excerpt(error.text()), Lock::VERSION);
    write!(f, "line {}: ", error.line())?;
    match error.kind() {
        Kind::Header => write!(
            f,
            "`{text}` does not begin a lock; the first line is `topics-lock {version}` and the name of the \
             hierarchy"
        ),
        Kind::Name => write!(f, "`{text}` cannot name a hierarchy; the name is one word"),
        Kind::Version(found) => write!(
            f,
            "this lock has version {found}; this version of `topics` reads only version {version}"
        ),
        Kind::SecondHeader => write!(
            f,
            "`{text}` begins another lock; each hierarchy has a file of its own"
        ),
        Kind::Conflict => write!(
            f,
            "`{text}` is left of a merge; keep the topics of both sides and remove the marks"
        ),
        Kind::Template(error) => error.fmt(f),
        Kind::Payload => write!(f, "`{text}` has no type after `=>`"),
        Kind::Type => write!(
            f,
            "`{text}` does not list the texts of a type; write `type Name => a | b`"
        ),
        Kind::DuplicateType { first } => write!(
            f,
            "`{text}` is about the type of line {first}; write all of its texts in one line"
        ),
        Kind::Duplicate { first } => write!(f, "`{text}` is line {first} already; remove one"),
    }
}
