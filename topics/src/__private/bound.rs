//! Patterns of one template, some of its placeholders set.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Deref;
use core::{fmt, iter};

use topics_core::names::Names;
use topics_core::shape::Types;
use topics_core::{Pattern, PlaceholderKind, Template, TemplateSegment, TextError, TopicName};

use super::{Description, ValueOf};
use crate::BuildError;

/// The pattern as text, and the names that are its topics'.
///
/// What is done with it are functions and no methods, so that the compiler offers none of them to whoever misses a
/// method of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    template: Template<'static>,
    former: &'static [Template<'static>],
    types: Types<'static>,
    pattern: Pattern<'static>,
}

/// Nothing set: `pattern` has a wildcard for every placeholder.
pub const fn unset(line: &'static Description, pattern: &'static str) -> Bound {
    of(line, super::checked_pattern(pattern))
}

/// A pattern that is one of the line.
pub(super) const fn of(line: &'static Description, pattern: Pattern<'static>) -> Bound {
    Bound {
        template: line.present.template,
        former: line.former_templates,
        types: line.types,
        pattern,
    }
}

/// The part of a pattern that is one of the line, if the line has some topic that the pattern matches.
pub(crate) fn within(pattern: &Pattern<'_>, line: &Names) -> Option<Bound> {
    let template = line.template;
    if !template.overlaps_pattern(pattern) {
        return None;
    }
    Some(Bound {
        template,
        former: line.former,
        types: line.types,
        pattern: pattern.intersection(&template.pattern())?,
    })
}

pub fn text(
    bound: Bound,
    index: usize,
    text: Result<impl Deref<Target = str>, TextError>,
) -> Result<Bound, BuildError> {
    let text = text.map_err(|error| {
        let placeholder = bound.template.placeholders().nth(index);
        let name = placeholder.map_or("", |placeholder| placeholder.name());
        BuildError::new(bound.template, name, error)
    })?;
    Ok(bound.set(index, &text))
}

#[expect(clippy::needless_pass_by_value, reason = "made for this call")]
pub fn value<T>(bound: Bound, index: usize, value: &T, of: ValueOf<T>) -> Bound {
    bound.set(index, &(of.to_segment)(value))
}

pub fn to_pattern(bound: &Bound) -> Pattern<'static> {
    bound.pattern.clone()
}

pub fn into_pattern(bound: Bound) -> Pattern<'static> {
    bound.pattern
}

/// The pattern, and the same one of each former template, which has the same placeholders in any order; and of each
/// text that a value had before.
pub fn to_patterns(bound: &Bound) -> Vec<Pattern<'static>> {
    let mut all = Vec::from([bound.clone()]);
    for (index, placeholder) in bound.template.placeholders().enumerate() {
        let told = |name: &str| bound.types.iter().find(|(own, _)| *own == name);
        let values = match placeholder.kind() {
            PlaceholderKind::Closed(values) => Some(values.clone()),
            _ => told(placeholder.name()).and_then(|(_, texts)| texts.values()),
        };
        let text = bound.part(|_, own| own == index);
        let former = values.into_iter().flat_map(|values| values.former());
        let set = all.clone();
        for (_, former) in former.filter(|(value, _)| Some(*value) == text) {
            all.extend(set.iter().map(|one| one.clone().set(index, former)));
        }
    }
    let all = all.into_iter().flat_map(|one| {
        let former = one.former.iter().map(|former| one.of(*former));
        let former: Vec<_> = former.collect();
        iter::once(one.pattern).chain(former)
    });
    all.collect()
}

/// The former names of a topic, each made as a pattern of which every placeholder is set.
pub(super) fn former_names(
    line: &'static Description,
    name: TopicName<'static>,
) -> Vec<TopicName<'static>> {
    let all = to_patterns(&of(line, name.into()));
    let names = all.into_iter().skip(1);
    names
        .map(|name| TopicName::from_checked(String::from(name).into()))
        .collect()
}

pub fn debug(name: &str, pattern: &impl ToString, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_tuple(name).field(&pattern.to_string()).finish()
}

impl Bound {
    /// Puts a text in the place of a placeholder, by its index.
    fn set(mut self, index: usize, text: &str) -> Self {
        if let Some((start, end)) = self.place(|_, own| own == index) {
            let pattern = self.pattern.as_str();
            let mut bound = String::with_capacity(pattern.len() + text.len());
            bound.extend(pattern.get(..start));
            bound.push_str(text);
            bound.extend(pattern.get(end..));
            self.pattern = Pattern::from_checked(bound.into());
        }
        self
    }

    /// What stands in the place of a placeholder.
    pub(super) fn part(&self, is_it: impl Fn(&str, usize) -> bool) -> Option<&str> {
        let (start, end) = self.place(is_it)?;
        self.pattern.as_str().get(start..end)
    }

    /// Where a placeholder is in the pattern, which is asked for by its name or its index.
    fn place(&self, is_it: impl Fn(&str, usize) -> bool) -> Option<(usize, usize)> {
        let pattern = self.pattern.as_str();
        let (mut start, mut index) = (0, 0);
        for segment in self.template.segments() {
            let rest = pattern.get(start..)?;
            let end = start + rest.find('.').unwrap_or(rest.len());
            if let TemplateSegment::Placeholder(own) = segment {
                if is_it(own.name(), index) {
                    return Some(match own.kind() {
                        PlaceholderKind::Tail => (start, pattern.len()),
                        _ => (start, end),
                    });
                }
                index += 1;
            }
            start = end + 1;
        }
        None
    }

    fn of(&self, former: Template<'static>) -> Pattern<'static> {
        let segments = former.segments().map(|segment| match segment {
            TemplateSegment::Literal(literal) => literal,
            TemplateSegment::Placeholder(own) => {
                self.part(|name, _| name == own.name()).unwrap_or("*")
            }
        });
        let segments: Vec<&str> = segments.collect();
        Pattern::from_checked(segments.join(".").into())
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pattern.fmt(f)
    }
}
