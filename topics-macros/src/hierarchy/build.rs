//! From what was written to what it means.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt as _;
use topics_core::Template;

use super::{
    Attributes, Closed, Former, Hierarchy, Kind, Origin, Parameter, Segment, Topic, Value, former,
    names,
};
use crate::case;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
use crate::syntax::{self, Declaration, Item, Literal, PlaceholderKind, path_text};

impl Hierarchy {
    /// Builds the model. A line with a fault is reported and left out.
    pub(crate) fn build(declaration: Declaration, errors: &mut Errors) -> Self {
        let mut header = declaration.header;
        let lock = super::lock::take(&mut header.attributes, errors);
        let messages = super::message_enum::take(&mut header.attributes, errors);
        let mut attributes = Attributes::sort(header.attributes, errors);
        attributes.messages = messages;
        // What applies to all of the hierarchy applies to each line, but for the words about it.
        let common = Attributes {
            conditions: attributes.conditions.clone(),
            ..Attributes::default()
        };
        let mut topics = Vec::new();
        let outermost = Scope {
            path: Vec::new(),
            attributes: common,
        };
        outermost.build_items(declaration.items, &mut topics, errors);
        Self {
            name: header.name,
            visibility: header.visibility,
            attributes,
            origin: Origin::Declared,
            lock,
            topics,
            wrapped: Vec::new(),
            is_whole: true,
        }
    }
}

/// What the groups around a line contribute to it.
struct Scope {
    path: Vec<syntax::Segment>,
    attributes: Attributes,
}

impl Scope {
    fn build_items(&self, items: Vec<Item>, topics: &mut Vec<Topic>, errors: &mut Errors) {
        for item in items {
            match item {
                Item::Line(line) => topics.extend(self.build_line(*line, errors)),
                Item::Group(group) => self.build_group(group, topics, errors),
            }
        }
    }

    fn build_group(&self, group: syntax::Group, topics: &mut Vec<Topic>, errors: &mut Errors) {
        let attributes = Attributes::sort(group.attributes, errors);
        let mut path = self.path.clone();
        path.extend(group.path.segments);
        let faults = faults(&path, path.len());
        for fault in &faults {
            errors.add(fault.place, &fault.message);
        }
        // What is at fault is left out, so that the lines are reported for faults of their own only.
        let mut index = 0;
        path.retain(|_| {
            index += 1;
            !faults.iter().any(|fault| fault.segment == index - 1)
        });
        let scope = Scope {
            path,
            attributes: self.attributes.within(attributes),
        };
        let mut lines = Vec::new();
        scope.build_items(group.items, &mut lines, errors);
        if faults.is_empty() {
            topics.extend(lines);
        }
    }

    fn build_line(&self, mut line: syntax::Line, errors: &mut Errors) -> Option<Topic> {
        let was = syntax::was::take(&mut line.attributes, errors);
        let attributes = Attributes::sort(line.attributes, errors);
        let place = line.path.place;
        let first_word = literals(&line.path.segments)
            .next()
            .map_or(place, |word| word.place);
        let mut path = self.path.clone();
        path.extend(line.path.segments);
        let text = path_text(&path);
        let faults = template_faults(&path, &text, place);
        for fault in &faults {
            errors.add(fault.place, &fault.message);
        }
        let was = was.into_iter();
        let was: Vec<syntax::Path> = was
            .filter_map(|former| former::check(former, &path, errors))
            .collect();
        let segments = path.iter().map(plain_segment).collect::<Vec<_>>();
        let is_named = line.name.is_some();
        let name = match line.name {
            Some(name) => Some(name),
            None => derive_name(&segments, &text, (place, first_word), errors),
        };
        let segments = with_closed(path, segments, name.as_ref(), errors);
        let name = name?;
        let segments = segments.filter(|_| faults.is_empty())?;
        let former = was.iter().map(|path| Former::over(path, &segments));
        let former = former.collect();
        let mut topic = Topic {
            place,
            is_named,
            segments,
            text,
            name,
            origin: Origin::Declared,
            attributes: self.attributes.within(attributes),
            payload: line.payload,
            reply: line.reply,
            former,
        };
        // Which lines have these depends on their placeholders, so asking for them is no fault.
        if topic.is_copy() {
            topic.attributes.take_derives(&["Copy"]);
        }
        if topic.is_unit() {
            topic.attributes.take_derives(&["Default"]);
        }
        Some(topic)
    }
}

fn literals(path: &[syntax::Segment]) -> impl Iterator<Item = &Literal> {
    path.iter().filter_map(|segment| match segment {
        syntax::Segment::Literal(literal) => Some(literal),
        syntax::Segment::Placeholder(_) => None,
    })
}

fn placeholders(path: &[syntax::Segment]) -> impl Iterator<Item = (usize, &syntax::Placeholder)> {
    path.iter()
        .enumerate()
        .filter_map(|(index, segment)| match segment {
            syntax::Segment::Literal(_) => None,
            syntax::Segment::Placeholder(placeholder) => Some((index, placeholder)),
        })
}

/// Why a path of sound segments is no template.
pub(super) struct Fault {
    /// The index of the segment that is at fault.
    segment: usize,
    pub(super) place: Place,
    pub(super) message: String,
}

/// All the reasons why a path of sound segments, with this text, is no template.
pub(super) fn template_faults(path: &[syntax::Segment], text: &str, place: Place) -> Vec<Fault> {
    let mut faults = faults(path, path.len().saturating_sub(1));
    if faults.is_empty()
        && let Err(error) = Template::new(text)
    {
        faults.push(Fault {
            segment: 0,
            place,
            message: messages::type_in_template(&error),
        });
    }
    faults
}

/// The faults of a path in which a tail may stand from the segment `end` on: behind the last one of a
/// group, nowhere.
fn faults(path: &[syntax::Segment], end: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    for (segment, placeholder) in placeholders(path) {
        let mut fault = |message| {
            faults.push(Fault {
                segment,
                place: placeholder.place,
                message,
            });
        };
        if matches!(placeholder.kind, PlaceholderKind::Tail) && segment < end {
            fault(messages::tail_not_last(&placeholder.name));
        }
        if !seen.insert(placeholder.name.to_string()) {
            let template = path_text(path);
            fault(messages::duplicate_placeholder(
                &placeholder.name,
                &template,
            ));
        }
    }
    faults
}

/// The segment of the model, but for the variants of closed placeholders.
pub(super) fn plain_segment(segment: &syntax::Segment) -> Segment {
    match segment {
        syntax::Segment::Literal(literal) => Segment::Literal(literal.text.clone()),
        syntax::Segment::Placeholder(placeholder) => Segment::Parameter(Parameter {
            field: placeholder.name.clone(),
            kind: match &placeholder.kind {
                PlaceholderKind::Tail => Kind::Tail,
                PlaceholderKind::Typed(of) => Kind::Typed(of.clone()),
                PlaceholderKind::Plain | PlaceholderKind::Closed(_) => Kind::Plain,
            },
            is_owned: false,
        }),
    }
}

/// The name of a line that gives none; it carries the span of `word`, for an editor to go to.
fn derive_name(
    segments: &[Segment],
    template: &str,
    (place, word): (Place, Place),
    errors: &mut Errors,
) -> Option<Ident> {
    let name = names::of_topic(segments);
    if name.is_empty() {
        let has_literal = segments
            .iter()
            .any(|segment| matches!(segment, Segment::Literal(_)));
        errors.add(place, messages::no_name(template, has_literal));
        return None;
    }
    let identifier = names::identifier(&name, word.first());
    if identifier.is_none() {
        errors.add(place, messages::bad_derived_name(template, &name));
    }
    identifier
}

/// The segments, now that the name is known that the enums of closed placeholders begin with.
fn with_closed(
    path: Vec<syntax::Segment>,
    mut segments: Vec<Segment>,
    name: Option<&Ident>,
    errors: &mut Errors,
) -> Option<Vec<Segment>> {
    let mut sound = true;
    for (segment, written) in segments.iter_mut().zip(path) {
        if let (Segment::Parameter(parameter), syntax::Segment::Placeholder(placeholder)) =
            (segment, written)
            && let PlaceholderKind::Closed(values) = placeholder.kind
        {
            let values = variants(values, errors);
            let name = name.and_then(|name| {
                let suffix = case::upper_camel(&placeholder.name.unraw().to_string());
                names::identifier(&format!("{name}{suffix}"), placeholder.name.span())
            });
            match (name, values) {
                (Some(name), Some(values)) => {
                    parameter.kind = Kind::Closed(Closed { name, values });
                }
                _ => sound = false,
            }
        }
    }
    sound.then_some(segments)
}

fn variants(values: Vec<Literal>, errors: &mut Errors) -> Option<Vec<Value>> {
    let mut variants: Vec<Value> = Vec::with_capacity(values.len());
    let mut texts: HashMap<String, String> = HashMap::new();
    let mut sound = true;
    for value in values {
        let name = names::of_value(&value.text);
        let Some(variant) = names::identifier(&name, value.place.first()) else {
            errors.add(value.place, messages::bad_variant(&value.text, &name));
            sound = false;
            continue;
        };
        if let Some(other) = texts.get(&name) {
            let message = messages::variant_clash(&value.text, other, &name);
            errors.add(value.place, message);
            sound = false;
            continue;
        }
        texts.insert(name, value.text.clone());
        variants.push(Value {
            text: value.text,
            variant,
        });
    }
    sound.then_some(variants)
}

/// The identifier of something that belongs to a topic, such as its pattern.
pub(crate) fn suffixed(name: &Ident, suffix: &str) -> Ident {
    let text = syn::ext::IdentExt::unraw(name).to_string() + suffix;
    let span: Span = name.span();
    names::identifier(&text, span).unwrap_or_else(|| name.clone())
}
