//! The names that topics go by: the template of each line, and those it had before.
//!
//! To the analyses one is as good as the other, for `parse` reads both.

use topics_core::Template;

use super::{Hierarchy, Segment, Topic};
use crate::place::Place;

/// A template of the hierarchy, and whose it is.
#[derive(Clone, Copy)]
pub(crate) struct Name<'h> {
    pub(crate) topic: &'h Topic,
    pub(crate) id: NameId,
    pub(crate) template: Template<'h>,
    pub(crate) segments: &'h [Segment],
    pub(crate) place: Place,
}

/// Which name of which topic it is, each by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NameId {
    pub(crate) topic: usize,
    /// `None` for the template of the line.
    pub(crate) former: Option<usize>,
}

impl Topic {
    /// All names of the topic, the present one first; `index` is that of the topic.
    pub(crate) fn names(&self, index: usize) -> impl Iterator<Item = Name<'_>> {
        let name = move |former| NameId {
            topic: index,
            former,
        };
        let present = Name {
            topic: self,
            id: name(None),
            template: self.template(),
            segments: &self.segments,
            place: self.place,
        };
        let former = self.former.iter().enumerate();
        let former = former.map(move |(index, former)| Name {
            topic: self,
            id: name(Some(index)),
            template: former.template(),
            segments: &former.segments,
            place: former.place,
        });
        std::iter::once(present).chain(former)
    }
}

impl Hierarchy {
    /// All names: those of the lines in their order, and behind them the former ones.
    pub(crate) fn names(&self) -> Vec<Name<'_>> {
        let topics = self.topics.iter().enumerate();
        let mut names: Vec<Name<'_>> = topics
            .flat_map(|(index, topic)| topic.names(index))
            .collect();
        names.sort_by_key(|name| name.id.former.is_some());
        names
    }

    /// The template that an index means, if there is one.
    pub(crate) fn template_of(&self, id: NameId) -> Option<Template<'_>> {
        let topic = self.topics.get(id.topic)?;
        match id.former {
            None => Some(topic.template()),
            Some(former) => topic.former.get(former).map(super::Former::template),
        }
    }

    pub(crate) fn has_former_names(&self) -> bool {
        self.topics.iter().any(|topic| !topic.former.is_empty())
    }
}
