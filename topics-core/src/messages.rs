//! Every sentence of this crate that a user can see.
//!
//! Those about locks are written while a program runs; those of refused constants are put together
//! while compiling, in a [`Message`].

use alloc::string::ToString;
use core::fmt;

use crate::bytes::same;
use crate::error::{Excerpt, Fault, TextErrorKind, TextType};
use crate::lock::{Change, ChangeKind, Lock, LockError, LockErrorKind, TypePromise};
use crate::message::Message;
use crate::template::{Position, Shape, Template, Texts};

// ---- checked text

pub(crate) const fn text_type(of: TextType) -> &'static str {
    match of {
        TextType::Segment => "a segment",
        TextType::Tail => "the tail of a topic",
        TextType::Topic => "a topic",
        TextType::Pattern => "a pattern",
        TextType::Template => "a template",
        TextType::Root => "a root",
    }
}

/// What is wrong, without the text.
pub(crate) const fn fault(kind: TextErrorKind) -> &'static str {
    match kind {
        TextErrorKind::Empty => "it is empty",
        TextErrorKind::EmptySegment => "empty segment",
        TextErrorKind::Dot => "`.`",
        TextErrorKind::Wildcard => "wildcard",
        TextErrorKind::PartialWildcard => "wildcard that is not a whole segment",
        TextErrorKind::TailNotLast => "more segments after the tail",
        TextErrorKind::Tail => "`>`",
        TextErrorKind::Whitespace => "whitespace",
        TextErrorKind::Control => "control character",
        TextErrorKind::ReplacementCharacter => "replacement character U+FFFD",
        TextErrorKind::Placeholder => "malformed placeholder",
        TextErrorKind::DuplicatePlaceholder => "placeholder name used twice",
    }
}

/// Why a text is refused, behind a backtick and the text.
pub(crate) const fn refused_text(expected: TextType, found: Fault) -> Message {
    let (expected, what) = (text_type(expected), fault(found.kind));
    let mut message = Message::of(&["` is not ", expected, ": ", what]);
    if !matches!(found.kind, TextErrorKind::Empty) {
        message.text(" at byte ");
        message.number(found.at);
    }
    message
}

// ---- literals on a hierarchy

/// What a literal is, up to the reason.
pub(crate) const fn no_topic(written: &str, hierarchy: &str) -> Message {
    Message::of(&["`", written, "` is not a topic of `", hierarchy, "`"])
}

pub(crate) const fn slashes(message: &mut Message) {
    message.text("; segments are joined by `.`, not by `/`");
}

pub(crate) const fn dead_pattern(written: &str, hierarchy: &str) -> Message {
    Message::of(&["no topic of `", hierarchy, "` can match `", written, "`"])
}

/// What a placeholder does not take; and what it does, if its type tells.
pub(crate) const fn strange_value(value: &str, of: Position<'_>, message: &mut Message) {
    message.texts(&[": `", value, "` is not a valid `", of.text, "`"]);
    if !of.told.is_empty() {
        message.texts(&[", which takes only `", of.told, "`"]);
    }
}

pub(crate) const fn did_you_mean(meant: &Message, message: &mut Message) {
    message.text("; did you mean `");
    message.append(meant);
    message.text("`?");
}

/// Some topics of a line, which some patterns that should match all topics do not match.
pub(crate) const fn missed(line: Shape<'_>, hierarchy: &str) -> Message {
    let what = "these patterns do not match every topic of `";
    let mut message = Message::of(&[what, line.text(), "` of `", hierarchy, "`; add `"]);
    let (mut positions, mut dot): (_, &str) = (line.positions(), "");
    while let Some(position) = positions.next() {
        message.texts(&[dot, position.in_pattern()]);
        dot = ".";
    }
    message.text("`");
    message
}

// ---- the names of an enum

pub(crate) const fn same_topics(first: Template<'_>, second: Template<'_>) -> Message {
    let (first, second) = (first.as_str(), second.as_str());
    if same(first, second) {
        return Message::of(&["`", second, "` is declared twice; remove this one"]);
    }
    let remedy = "` match the same topics; remove one, or tell them apart by a literal segment";
    Message::of(&["`", second, "` and `", first, remedy])
}

pub(crate) const fn shared_topic(
    [first, later]: [&str; 2],
    topic: &Message,
    are_first: bool,
) -> Message {
    let why = if are_first {
        "` and both are `first`; remove it from one of them, or rename one"
    } else {
        "` and neither is more specific; write `#[first]` before the line that is meant, or `first` in its `#[topic(…)]`, or `#[topics(first)]` before its variant, or rename one"
    };
    let (and, both) = ("` and `", "` both match `");
    Message::of(&["`", first, and, later, both, topic.as_str(), why])
}

pub(crate) const fn circle_of_winners(templates: &Message) -> Message {
    let mut message = Message::of(&["these templates each win over the next in a circle: "]);
    message.append(templates);
    message.text("; remove `first` from one of them");
    message
}

// ---- the lock

pub(crate) fn lock_error(error: &LockError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use LockErrorKind as Kind;
    let (text, version) = (Excerpt(error.text()), Lock::VERSION);
    write!(f, "line {}: ", error.line())?;
    match error.kind() {
        Kind::Header => write!(
            f,
            "`{text}` does not begin a lock; the first line is `topics-lock {version}` and the name of \
             the hierarchy"
        ),
        Kind::Name => write!(f, "`{text}` cannot name a hierarchy; write one word"),
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
            "`{text}` is left over from a merge; keep the topics of both sides and remove the markers"
        ),
        Kind::Template(error) => write!(f, "{error}"),
        Kind::Payload => write!(f, "`{text}` has no type after `=>`"),
        Kind::Reply => write!(f, "`{text}` has no type after `->`"),
        Kind::Type => write!(
            f,
            "`{text}` does not describe the texts of a type; write `type Name => a | b` or `type Name => <u32>`"
        ),
        Kind::FormerName => write!(
            f,
            "`{text}` does not name two templates; write `former old.name => new.name`"
        ),
        Kind::Duplicate { first } => {
            write!(f, "`{text}` repeats line {first}; merge the two lines")
        }
    }
}

pub(crate) fn lock_change(change: &Change<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use ChangeKind as Kind;
    let entry = change.after().or(change.before());
    let template = entry.map_or("", |entry| entry.template().as_str());
    let line = entry.map(ToString::to_string).unwrap_or_default();
    // A placeholder of the entry, or a type.
    let whose = |of: &str| match entry {
        Some(_) => ["`<", of, ">` of `", template, "`"].concat(),
        None => ["`", of, "`"].concat(),
    };
    match change.kind() {
        Kind::HierarchyRenamed { from, to } => {
            write!(f, "the hierarchy `{from}` is now named `{to}`")
        }
        Kind::Added => write!(f, "`{line}` is new"),
        Kind::Removed { nearest } => match nearest {
            Some(nearest) => write!(f, "`{line}` is gone; the nearest is `{nearest}`"),
            None => write!(f, "`{line}` is gone"),
        },
        Kind::PlaceholderRenamed { from, to } => {
            write!(f, "`<{from}>` of `{template}` is now named `<{to}>`")
        }
        Kind::ShapeChanged { from, to } => write!(f, "`{from}` became `{to}` in `{template}`"),
        Kind::ValueAdded { of, value } => write!(f, "{} also takes `{value}`", whose(of)),
        Kind::ValueRemoved { of, value } => write!(f, "{} no longer takes `{value}`", whose(of)),
        Kind::ValueRenamed { of, from, to } => write!(
            f,
            "{} is written `{to}` where it was `{from}`, which is still read",
            whose(of)
        ),
        Kind::ValuesReordered { placeholder } => write!(
            f,
            "`<{placeholder}>` of `{template}` lists its values in another order"
        ),
        Kind::PayloadChanged { from, to } => part_changed("payload", template, (*from, *to), f),
        Kind::ReplyChanged { from, to } => part_changed("reply", template, (*from, *to), f),
        Kind::FirstAdded => write!(f, "`{template}` is now read first"),
        Kind::FirstRemoved { now: None } => write!(f, "`{template}` is no longer read first"),
        Kind::FirstRemoved { now: Some(now) } => write!(
            f,
            "`{template}` is no longer read first; topics that it shares with `{now}` are read as that"
        ),
        Kind::TypeRespelled { from, to } => match entry {
            Some(_) => write!(f, "`{from}` of `{template}` is now written `{to}`"),
            None => write!(f, "the type `{from}` is now written `{to}`"),
        },
        Kind::TextsAdded { of } => write!(f, "the texts of a type are now recorded: `{of}`"),
        Kind::TextsRemoved { of } => write!(
            f,
            "`{}` is still in use, but no longer lists its texts: `{of}`",
            of.name()
        ),
        Kind::TypeRemoved { of } => write!(f, "no longer recorded: `{of}`"),
        Kind::TextsChanged { of, from, to } => {
            write!(f, "the texts of `{of}` were `{from}` and are `{to}`")
        }
        Kind::FormerNameAdded { name } => {
            let (former, now) = (name.template(), name.now());
            write!(f, "`{former}` is a former name of `{now}`")
        }
        Kind::FormerNameRemoved { name } => {
            let (former, now) = (name.template(), name.now());
            write!(f, "`{former}` is no longer a former name of `{now}`")
        }
    }
}

fn part_changed(
    part: &str,
    template: &str,
    types: (Option<&str>, Option<&str>),
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match types {
        (Some(from), Some(to)) => {
            write!(f, "the {part} of `{template}` was `{from}` and is `{to}`")
        }
        (Some(from), None) => write!(f, "`{template}` no longer declares its {part}, `{from}`"),
        (None, to) => {
            let to = to.unwrap_or_default();
            write!(f, "`{template}` declares the {part} `{to}`, and had none")
        }
    }
}

/// What a lock records of a type and the type, which has these texts, lacks.
pub(crate) const fn broken_type_promise(
    promise: &TypePromise<'_>,
    missing: &Message,
    texts: Texts<'_>,
) -> Message {
    let (mut number, lock, of) = (Message::new(), promise.lock, promise.of);
    number.number(promise.line);
    let line = number.as_str();
    let are_listed = texts.are_listed() && promise.texts.are_listed();
    let mut message = if texts.are_known() {
        let what = "` promises that `";
        Message::of(&["line ", line, " of `", lock, what, of, "` can be "])
    } else {
        let what = "` does not list its texts; line ";
        Message::of(&["`", of, what, line, " of `", lock, "` records "])
    };
    message.append(missing);
    if texts.are_known() && !are_listed {
        message.texts(&[", but now it can be `", texts.as_str(), "`"]);
    }
    message.text(if texts.are_known() {
        "; restore that"
    } else {
        "; describe them in `SegmentValue::TEXTS`, as the derive does for an enum"
    });
    if are_listed {
        message.text(", if need be as an `alias`");
    }
    message.text(", or delete that line to change it on purpose");
    message
}

// ---- what a type tells of its texts

pub(crate) const fn no_description(text: &str) -> Message {
    let remedy = "` does not describe texts; list them, `a | b`, or write a rule, with a prefix and a suffix if needed: \
                  `<any>`, `<u32>`, `<1..=12>`, `<uuid>`, `<escaped>`, `dev-<u32>`";
    Message::of(&["`", text, remedy])
}
