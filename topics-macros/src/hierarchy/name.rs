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
    /// `None` for the template of the line.
    pub(crate) former: Option<usize>,
}

impl Topic {
    /// One of its names, if it has it.
    pub(crate) fn name(&self, id: NameId) -> Option<Name<'_>> {
        let (template, segments, place) = match id.former {
            None => (self.template(), &self.segments, self.place),
            Some(former) => {
                let former = self.former.get(former)?;
                (former.template(), &former.segments, former.place)
            }
        };
        Some(Name {
            topic: self,
            id,
            template,
            segments,
            place,
        })
    }
}

/// All names: those of the lines in their order, and behind them the former ones.
pub(crate) fn names(topics: &[Topic]) -> Vec<Name<'_>> {
    let topics = topics.iter().enumerate();
    let present = topics.clone().map(|(index, topic)| (topic, index, None));
    let former = topics.flat_map(|(index, topic)| {
        (0..topic.former.len()).map(move |former| (topic, index, Some(former)))
    });
    let names = present.chain(former);
    names
        .filter_map(|(of, topic, former)| of.name(NameId { topic, former }))
        .collect()
}
