//! The names that topics go by: the template of each line, and those it had before.
//!
//! To the analyses one is as good as the other, for `parse` reads both.

use topics_core::Template;

use super::{Segment, Topic};
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct NameId {
    pub(crate) topic: usize,
    /// 0 for the template of the line, 1 for the first former one.
    pub(crate) name: usize,
}

impl NameId {
    pub(crate) fn is_former(self) -> bool {
        self.name > 0
    }
}

impl Topic {
    /// The names of the topic at this index.
    pub(crate) fn names(&self, topic: usize) -> impl Iterator<Item = Name<'_>> {
        let templates = self.templates().enumerate();
        templates.map(move |(name, of)| Name {
            topic: self,
            id: NameId { topic, name },
            template: of.template(),
            segments: &of.segments,
            place: of.place,
        })
    }
}

/// All names: those of the lines in their order, and behind them the former ones.
pub(crate) fn names(topics: &[Topic]) -> Vec<Name<'_>> {
    let topics = topics.iter().enumerate();
    let mut names: Vec<Name<'_>> = topics.flat_map(|(of, topic)| topic.names(of)).collect();
    names.sort_by_key(|name| name.id.is_former());
    names
}
