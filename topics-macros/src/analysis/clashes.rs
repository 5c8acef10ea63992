//! Two things with one Rust name.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Type;

use super::refused::Refused;
use crate::errors::Errors;
use crate::hierarchy::{Attributes, Hierarchy, Origin, Topic, shared_pattern_name};
use crate::messages;

pub(super) fn refuse(hierarchy: &Hierarchy, refused: &mut Refused, errors: &mut Errors) {
    let mut topics = hierarchy.topics.iter();
    if topics.any(|topic| matches!(topic.origin, Origin::Own(_))) {
        // A struct by itself, which is called as the hierarchy is.
        return;
    }
    let mut names = Names::new();
    add(&mut names, header(hierarchy));
    for (index, topic) in left(hierarchy, refused) {
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
            report(hierarchy, topic, first, later, errors);
            refused.add_topic(index);
            continue;
        }
        add(&mut names, types);
    }
    for (index, topic) in left(hierarchy, refused) {
        let generated = |of: &Type| {
            let words = lone_words(of.to_token_stream()).into_iter();
            let words = words.filter(|word| names.contains_key(&word.to_string()));
            words.collect::<Vec<Ident>>()
        };
        let types = [&topic.payload, &topic.reply].into_iter().flatten();
        for word in types.flat_map(generated) {
            errors.add(word.span(), messages::payload_is_generated(&word));
            if word == topic.name {
                // That type is there already, so another one would be an error at all that it has.
                refused.add_topic(index);
            }
            refused.add_payload(index);
        }
        let parameters = topic.parameters();
        for word in parameters
            .filter_map(|of| of.kind.typed())
            .flat_map(generated)
        {
            // The enum of a closed placeholder may be that of another one too.
            let owners = names.get(&word.to_string());
            let is_segment = |owner: &Generated<'_>| !owner.is_topic;
            if word != hierarchy.name && owners.is_some_and(|all| all.iter().all(is_segment)) {
                continue;
            }
            errors.add(word.span(), messages::type_is_generated(&word));
            refused.add_topic(index);
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

/// The topics that have not been refused, each with its index.
fn left<'h>(hierarchy: &'h Hierarchy, refused: &Refused) -> Vec<(usize, &'h Topic)> {
    let topics = hierarchy.topics.iter().enumerate();
    topics
        .filter(|(index, _)| !refused.has_topic(*index))
        .collect()
}

/// What is generated: a type, or the function of an enum that returns the pattern of a variant.
pub(super) struct Generated<'h> {
    pub(super) name: Ident,
    what: &'static str,
    /// The line that it is of; `None` if it is of the hierarchy.
    topic: Option<&'h Topic>,
    pub(super) attributes: &'h Attributes,
    /// Whether it is the struct of the topic.
    is_topic: bool,
}

/// Those that do not depend on the lines.
pub(super) fn header(hierarchy: &Hierarchy) -> Vec<Generated<'_>> {
    let mut names = vec![(hierarchy.name.clone(), "the hierarchy")];
    if let Origin::Declared = hierarchy.origin {
        let pattern = shared_pattern_name(&hierarchy.name);
        names.push((pattern, "the pattern of all lines of"));
    }
    let names = names.into_iter().map(|(name, what)| Generated {
        name,
        what,
        topic: None,
        attributes: &hierarchy.attributes,
        is_topic: false,
    });
    names.collect()
}

/// Those of a line.
pub(super) fn types(topic: &Topic) -> Vec<Generated<'_>> {
    let closed = topic.parameters().filter_map(|of| of.kind.closed());
    let closed = closed.map(|closed| (closed.name.clone(), "an enum of values", false));
    // A variant's pattern begins with the name of the enum and ends with its own, so it meets no other.
    let own = match topic.origin {
        Origin::Variant(_) => (topic.pattern_function(), FUNCTION, false),
        Origin::Declared | Origin::Own(_) => (topic.name.clone(), "the type", true),
    };
    let types = std::iter::once(own).chain(closed);
    let types = types.map(|(name, what, is_topic)| Generated {
        name,
        what,
        topic: Some(topic),
        attributes: &topic.attributes,
        is_topic,
    });
    types.collect()
}

const FUNCTION: &str = "the function";

fn report(
    hierarchy: &Hierarchy,
    topic: &Topic,
    first: &Generated<'_>,
    later: &Generated<'_>,
    errors: &mut Errors,
) {
    let (name, template) = (later.name.to_string(), topic.template());
    let owner = first.topic;
    let message = match owner {
        // Their names differ in nothing but how the words are told apart.
        Some(first) if later.what == FUNCTION => {
            messages::function_clash(&first.name, &topic.name, name)
        }
        Some(own) if std::ptr::eq(own, topic) => {
            let message = messages::clash_within(template, &name, first.what, later.what);
            return errors.add(later.name.span(), message);
        }
        Some(owner) if first.is_topic && later.is_topic => {
            let are_named = owner.is_named && topic.is_named;
            messages::name_clash(
                owner.template().as_str(),
                template.as_str(),
                &name,
                are_named,
            )
        }
        _ => {
            let owner = match owner {
                Some(owner) => format!("{} of `{}`", first.what, owner.template()),
                None => format!("{} `{}`", first.what, hierarchy.name),
            };
            messages::type_clash(template.as_str(), later.what, &name, &owner, topic.is_named)
        }
    };
    errors.add(topic.name_place(), message);
}
