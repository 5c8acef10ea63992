//! Which topologies, deckies and workers the most topics are about.

use crate::hierarchy::BusTopic;
use crate::space_saving::SpaceSaving;

/// How many ids of one kind have a counter. Far more than a report shows, so that those it shows are
/// exact, or nearly so, on any real bus.
const COUNTERS: usize = 1_024;

/// The busiest ids, by kind.
pub(crate) struct BusiestIds {
    topologies: SpaceSaving,
    deckies: SpaceSaving,
    workers: SpaceSaving,
}

impl BusiestIds {
    pub(crate) fn new() -> Self {
        Self {
            topologies: SpaceSaving::new(COUNTERS),
            deckies: SpaceSaving::new(COUNTERS),
            workers: SpaceSaving::new(COUNTERS),
        }
    }

    /// Counts the id in a topic. The match names every kind of topic, so whoever adds one to the
    /// hierarchy is asked here whether it has an id.
    pub(crate) fn count(&mut self, topic: &BusTopic<'_>) {
        let (ids, id) = match topic {
            BusTopic::TopologyMutation(topic) => (&mut self.topologies, &topic.topology_id),
            BusTopic::TopologyStatus(topic) => (&mut self.topologies, &topic.topology_id),
            BusTopic::DeckyState(topic) => (&mut self.deckies, &topic.decky_id),
            BusTopic::DeckyTraffic(topic) => (&mut self.deckies, &topic.decky_id),
            BusTopic::DeckyMutateRequest(topic) => (&mut self.deckies, &topic.decky_id),
            BusTopic::WorkerHealth(topic) => (&mut self.workers, &topic.worker),
            BusTopic::AttackerObserved(_)
            | BusTopic::AttackerScored(_)
            | BusTopic::AttackerFingerprinted(_)
            | BusTopic::AttackerSessionStarted(_)
            | BusTopic::AttackerSessionEnded(_)
            | BusTopic::SystemLog(_)
            | BusTopic::SystemBusHealth(_) => return,
        };
        ids.count(id.as_str());
    }

    /// Each kind of id with its plural, for a heading.
    pub(crate) fn kinds(&self) -> [(&'static str, &SpaceSaving); 3] {
        [
            ("topologies", &self.topologies),
            ("deckies", &self.deckies),
            ("workers", &self.workers),
        ]
    }
}
