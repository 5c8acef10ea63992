//! Whether the declaration keeps what its lock promises.
//!
//! The file is read, never written: an editor expands on half-typed input. What is new compiles; the
//! generated test asks for it to be recorded. The comparison is that of `topics-core`, which a program can
//! call too; here its findings get their places.

mod file;

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use syn::{LitStr, Type};
use topics_core::PlaceholderKind;
use topics_core::lock::{Change, ChangeKind, FormerName, Lock, LockEntry, LockType, same_type};

use crate::errors::Errors;
use crate::hierarchy::{Hierarchy, Topic, Tracked, names};
use crate::messages;
use crate::place::Place;
use crate::source_text::source_text;

/// Reports what the lock promises and the declaration lacks; returns what the file should hold.
///
/// Asks for topics that other analyses refuse too: those are declared all the same.
pub(super) fn check(hierarchy: &Hierarchy, errors: &mut Errors) -> Option<Tracked> {
    let lock = hierarchy.lock.as_ref()?;
    let declared = declared(hierarchy);
    let entries = declared.iter().map(|(entry, _)| entry.clone());
    let new = Lock::new(&hierarchy.name.unraw().to_string(), entries).ok()?;
    let path = lock.value();
    let file = file::read(&path).map_err(|message| errors.add(lock, message));
    let file = file.ok()?;
    let old = Lock::parse(&file.text).unwrap_or_else(|error| {
        errors.add(lock, messages::lock_unreadable(&path, error));
        Lock::default()
    });
    let new = new.with_former_names(former_names(hierarchy));
    let recorded = recorded_types(&old, &new);
    let new = new.with_types(merged(&recorded));
    compare(&old, &new, lock, &declared, errors);
    Some(Tracked {
        written: path,
        path: file.path,
        text: new.to_string(),
        types: recorded,
    })
}

/// What is recorded of the types that a lock names, each line under the present name of its type: what their texts
/// are is not known here, and for the generated constants and the generated test to find out. So a type is taken to have
/// the texts of what stood in its place before, and its constant says if it hasn't.
fn recorded_types(old: &Lock, new: &Lock) -> Vec<LockType> {
    let mut types = Vec::new();
    for name in new.named_types() {
        let other_path = || old.types().iter().find(|of| same_type(name, of.name()));
        let recorded = old.type_named(name).or_else(other_path);
        let present = |of: &LockType| Some(LockType::new(name, of.texts())?.at_line(of.line()));
        types.extend(recorded.and_then(present));
    }
    for change in old.changes_to(new) {
        if let ChangeKind::ShapeChanged { from, to } = change.kind()
            && let PlaceholderKind::Typed(name) = to.kind()
            && new.texts_of(to.kind()).is_none()
            && let Some(texts) = old.texts_of(from.kind())
        {
            let line = match from.kind() {
                PlaceholderKind::Typed(from) => old.type_named(from).and_then(LockType::line),
                _ => None,
            };
            let of = LockType::new(name, texts);
            types.extend(of.map(|of| of.at_line(line.or(change.line()))));
        }
    }
    types
}

/// Each type once, with all the texts that are recorded.
fn merged(recorded: &[LockType]) -> Vec<LockType> {
    let mut merged: Vec<LockType> = Vec::new();
    for of in recorded {
        match merged.iter_mut().find(|known| known.name() == of.name()) {
            Some(known) => known.add_texts_of(of),
            None => merged.push(of.clone()),
        }
    }
    merged
}

/// The names that lines had before, each with the template that replaces it.
fn former_names(hierarchy: &Hierarchy) -> Vec<FormerName> {
    let names = names(&hierarchy.topics).into_iter();
    let former = names.filter(|name| name.id.is_former());
    let former = former.map(|name| FormerName::new(name.template, name.topic.template()));
    former.collect()
}

/// What the declaration promises, and which topic keeps the promise, whatever the conditions under which it exists.
///
/// A former name is promised as long as it is read: to give it up is to retire it, on purpose.
fn declared(hierarchy: &Hierarchy) -> Vec<(LockEntry, &Topic)> {
    let names = names(&hierarchy.topics).into_iter();
    let declared = names.map(|name| {
        let topic = name.topic;
        let mut entry = LockEntry::new(name.template).with_first(topic.attributes.is_first);
        if let Some(payload) = &topic.payload {
            entry = entry.with_payload(&source_text(payload));
        }
        if let Some(reply) = &topic.reply {
            entry = entry.with_reply(&source_text(reply));
        }
        (entry, topic)
    });
    declared.collect()
}

fn compare(
    old: &Lock,
    new: &Lock,
    lock: &LitStr,
    declared: &[(LockEntry, &Topic)],
    errors: &mut Errors,
) {
    let path = &lock.value();
    if let (Some(owner), Some(name)) = (old.hierarchy(), new.hierarchy())
        && owner != name
    {
        errors.add(lock, messages::lock_of_another(path, owner, name));
        return;
    }
    // A line that could not be read is missing from the model, but perhaps not from the declaration.
    let is_whole = errors.is_empty();
    let mut broken = old.changes_to(new);
    broken.retain(Change::is_breaking);
    let is_removal = |change: &mut Change<'_>| matches!(change.kind(), ChangeKind::Removed { .. });
    let removed: Vec<Change<'_>> = broken.extract_if(.., is_removal).collect();
    if is_whole && let Some(message) = messages::broken_promises(path, &removed) {
        errors.add(lock, message);
    }
    for change in &broken {
        let mut declared = declared.iter();
        let kept_by = declared.find(|(entry, _)| Some(entry) == change.after());
        let place = kept_by.map_or(Place::of(lock), |(_, topic)| place(change, topic));
        errors.add(place, messages::broken_promise(path, change));
    }
}

/// The smallest part of a line that a change is about.
fn place(change: &Change<'_>, topic: &Topic) -> Place {
    let placeholder = |name: &str| {
        let mut names = topic.parameters().map(|parameter| &parameter.name);
        let name = names.find(|own: &&Ident| own.unraw() == name);
        name.map_or(topic.present.place, |name| Place::at(name.span()))
    };
    let part = |of: &Option<Type>| of.as_ref().map_or(topic.present.place, Place::of);
    match change.kind() {
        ChangeKind::ShapeChanged { to, .. } => placeholder(to.name()),
        ChangeKind::ValueRemoved { of, .. } => placeholder(of),
        ChangeKind::PayloadChanged { .. } => part(&topic.payload),
        ChangeKind::ReplyChanged { .. } => part(&topic.reply),
        _ => topic.present.place,
    }
}
