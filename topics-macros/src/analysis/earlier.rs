//! Two declarations in one module with a name in common.
//!
//! Each type comes with implementations, and the compiler reports every one of them a second time: tens of errors
//! for one line. Nothing in generated code can prevent that. But a compiler expands one crate in one thread, so a
//! later declaration can know what an earlier one generated.
//!
//! A macro is not told which module it stands in, so the source is read: two declarations are in one module if
//! they are in the same braces. Where that is not plain to see, nothing is reported here, and the compiler says
//! what it finds: in code that other macros make, under `#[cfg]`, and where a place has no file, as in an editor. An
//! editor also expands each macro in a thread of its own, and so does not see here what it expanded before.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use proc_macro2::{Ident, Span};
use quote::format_ident;

use super::clashes;
use super::refused::Refused;
use super::surroundings::are_beside;
use crate::errors::Errors;
use crate::hierarchy::{Hierarchy, Origin};
use crate::messages;
use crate::place::{Place, line_and_column};

thread_local! {
    static EARLIER: RefCell<Vec<Declared>> = const { RefCell::new(Vec::new()) };
}

/// What a declaration generates, and where.
struct Declared {
    file: PathBuf,
    /// The line and column of something in the braces of the macro.
    place: (usize, usize),
    /// Each name that is generated under all conditions, and the line of the file that declares it.
    names: HashMap<String, usize>,
}

/// Refuses what an earlier declaration beside this one generates. An enum is generated under another name instead, so
/// that its lines are there.
pub(super) fn refuse(hierarchy: &mut Hierarchy, refused: &mut Refused, errors: &mut Errors) {
    let span = hierarchy.name.span();
    let (Origin::Declared, Some(file)) = (&hierarchy.origin, file(span)) else {
        return;
    };
    let place = line_and_column(span);
    let header = clashes::header(hierarchy).into_iter();
    let header = header.map(|generated| (None, generated, place.0));
    let topics = hierarchy.topics.iter().enumerate();
    let topics = topics.flat_map(|(index, topic)| {
        let line = line_and_column(topic.present.place.first()).0;
        let types = clashes::types(topic).into_iter();
        types.map(move |generated| (Some(index), generated, line))
    });
    let all = header.chain(topics);
    let all = all.filter(|(_, generated, _)| !generated.attributes.is_conditional());
    let all: Vec<(Option<usize>, Ident, usize)> = all
        .map(|(of, generated, line)| (of, generated.name, line))
        .collect();
    let names = all.iter().map(|(_, name, line)| (name.to_string(), *line));
    let names = names.collect();
    let own = Declared { file, place, names };
    let taken = EARLIER.with_borrow(|earlier| own.taken_by(earlier));
    EARLIER.with_borrow_mut(|earlier| earlier.push(own));
    let mut header = None;
    for (of, name, _) in all {
        let Some(line) = taken.get(&name.to_string()) else {
            continue;
        };
        let Some(index) = of else {
            header.get_or_insert((line, name));
            continue;
        };
        if let (None, Some(topic), false) = (
            &header,
            hierarchy.topics.get(index),
            refused.has_topic(index),
        ) {
            let message = messages::declared_elsewhere(name, line);
            errors.add(topic.name_place(), message);
        }
        refused.add_topic(index);
    }
    if let Some((line, name)) = header {
        if name == "AnyTopic" {
            // The name is written nowhere.
            let first = hierarchy.topics.first().map(|topic| topic.present.place);
            let message = messages::second_unnamed_hierarchy(line);
            errors.add(first.unwrap_or(Place::at(span)), message);
        } else {
            errors.add(span, messages::second_hierarchy(name, line));
        }
        hierarchy.name = format_ident!("{}InLine{}", hierarchy.name, place.0, span = span);
    }
}

impl Declared {
    /// The names in this that are those of earlier declarations beside it, and the lines of those.
    fn taken_by(&self, earlier: &[Self]) -> HashMap<String, usize> {
        let here = earlier.iter().filter(|other| other.file == self.file);
        let is_in = |other: &Self| self.names.keys().any(|name| other.names.contains_key(name));
        let clashing: Vec<&Self> = here.filter(|other| is_in(other)).collect();
        if clashing.is_empty() {
            return HashMap::new();
        }
        let source = fs::read_to_string(&self.file).unwrap_or_default();
        let beside = clashing.into_iter();
        let beside = beside.filter(|other| are_beside(&source, [self.place, other.place]));
        beside.flat_map(|other| other.names.clone()).collect()
    }
}

/// The file that a span is in, if it is known.
fn file(of: Span) -> Option<PathBuf> {
    let is_known = proc_macro::is_available();
    is_known.then(|| of.unwrap().local_file()).flatten()
}
