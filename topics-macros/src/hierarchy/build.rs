//! From what was written to what it means.

use proc_macro2::{Ident, Span};
use topics_core::Template;

use super::type_text::type_text;
use super::{Attributes, Closed, Hierarchy, Kind, Origin, Parameter, Segment, Topic, Value, names};
use crate::case;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
use crate::syntax::{self, Declaration, Item, Literal, PlaceholderKind};

impl Hierarchy {
    /// Builds the model. A line with a fault is reported and left out.
    pub(crate) fn build(declaration: Declaration, errors: &mut Errors) -> Self {
        let header = declaration.header;
        let attributes = Attributes::sort(header.attributes, errors);
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
        if syn::parse2::<Ident>(quote::ToTokens::to_token_stream(&header.name)).is_err() {
            let message = messages::header_name_is_keyword(&header.name);
            errors.add(Place::at(header.name.span()), message);
        }
        Self {
            name: header.name,
            visibility: header.visibility,
            attributes,
            origin: Origin::Declared,
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
                Item::Group(group) => {
                    let attributes = Attributes::sort(group.attributes, errors);
                    if let Some(tail) = tail(&group.path.segments) {
                        errors.add(tail.place, messages::tail_not_last(&tail.name));
                        continue;
                    }
                    let mut path = self.path.clone();
                    path.extend(group.path.segments);
                    let scope = Scope {
                        path,
                        attributes: self.attributes.within(attributes),
                    };
                    scope.build_items(group.items, topics, errors);
                }
            }
        }
    }

    fn build_line(&self, line: syntax::Line, errors: &mut Errors) -> Option<Topic> {
        let attributes = Attributes::sort(line.attributes, errors);
        let place = line.path.place;
        let first_word = literals(&line.path.segments)
            .next()
            .map_or(place, |word| word.place);
        let mut path = self.path.clone();
        path.extend(line.path.segments);
        let text = text(&path);
        let template = is_template(&path, &text, place, errors);
        let segments = path.iter().map(plain_segment).collect::<Vec<_>>();
        let name = match line.name {
            Some(name) => Some(name),
            None => derive_name(&segments, &text, (place, first_word), errors),
        };
        let segments = with_closed(path, segments, name.as_ref()?, errors);
        Some(Topic {
            place,
            segments: segments.filter(|_| template)?,
            text,
            name: name?,
            origin: Origin::Declared,
            attributes: self.attributes.within(attributes),
            payload: line.payload,
            more_specific: Vec::new(),
            less_specific: Vec::new(),
        })
    }
}

fn literals(path: &[syntax::Segment]) -> impl Iterator<Item = &Literal> {
    path.iter().filter_map(|segment| match segment {
        syntax::Segment::Literal(literal) => Some(literal),
        syntax::Segment::Placeholder(_) => None,
    })
}

fn placeholders(path: &[syntax::Segment]) -> impl Iterator<Item = &syntax::Placeholder> {
    path.iter().filter_map(|segment| match segment {
        syntax::Segment::Literal(_) => None,
        syntax::Segment::Placeholder(placeholder) => Some(placeholder),
    })
}

fn tail(path: &[syntax::Segment]) -> Option<&syntax::Placeholder> {
    placeholders(path).find(|placeholder| matches!(placeholder.kind, PlaceholderKind::Tail))
}

/// The canonical text of a template.
pub(super) fn text(path: &[syntax::Segment]) -> String {
    let segments = path.iter().map(|segment| match segment {
        syntax::Segment::Literal(literal) => literal.text.clone(),
        syntax::Segment::Placeholder(placeholder) => {
            let name = syn::ext::IdentExt::unraw(&placeholder.name);
            match &placeholder.kind {
                PlaceholderKind::Plain => format!("<{name}>"),
                PlaceholderKind::Tail => format!("<{name}..>"),
                PlaceholderKind::Typed(of) => format!("<{name}: {}>", type_text(of)),
                PlaceholderKind::Closed(values) => {
                    let values: Vec<&str> =
                        values.iter().map(|value| value.text.as_str()).collect();
                    format!("<{name}: {}>", values.join(" | "))
                }
            }
        }
    });
    segments.collect::<Vec<_>>().join(".")
}

/// Whether a path of sound segments is a template; reports why not.
pub(super) fn is_template(
    path: &[syntax::Segment],
    text: &str,
    place: Place,
    errors: &mut Errors,
) -> bool {
    match Template::new(text) {
        Ok(_) => true,
        Err(_) => refuse(path, text, place, errors),
    }
}

/// Reports why a path of sound segments is no template; always `false`.
fn refuse(path: &[syntax::Segment], text: &str, place: Place, errors: &mut Errors) -> bool {
    let mut reported = false;
    if let Some((_, before)) = path.split_last()
        && let Some(tail) = tail(before)
    {
        errors.add(tail.place, messages::tail_not_last(&tail.name));
        reported = true;
    }
    let mut seen: Vec<&Ident> = Vec::new();
    for placeholder in placeholders(path) {
        if seen.contains(&&placeholder.name) {
            let message = messages::duplicate_placeholder(&placeholder.name, text);
            errors.add(placeholder.place, message);
            reported = true;
        }
        seen.push(&placeholder.name);
    }
    if !reported && let Err(error) = Template::new(text) {
        errors.add(place, messages::type_in_template(&error));
    }
    false
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
        errors.add(place, messages::no_name(template));
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
    name: &Ident,
    errors: &mut Errors,
) -> Option<Vec<Segment>> {
    let mut sound = true;
    for (segment, written) in segments.iter_mut().zip(path) {
        if let (Segment::Parameter(parameter), syntax::Segment::Placeholder(placeholder)) =
            (segment, written)
            && let PlaceholderKind::Closed(values) = placeholder.kind
        {
            let suffix = case::upper_camel(&placeholder.name.to_string());
            let of = format!("{name}{suffix}");
            let name = names::identifier(&of, placeholder.name.span());
            let values = variants(values, errors);
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
    let mut variants: Vec<Value> = Vec::new();
    let mut sound = true;
    for value in values {
        let name = names::of_value(&value.text);
        let Some(variant) = names::identifier(&name, value.place.first()) else {
            errors.add(value.place, messages::bad_variant(&value.text, &name));
            sound = false;
            continue;
        };
        if let Some(other) = variants.iter().find(|other| other.variant == variant) {
            let message = messages::variant_clash(&value.text, &other.text, &name);
            errors.add(value.place, message);
            sound = false;
            continue;
        }
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
