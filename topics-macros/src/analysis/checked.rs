//! A hierarchy of which everything has been checked: all that `expand` takes.

use std::ops::Deref;

use super::parse_order::ParseOrder;
use crate::hierarchy::{Hierarchy, Name, NameId, Topic, Tracked};

/// The topics that can stand beside each other, and what is known of them together.
pub(crate) struct CheckedHierarchy {
    hierarchy: Hierarchy,
    /// The file of the lock, if the header names one and it could be read.
    pub(crate) lock: Option<Tracked>,
    /// In the order of the declaration.
    pub(crate) topics: Vec<CheckedTopic>,
    parse_order: ParseOrder,
    /// Whether nothing was reported; else an enum of the user's may have variants that are not among the topics.
    pub(crate) is_whole: bool,
}

/// What is not about its topics is as it was before.
impl Deref for CheckedHierarchy {
    type Target = Hierarchy;

    fn deref(&self) -> &Hierarchy {
        &self.hierarchy
    }
}

/// A topic, and what is known of it among the others.
pub(crate) struct CheckedTopic {
    topic: Topic,
    pub(crate) relations: Relations,
}

/// What is known of a topic among the others.
#[derive(Clone, Default)]
pub(crate) struct Relations {
    /// Where a name of another topic wins over one of this.
    pub(crate) winners: Vec<Shadow>,
    /// Where one of its names wins over that of another topic.
    pub(crate) losers: Vec<Shadow>,
    /// The topic's own names in the order in which `parse` tries them.
    pub(crate) parse_order: Vec<NameId>,
}

/// Two names of which one has the topics that both match.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shadow {
    pub(crate) winner: NameId,
    pub(crate) loser: NameId,
    /// Whether it wins for being more specific; else it does for being `#[first]`.
    pub(crate) is_more_specific: bool,
}

/// A checked topic is read as the topic that it is.
impl Deref for CheckedTopic {
    type Target = Topic;

    fn deref(&self) -> &Topic {
        &self.topic
    }
}

impl CheckedHierarchy {
    pub(super) fn new(
        mut hierarchy: Hierarchy,
        lock: Option<Tracked>,
        relations: Vec<Relations>,
        parse_order: ParseOrder,
        is_whole: bool,
    ) -> Self {
        let topics = std::mem::take(&mut hierarchy.topics).into_iter();
        let topics = topics.zip(relations);
        let topics = topics.map(|(topic, relations)| CheckedTopic { topic, relations });
        Self {
            topics: topics.collect(),
            hierarchy,
            lock,
            parse_order,
            is_whole,
        }
    }

    /// All names, in the order in which `parse` tries them: each before those that it wins over.
    pub(crate) fn names_in_parse_order(&self) -> impl Iterator<Item = Name<'_>> {
        self.parse_order.all().filter_map(|id| self.name(id))
    }

    /// How many of them have to be tried one by one. Of those behind them the more specific one wins: so it
    /// is found if literals are compared before placeholders are tried, and tails last.
    pub(crate) fn names_tried_one_by_one(&self) -> usize {
        self.parse_order.first.len()
    }

    pub(crate) fn name(&self, id: NameId) -> Option<Name<'_>> {
        self.topics.get(id.topic)?.names(id.topic).nth(id.name)
    }

    pub(crate) fn has_former_names(&self) -> bool {
        self.topics.iter().any(|topic| !topic.former.is_empty())
    }

    /// How many segments the longest template has, be it a former one.
    pub(crate) fn most_segments(&self) -> usize {
        let lengths = self.topics.iter().map(|topic| topic.most_segments());
        lengths.max().unwrap_or(0)
    }
}
