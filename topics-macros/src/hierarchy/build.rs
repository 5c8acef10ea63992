//! From what was written to what it means.

use std::collections::HashMap;

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use topics_core::Template;

use super::{
    Attributes, Closed, Former, Hierarchy, Kind, Origin, Parameter, Segment, Topic, Value, former,
    names,
};
use crate::case;
use crate::errors::Errors;
use crate::messages;
use crate::place::{Place, derived};
use crate::syntax::{
    self, Declaration, Item, Literal, Path, PlaceholderKind, former_names, identifier, path_text,
    refuse,
};

impl Hierarchy {
    /// Builds the model. A line with a fault is reported and left out.
    pub(crate) fn build(declaration: Declaration, errors: &mut Errors) -> Self {
        let mut header = declaration.header;
        let lock = super::lock::take(&mut header.attributes, errors);
        refuse(
            &header.attributes,
            "was",
            &messages::was_on_header(),
            errors,
        );
        refuse(
            &header.attributes,
            "first",
            &messages::first_on_header(),
            errors,
        );
        let messages = super::message_enum::take(&mut header.attributes, errors);
        let mut attributes = Attributes::sort(header.attributes, errors);
        attributes.messages = messages;
        attributes.is_first = false;
        // What applies to all of the hierarchy applies to each line, but for the words about it.
        let common = Attributes {
            conditions: attributes.conditions.clone(),
            ..Attributes::default()
        };
        let mut topics = Vec::new();
        let outermost = Scope {
            path: Vec::new(),
            former: Vec::new(),
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
    /// The paths that its lines were under before.
    former: Vec<Path>,
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
        let was = former_names(&group.attributes, errors);
        let attributes = Attributes::sort(group.attributes, errors);
        let mut path = [&self.path[..], &group.path.segments].concat();
        let faults = faults(&path, path.len());
        report(&faults, errors);
        // What is at fault is left out, so that the lines are reported for faults of their own only.
        for fault in faults.iter().rev() {
            path.remove(fault.segment);
        }
        let mut former = self.former_of(&group.path);
        if faults.is_empty() {
            former.extend(former::check_group(was, &path, errors));
        }
        let scope = Scope {
            path,
            former,
            attributes: self.attributes.within(attributes),
        };
        let mut lines = Vec::new();
        scope.build_items(group.items, &mut lines, errors);
        if faults.is_empty() {
            topics.extend(lines);
        }
    }

    /// Where a path in this was before, as the groups around it say.
    fn former_of(&self, path: &Path) -> Vec<Path> {
        let former = self.former.iter();
        former.map(|former| former.join(path)).collect()
    }

    fn build_line(&self, line: syntax::Line, errors: &mut Errors) -> Option<Topic> {
        let was = former_names(&line.attributes, errors);
        let attributes = Attributes::sort(line.attributes, errors);
        let place = line.path.place;
        let first_word = line.path.segments.iter().find_map(|segment| match segment {
            syntax::Segment::Literal(word) => Some(word.place),
            syntax::Segment::Placeholder(_) => None,
        });
        let path = [&self.path[..], &line.path.segments].concat();
        let text = path_text(&path);
        let faults = template_faults(&path, &text, place);
        report(&faults, errors);
        let mut former = self.former_of(&line.path);
        former.extend(former::check_all(was, &path, errors));
        let mut segments = plain_segments(&path);
        let is_named = line.name.is_some();
        let name = line.name.or_else(|| {
            let name = names::of_topic(&segments);
            // It carries the place of a word, for an editor to go to.
            let identifier = identifier(&name, derived(first_word.unwrap_or(place).first()));
            if identifier.is_none() {
                let has_literal = segments
                    .iter()
                    .any(|segment| matches!(segment, Segment::Literal(_)));
                let message = match (name.is_empty(), has_literal) {
                    (true, true) => messages::no_word(&text),
                    (true, false) => messages::no_literal(&text),
                    (false, _) => messages::bad_derived_name(&text, name),
                };
                errors.add(place, message);
            }
            identifier
        });
        let has_variants = add_closed(&mut segments, &path, name.as_ref(), errors);
        let name = name.filter(|_| has_variants && faults.is_empty())?;
        let mut topic = Topic {
            place,
            is_named,
            former: former
                .iter()
                .map(|path| Former::over(path, &segments))
                .collect(),
            segments,
            text,
            name,
            origin: Origin::Declared,
            attributes: self.attributes.within(attributes),
            payload: line.payload,
            reply: line.reply,
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

/// Why a path of sound segments is no template.
pub(super) struct Fault {
    /// The index of the segment that is at fault.
    segment: usize,
    place: Place,
    pub(super) message: String,
}

pub(super) fn report(faults: &[Fault], errors: &mut Errors) {
    for fault in faults {
        errors.add(fault.place, &fault.message);
    }
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
            message: messages::type_in_template(error),
        });
    }
    faults
}

/// The faults of a path in which a tail may stand from the segment `end` on: behind the last one of a
/// group, nowhere.
fn faults(path: &[syntax::Segment], end: usize) -> Vec<Fault> {
    let mut seen: Vec<&Ident> = Vec::new();
    let mut faults = Vec::new();
    for (segment, written) in path.iter().enumerate() {
        let syntax::Segment::Placeholder(placeholder) = written else {
            continue;
        };
        let (name, place) = (&placeholder.name, placeholder.place);
        let mut fault = |message| {
            faults.push(Fault {
                segment,
                place,
                message,
            });
        };
        if seen.contains(&name) {
            fault(messages::duplicate_placeholder(name, path_text(path)));
        } else if matches!(placeholder.kind, PlaceholderKind::Tail) && segment < end {
            fault(messages::tail_not_last(name));
        }
        seen.push(name);
    }
    faults
}

/// The segments of the model, but for the variants of closed placeholders.
pub(super) fn plain_segments(path: &[syntax::Segment]) -> Vec<Segment> {
    let segments = path.iter().map(|segment| match segment {
        syntax::Segment::Literal(literal) => Segment::Literal(literal.text.clone()),
        syntax::Segment::Placeholder(placeholder) => Segment::Parameter(Parameter {
            field: placeholder.name.clone(),
            kind: match &placeholder.kind {
                PlaceholderKind::Tail => Kind::Tail,
                PlaceholderKind::Typed(of) => Kind::Typed(of.clone()),
                PlaceholderKind::Plain
                | PlaceholderKind::Closed(_)
                | PlaceholderKind::Written(_) => Kind::Plain,
            },
            is_owned: false,
        }),
    });
    segments.collect()
}

/// The traits that the enum of a closed placeholder has, and not every generated type.
const ORDERED: [&str; 3] = ["Copy", "Ord", "PartialOrd"];

/// Makes enums of closed placeholders, now that the name is known which theirs begin with; `false` if some
/// could not be made.
fn add_closed(
    segments: &mut [Segment],
    path: &[syntax::Segment],
    name: Option<&Ident>,
    errors: &mut Errors,
) -> bool {
    let mut sound = true;
    for (segment, written) in segments.iter_mut().zip(path) {
        if let (Segment::Parameter(parameter), syntax::Segment::Placeholder(placeholder)) =
            (segment, written)
            && let PlaceholderKind::Closed(values) = &placeholder.kind
        {
            let values = variants(values, errors);
            let name = name.and_then(|name| {
                let suffix = case::upper_camel(&placeholder.name.unraw().to_string());
                identifier(
                    &format!("{}{suffix}", name.unraw()),
                    derived(placeholder.name.span()),
                )
            });
            match (name, values) {
                (Some(name), Some(values)) => {
                    let written = placeholder.attributes.clone();
                    let mut attributes = Attributes::sort(written, errors);
                    attributes.refuse_derives(&ORDERED, messages::derived_already, errors);
                    parameter.kind = Kind::Closed(Box::new(Closed {
                        name,
                        attributes,
                        values,
                    }));
                }
                _ => sound = false,
            }
        }
    }
    sound
}

fn variants(values: &[Vec<Literal>], errors: &mut Errors) -> Option<Vec<Value>> {
    let mut variants: Vec<Value> = Vec::with_capacity(values.len());
    // There may be thousands.
    let mut known: HashMap<String, &str> = HashMap::with_capacity(values.len());
    for texts in values {
        let Some(value) = texts.first() else {
            continue;
        };
        let Literal {
            attributes,
            text,
            place,
        } = value;
        let name = names::of_value(text);
        let variant = identifier(&name, derived(place.first()));
        match (variant, known.get(&name)) {
            (None, _) if name.is_empty() => errors.add(*place, messages::value_without_word(text)),
            (None, _) => errors.add(*place, messages::bad_variant(text, name)),
            (Some(_), Some(other)) => {
                errors.add(*place, messages::variant_clash(text, other, name));
            }
            (Some(variant), None) => {
                known.insert(name, text);
                variants.push(Value {
                    attributes: Attributes::sort(attributes.clone(), errors),
                    texts: texts.iter().map(|literal| literal.text.clone()).collect(),
                    variant,
                });
            }
        }
    }
    (variants.len() == values.len()).then_some(variants)
}
