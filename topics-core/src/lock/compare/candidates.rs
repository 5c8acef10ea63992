//! What a template that is gone may have become.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::lock::{Lock, LockEntry};
use crate::nearest::nearest;
use crate::template::{PlaceholderKind, Template, TemplateSegment};

/// How many templates are compared in full with one that is gone. Where a group of a thousand topics is
/// renamed, comparing all with all would take the compiler minutes.
const MOST: usize = 16;

/// The templates of the new lock.
pub(super) struct Candidates<'a> {
    came: Vec<Candidate<'a>>,
    all: Vec<Candidate<'a>>,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(came: &[&'a LockEntry], new: &'a Lock) -> Self {
        Self {
            came: came.iter().copied().map(Candidate::new).collect(),
            all: new.entries.iter().map(Candidate::new).collect(),
        }
    }

    /// A rename adds a template, so one that has been there before is the second choice.
    pub(super) fn nearest(&self, gone: &LockEntry) -> Option<Template<'a>> {
        let text = sample(gone.template());
        let gone = Candidate::new(gone);
        let among = |candidates: &[Candidate<'a>]| nearest(&gone.likely(candidates), &text);
        among(&self.came).or_else(|| among(&self.all))
    }
}

struct Candidate<'a> {
    template: Template<'a>,
    literals: Vec<&'a str>,
}

impl<'a> Candidate<'a> {
    fn new(entry: &'a LockEntry) -> Self {
        let template = entry.template();
        let literals = template.segments().filter_map(|segment| match segment {
            TemplateSegment::Literal(text) => Some(text),
            TemplateSegment::Placeholder(_) => None,
        });
        Self {
            template,
            literals: literals.collect(),
        }
    }

    /// Those that share the most literal segments with this one, in their order; all if there are few, or
    /// if none shares any, so that each of the literals may have been changed a little.
    fn likely<'o>(&self, others: &[Candidate<'o>]) -> Vec<Template<'o>> {
        let shared = |other: &Candidate<'_>| {
            let ours = self.literals.iter();
            ours.filter(|literal| other.literals.contains(literal))
                .count()
        };
        let mut ranked: Vec<(Reverse<usize>, usize)> = others
            .iter()
            .enumerate()
            .map(|(index, other)| (Reverse(shared(other)), index))
            .collect();
        if ranked.len() > MOST && ranked.iter().any(|(shared, _)| shared.0 > 0) {
            ranked.sort_unstable();
            ranked.truncate(MOST);
            ranked.sort_unstable_by_key(|(_, index)| *index);
        }
        let likely = ranked.iter().filter_map(|(_, index)| others.get(*index));
        likely.map(|other| other.template).collect()
    }
}

/// A text that is nearer to a template the more of it is equal: where a segment may be any, one that no
/// literal resembles.
fn sample(template: Template<'_>) -> String {
    let mut text = String::with_capacity(template.as_str().len());
    for (index, segment) in template.segments().enumerate() {
        if index > 0 {
            text.push('.');
        }
        text.push_str(match &segment {
            TemplateSegment::Literal(literal) => literal,
            TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
                PlaceholderKind::Closed(values) => values.clone().next().unwrap_or("*"),
                _ => "*",
            },
        });
    }
    text
}
