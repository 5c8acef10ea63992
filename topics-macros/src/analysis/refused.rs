//! What an analysis has reported and nothing is generated for.

use std::collections::HashSet;

use crate::hierarchy::{NameId, Topic};

/// Names and payloads that cannot stand where they do, by the indices of their topics.
#[derive(Default)]
pub(super) struct Refused {
    names: HashSet<NameId>,
    payloads: HashSet<usize>,
}

impl Refused {
    /// A name; the topic with it, if that is its template.
    pub(super) fn add_name(&mut self, name: NameId) {
        self.names.insert(name);
    }

    pub(super) fn add_topic(&mut self, topic: usize) {
        self.names.insert(NameId { topic, name: 0 });
    }

    /// A payload, without which the topic is right.
    pub(super) fn add_payload(&mut self, topic: usize) {
        self.payloads.insert(topic);
    }

    pub(super) fn has_name(&self, name: NameId) -> bool {
        self.names.contains(&name)
    }

    pub(super) fn has_topic(&self, topic: usize) -> bool {
        self.names.contains(&NameId { topic, name: 0 })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty() && self.payloads.is_empty()
    }

    /// The topics that are left, with the names and payloads that are left to them.
    pub(super) fn take_out_of(&self, topics: Vec<Topic>) -> Vec<Topic> {
        let topics = topics.into_iter().enumerate();
        let kept = topics.filter(|(index, _)| !self.has_topic(*index));
        let kept = kept.map(|(index, mut topic)| {
            let mut name = 0;
            topic.former.retain(|_| {
                name += 1;
                !self.names.contains(&NameId { topic: index, name })
            });
            topic.payload = topic.payload.filter(|_| !self.payloads.contains(&index));
            topic.reply = topic.reply.filter(|_| topic.payload.is_some());
            topic
        });
        kept.collect()
    }
}
