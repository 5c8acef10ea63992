//! Who listens to what.

use topics::{Pattern, TopicPattern};

use crate::hierarchy::{
    BusTopic, DeckyMutateRequest, TopologyMutation, TopologyMutationState, WorkerHealth,
};

/// A listener and the pattern it subscribes with.
pub(crate) struct Subscription {
    pub(crate) listener: &'static str,
    pub(crate) pattern: Pattern<'static>,
}

/// More than one template is on these, so their patterns are text, which the compiler checks.
const ONE_TOPOLOGY: Pattern<'static> = Pattern::from_static("topology.t-17.>");
const ATTACKERS: Pattern<'static> = Pattern::from_static("attacker.>");

/// The five that a DECNET always has.
pub(crate) fn standing() -> [Subscription; 5] {
    let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
    [
        ("an alert on failed mutations", failed.to_pattern()),
        ("the page of topology t-17", ONE_TOPOLOGY),
        ("the mutator", DeckyMutateRequest::pattern().to_pattern()),
        ("the attacker profiler", ATTACKERS),
        ("the health board", WorkerHealth::pattern().to_pattern()),
    ]
    .map(|(listener, pattern)| Subscription { listener, pattern })
}

impl Subscription {
    /// One that the operator asks about.
    pub(crate) fn asked_for(pattern: Pattern<'static>) -> Self {
        Self {
            listener: "--subscribe",
            pattern,
        }
    }

    /// Whether a template has topics that the pattern could match. One that has none is silent for
    /// ever, and probably misspelt.
    pub(crate) fn is_alive(&self) -> bool {
        BusTopic::TEMPLATES
            .iter()
            .any(|template| template.pattern().overlaps(&self.pattern))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standing_subscriptions_are_alive() {
        assert!(standing().iter().all(Subscription::is_alive));
    }

    #[test]
    fn a_misspelt_one_is_not() {
        let misspelt = Pattern::from_static("topology.*.statuz");
        assert!(!Subscription::asked_for(misspelt).is_alive());
    }
}
