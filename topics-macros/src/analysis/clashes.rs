//! Two things with one Rust name.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens as _;

use super::refused::Refused;
use crate::errors::Errors;
use crate::hierarchy::{Attributes, Hierarchy, Origin, Topic, shared_pattern_name};
use crate::messages;
use crate::place::Place;

pub(super) fn refuse(hierarchy: &Hierarchy, refused: &mut Refused, errors: &mut Errors) {
    let mut topics = hierarchy.topics.iter();
    if topics.any(|topic| matches!(topic.origin, Origin::Own(_))) {
        // A struct by itself, which is called as the hierarchy is.
        return;
    }
    let mut names = Names::new();
    add(&mut names, header(hierarchy));
    for (index, topic) in hierarchy.topics.iter().enumerate() {
        if refused.has_topic(index) {
            continue;
        }
        let types = types(topic);
        let clash = types.iter().enumerate().find_map(|(index, later)| {
            let taken = names.get(&later.name.to_string()).into_iter().flatten();
            let mut taken = taken.chain(types.iter().take(index));
            let is_it = |first: &&Generated<'_>| {
                first.name == later.name && !first.attributes.excludes(later.attributes)
            };
            taken.find(is_it).map(|first| (first, later))
        });
        if let Some((first, later)) = clash {
            report(topic, first, later, errors);
            refused.add_topic(index);
            continue;
        }
        add(&mut names, types);
    }
    for (index, topic) in hierarchy.topics.iter().enumerate() {
        if refused.has_topic(index) {
            continue;
        }
        let payloads = [&topic.payload, &topic.reply].into_iter().flatten();
        let payloads = payloads.map(|of| (of, true));
        let typed = topic.parameters().filter_map(|of| of.kind.typed());
        for (of, is_payload) in payloads.chain(typed.map(|of| (of, false))) {
            for word in lone_words(of.to_token_stream()) {
                let Some(owners) = names.get(&word.to_string()) else {
                    continue;
                };
                // The enum of a closed placeholder may be that of another one too.
                if !is_payload && owners.iter().all(|owner| owner.what == VALUES) {
                    continue;
                }
                errors.add(word.span(), messages::type_is_generated(&word));
                if is_payload {
                    refused.add_payload(index);
                }
                // That type is there already, so another one would be an error at all that it has.
                if !is_payload || word == topic.name {
                    refused.add_topic(index);
                }
            }
        }
    }
}

/// What is generated, by name.
type Names<'h> = HashMap<String, Vec<Generated<'h>>>;

fn add<'h>(names: &mut Names<'h>, all: Vec<Generated<'h>>) {
    for generated in all {
        let known = names.entry(generated.name.to_string()).or_default();
        known.push(generated);
    }
}

/// The words in a type that are paths by themselves, which what is generated in the same place would hide.
fn lone_words(of: TokenStream) -> Vec<Ident> {
    let mut words = Vec::new();
    let mut before = ' ';
    let mut tokens = of.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let mark = std::mem::replace(&mut before, ' ');
        match token {
            TokenTree::Group(group) => words.extend(lone_words(group.stream())),
            TokenTree::Punct(punct) => before = punct.as_char(),
            TokenTree::Ident(word) => {
                let goes_on = match tokens.peek() {
                    Some(TokenTree::Punct(next)) => matches!(next.as_char(), ':' | '=' | '!'),
                    _ => false,
                };
                if !goes_on && !matches!(mark, ':' | '\'') {
                    words.push(word);
                }
            }
            TokenTree::Literal(_) => {}
        }
    }
    words
}

/// What is generated: a type, or the function of an enum that returns the pattern of a variant.
pub(super) struct Generated<'h> {
    pub(super) name: Ident,
    /// What it is to the line; the struct is the line itself.
    what: &'static str,
    /// The line that it is of; `None` if it is of the hierarchy.
    topic: Option<&'h Topic>,
    pub(super) attributes: &'h Attributes,
}

const VALUES: &str = "the values of ";

impl Generated<'_> {
    fn describe(&self) -> String {
        let template = self.topic.map(|topic| format!("`{}`", topic.template()));
        self.what.to_owned() + &template.unwrap_or_default()
    }
}

/// Those that do not depend on the lines.
pub(super) fn header(hierarchy: &Hierarchy) -> Vec<Generated<'_>> {
    let mut names = vec![(hierarchy.name.clone(), "the hierarchy")];
    if let Origin::Declared = hierarchy.origin {
        let pattern = shared_pattern_name(&hierarchy.name);
        names.push((pattern, "the pattern of all lines"));
    }
    let names = names.into_iter().map(|(name, what)| Generated {
        name,
        what,
        topic: None,
        attributes: &hierarchy.attributes,
    });
    names.collect()
}

/// Those of a line.
pub(super) fn types(topic: &Topic) -> Vec<Generated<'_>> {
    let closed = topic.parameters().filter_map(|of| of.kind.closed());
    let closed = closed.map(|closed| (closed.name.clone(), VALUES));
    // A variant's pattern begins with the name of the enum and ends with its own, so it meets no other.
    let own = match topic.origin {
        Origin::Variant(_) => (topic.pattern_function(), "the pattern function of "),
        Origin::Declared | Origin::Own(_) => (topic.name.clone(), ""),
    };
    let types = std::iter::once(own).chain(closed);
    let types = types.map(|(name, what)| Generated {
        name,
        what,
        topic: Some(topic),
        attributes: &topic.attributes,
    });
    types.collect()
}

fn report(topic: &Topic, first: &Generated<'_>, later: &Generated<'_>, errors: &mut Errors) {
    let is_within = first.topic.is_some_and(|first| std::ptr::eq(first, topic));
    let is_named = topic.is_named && first.topic.is_none_or(|first| first.is_named);
    let place = if is_within {
        Place::at(later.name.span())
    } else {
        topic.name_place()
    };
    let remedy = if is_within || is_named {
        "choose another name for one"
    } else {
        "add `as Name` to one"
    };
    let (first, name) = (first.describe(), &later.name);
    errors.add(
        place,
        messages::name_clash(first, later.describe(), name, remedy),
    );
}

#[cfg(test)]
mod tests;
