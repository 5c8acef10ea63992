//! From what was written to what it means.

use topics_core::Template;

use super::{
    Attributes, Hierarchy, Kind, Origin, Path, Placeholder, Segment, Topic, TopicTemplate, former,
    names,
};
use crate::errors::Errors;
use crate::messages;
use crate::place::derived;
use crate::syntax::{Declaration, Group, Item, Line, former_names, identifier, path_text};

impl Hierarchy {
    /// Builds the model. A line with a fault is reported and left out.
    pub(crate) fn build(declaration: Declaration, errors: &mut Errors) -> Self {
        let mut header = declaration.header;
        let mut hierarchy = Self::new(header.name, header.visibility, Origin::Declared);
        hierarchy.lock = super::lock::take(&mut header.attributes, errors);
        for name in ["was", "first"] {
            errors.refuse(&header.attributes, name, messages::attribute_of_line(name));
        }
        hierarchy.messages = super::message_enum::take(&mut header.attributes, errors);
        hierarchy.attributes = Attributes::sort(header.attributes, errors);
        hierarchy.attributes.is_first = false;
        // What applies to all of the hierarchy applies to each line, but for the words about it.
        let outermost = Scope {
            path: Vec::new(),
            former: Vec::new(),
            attributes: Attributes {
                conditions: hierarchy.attributes.conditions.clone(),
                ..Attributes::default()
            },
        };
        outermost.build_items(declaration.items, &mut hierarchy.topics, errors);
        hierarchy
    }
}

/// What the groups around a line contribute to it.
struct Scope {
    path: Vec<Segment>,
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

    fn build_group(&self, group: Group, topics: &mut Vec<Topic>, errors: &mut Errors) {
        let was = former_names(&group.attributes, errors);
        let attributes = Attributes::sort(group.attributes, errors);
        let mut path = [&self.path[..], &group.path.segments].concat();
        let refused = refuse(&path, path.len(), errors);
        // What is at fault is left out, so that the lines are reported for faults of their own only.
        for index in refused.iter().rev() {
            path.remove(*index);
        }
        let mut former = self.former_of(&group.path);
        if refused.is_empty() {
            former.extend(former::check_all(was, &path, errors));
        }
        let scope = Scope {
            path,
            former,
            attributes: self.attributes.within(attributes),
        };
        let mut lines = Vec::new();
        scope.build_items(group.items, &mut lines, errors);
        if refused.is_empty() {
            topics.extend(lines);
        }
    }

    /// Where a path in this was before, as the groups around it say.
    fn former_of(&self, path: &Path) -> Vec<Path> {
        let former = self.former.iter().map(|former| Path {
            segments: [&former.segments[..], &path.segments].concat(),
            place: former.place,
        });
        former.collect()
    }

    fn build_line(&self, line: Line, errors: &mut Errors) -> Option<Topic> {
        let was = former_names(&line.attributes, errors);
        let attributes = Attributes::sort(line.attributes, errors);
        let place = line.path.place;
        let mut path = Path {
            segments: [&self.path[..], &line.path.segments].concat(),
            place,
        };
        let is_template = is_template(&path, errors);
        let mut former = self.former_of(&line.path);
        former.extend(former::check_all(was, &path.segments, errors));
        let is_named = line.suffix.name.is_some();
        let name = line.suffix.name.or_else(|| {
            let name = names::of_topic(&path.segments);
            // It carries the place of a word, for an editor to go to.
            let word = line.path.segments.iter().find_map(Segment::literal);
            let word = word.map_or(place, |word| word.place);
            let identifier = identifier(&name, derived(word.first()));
            if identifier.is_none() {
                let message = messages::bad_derived_name(path_text(&path.segments));
                errors.add(place, message);
            }
            identifier
        });
        let name = name.filter(|_| is_template)?;
        for path in former.iter_mut().chain([&mut path]) {
            names::of_closed(&name, &mut path.segments);
        }
        let mut topic = Topic {
            present: TopicTemplate::new(path),
            former: former.into_iter().map(TopicTemplate::new).collect(),
            is_named,
            name,
            origin: Origin::Declared,
            attributes: self.attributes.within(attributes),
            payload: line.suffix.payload,
            reply: line.suffix.reply,
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

/// Whether a path of sound segments is a template; if not, that is reported.
pub(super) fn is_template(path: &Path, errors: &mut Errors) -> bool {
    let segments = &path.segments;
    if !refuse(segments, segments.len().saturating_sub(1), errors).is_empty() {
        return false;
    }
    let template = Template::new(&path_text(segments)).map(drop);
    let template = template.map_err(messages::type_in_template);
    let refused = template.map_err(|message| errors.add(path.place, message));
    refused.is_ok()
}

/// Reports the placeholders of a path that cannot be where they are, and returns their indices. A tail may stand from
/// the segment `end` on: behind the last one of a group, nowhere.
fn refuse(path: &[Segment], end: usize, errors: &mut Errors) -> Vec<usize> {
    let (mut seen, mut refused) = (Vec::new(), Vec::new());
    for (index, segment) in path.iter().enumerate() {
        let Some(Placeholder {
            name, kind, place, ..
        }) = segment.placeholder()
        else {
            continue;
        };
        let message = if seen.contains(&name) {
            messages::duplicate_placeholder(name, path_text(path))
        } else if matches!(kind, Kind::Tail) && index < end {
            messages::tail_not_last(name)
        } else {
            seen.push(name);
            continue;
        };
        errors.add(*place, message);
        refused.push(index);
    }
    refused
}
