//! Two things with one Rust name.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Type;

use super::refused::Refused;
use crate::errors::Errors;
use crate::hierarchy::{Attributes, Hierarchy, Kind, Origin, Topic, shared_pattern_name};
use crate::messages;
use crate::place::Place;

pub(super) fn refuse(hierarchy: &Hierarchy, refused: &mut Refused, errors: &mut Errors) {
    let mut names: HashMap<String, Vec<Owner<'_>>> = HashMap::new();
    for (name, what) in header(hierarchy) {
        let owner = Owner {
            topic: None,
            attributes: &hierarchy.attributes,
            what: format!("{what} `{}`", hierarchy.name),
        };
        names.entry(name.to_string()).or_default().push(owner);
    }
    same_function(hierarchy, refused, errors);
    for (index, topic) in left(hierarchy, refused) {
        let types = types(hierarchy, topic);
        let clash = types.iter().find_map(|generated| {
            let owners = names.get(&generated.name.to_string())?;
            let owner = owners
                .iter()
                .find(|owner| !owner.attributes.excludes(&topic.attributes))?;
            Some((generated, owner))
        });
        if let Some((generated, owner)) = clash {
            report(topic, generated, owner, errors);
            refused.add_topic(index);
            continue;
        }
        if let Some((first, later)) = clash_within(&types) {
            let (name, template) = (later.name.to_string(), topic.template());
            let message = messages::clash_within(template.as_str(), &name, first.what, later.what);
            errors.add(Place::at(later.name.span()), message);
            refused.add_topic(index);
            continue;
        }
        for generated in types {
            let owner = Owner {
                topic: generated.is_topic.then_some(topic),
                attributes: &topic.attributes,
                what: format!("{} of `{}`", generated.what, topic.template()),
            };
            names
                .entry(generated.name.to_string())
                .or_default()
                .push(owner);
        }
    }
    for (index, topic) in left(hierarchy, refused) {
        let generated = |of: &Type| {
            let words = lone_words(of.to_token_stream()).into_iter();
            let words = words.filter(|word| names.contains_key(&word.to_string()));
            words.collect::<Vec<Ident>>()
        };
        for word in [&topic.payload, &topic.reply]
            .into_iter()
            .flatten()
            .flat_map(generated)
        {
            errors.add(
                Place::at(word.span()),
                messages::payload_is_generated(&word),
            );
            if word == topic.name {
                // That type is there already, so another one would be an error at all that it has.
                refused.add_topic(index);
            }
            refused.add_payload(index);
        }
        let parameters = topic.parameters().map(|(_, parameter)| &parameter.kind);
        for kind in parameters {
            let Kind::Typed(of) = kind else {
                continue;
            };
            for word in generated(of) {
                // The enum of a closed placeholder may be that of another one too.
                let owners = names.get(&word.to_string());
                let is_segment = |owner: &Owner<'_>| owner.topic.is_none();
                if word != hierarchy.name && owners.is_some_and(|all| all.iter().all(is_segment)) {
                    continue;
                }
                errors.add(Place::at(word.span()), messages::type_is_generated(&word));
                refused.add_topic(index);
            }
        }
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

/// The variants whose functions on the enum would be called like that of an earlier one: their names differ
/// in nothing but how the words are told apart.
fn same_function(hierarchy: &Hierarchy, refused: &mut Refused, errors: &mut Errors) {
    let mut functions: HashMap<String, &Topic> = HashMap::new();
    for (index, topic) in left(hierarchy, refused) {
        let Origin::Variant(_) = topic.origin else {
            continue;
        };
        let function = topic.pattern_function().to_string();
        if let Some(first) = functions.get(&function) {
            let message = messages::function_clash(&first.name, &topic.name, &function);
            errors.add(topic.name_place(), message);
            refused.add_topic(index);
        } else {
            functions.insert(function, topic);
        }
    }
}

/// The names that do not depend on the lines, and what they are of the hierarchy.
pub(super) fn header(hierarchy: &Hierarchy) -> Vec<(Ident, &'static str)> {
    let mut names = vec![(hierarchy.name.clone(), "the hierarchy")];
    if let Origin::Declared = hierarchy.origin {
        names.push((
            shared_pattern_name(&hierarchy.name),
            "the pattern of all lines of",
        ));
    }
    names
}

/// What has a name already.
struct Owner<'h> {
    /// The topic, if the name is that of its struct.
    topic: Option<&'h Topic>,
    attributes: &'h Attributes,
    what: String,
}

/// A type that a line generates.
pub(super) struct Generated {
    pub(super) name: Ident,
    what: &'static str,
    is_topic: bool,
}

pub(super) fn types(hierarchy: &Hierarchy, topic: &Topic) -> Vec<Generated> {
    // A variant's pattern begins with the name of the enum and ends with its own, so it meets no other.
    if let Origin::Variant(_) = topic.origin {
        return Vec::new();
    }
    let mut types = vec![Generated {
        name: topic.name.clone(),
        what: "the type",
        is_topic: true,
    }];
    if let Origin::Own(_) = topic.origin {
        types.push(Generated {
            name: topic.pattern_name(&hierarchy.name),
            what: "the pattern",
            is_topic: false,
        });
    }
    for (_, parameter) in topic.parameters() {
        if let Kind::Closed(closed) = &parameter.kind {
            types.push(Generated {
                name: closed.name.clone(),
                what: "an enum of values",
                is_topic: false,
            });
        }
    }
    types
}

/// Two types of one line that have the same name.
fn clash_within(types: &[Generated]) -> Option<(&Generated, &Generated)> {
    types.iter().enumerate().find_map(|(index, later)| {
        let mut before = types.iter().take(index);
        let first = before.find(|first| first.name == later.name)?;
        Some((first, later))
    })
}

fn report(topic: &Topic, generated: &Generated, owner: &Owner<'_>, errors: &mut Errors) {
    let name = generated.name.to_string();
    let template = topic.template();
    match owner.topic {
        Some(first) if generated.is_topic => {
            let message = messages::name_clash(
                first.template().as_str(),
                template.as_str(),
                &name,
                first.is_named && topic.is_named,
            );
            errors.add(topic.name_place(), message);
        }
        _ => {
            let message = messages::type_clash(
                template.as_str(),
                generated.what,
                &name,
                &owner.what,
                topic.is_named,
            );
            errors.add(topic.name_place(), message);
        }
    }
}
