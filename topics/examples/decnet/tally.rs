//! What has been counted so far. However many lines there are, this does not grow.

use std::collections::BTreeMap;

use topics::Template;

use crate::busiest_ids::BusiestIds;
use crate::hierarchy::BusTopic;
use crate::lines::Malformed;
use crate::rejection::Rejection;
use crate::subscription::Subscription;

/// All that the report says, counted line by line.
pub(crate) struct Tally {
    pub(crate) lines: u64,
    pub(crate) templates: Vec<(Template<'static>, u64)>,
    pub(crate) busiest_ids: BusiestIds,
    pub(crate) deliveries: Vec<Delivery>,
    /// By [`Rejection::label`].
    pub(crate) rejected: BTreeMap<&'static str, u64>,
}

/// What one subscription would have received. A broker delivers whatever the pattern matches; it does
/// not know the hierarchy.
pub(crate) struct Delivery {
    pub(crate) subscription: Subscription,
    pub(crate) received: u64,
    /// How many of these are no topics of the hierarchy.
    pub(crate) rejected: u64,
}

impl Tally {
    pub(crate) fn new(subscriptions: impl IntoIterator<Item = Subscription>) -> Self {
        let deliveries = subscriptions.into_iter().map(|subscription| Delivery {
            subscription,
            received: 0,
            rejected: 0,
        });
        Self {
            lines: 0,
            templates: BusTopic::TEMPLATES.iter().map(|&t| (t, 0)).collect(),
            busiest_ids: BusiestIds::new(),
            deliveries: deliveries.collect(),
            rejected: BTreeMap::new(),
        }
    }

    /// Counts one line, and says why if it is no topic of the hierarchy.
    pub(crate) fn count<'a>(
        &mut self,
        line: Result<&'a str, Malformed<'a>>,
    ) -> Result<(), Rejection<'a>> {
        self.lines += 1;
        let rejection = match line {
            Err(malformed) => Rejection::of_malformed(&malformed),
            Ok(text) => {
                let parsed = BusTopic::parse(text);
                self.deliver(text, parsed.is_ok());
                match parsed {
                    Ok(topic) => {
                        self.accept(&topic);
                        return Ok(());
                    }
                    Err(error) => Rejection::of_text(text, &error),
                }
            }
        };
        *self.rejected.entry(rejection.label()).or_default() += 1;
        Err(rejection)
    }

    fn accept(&mut self, topic: &BusTopic<'_>) {
        let template = topic.template();
        let mut counts = self.templates.iter_mut();
        if let Some((_, count)) = counts.find(|(other, _)| *other == template) {
            *count += 1;
        }
        self.busiest_ids.count(topic);
    }

    fn deliver(&mut self, name: &str, is_topic: bool) {
        for delivery in &mut self.deliveries {
            if delivery.subscription.pattern.matches(name) {
                delivery.received += 1;
                delivery.rejected += u64::from(!is_topic);
            }
        }
    }

    pub(crate) fn rejections(&self) -> u64 {
        self.rejected.values().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use topics::Pattern;

    #[test]
    fn a_broker_delivers_what_the_hierarchy_does_not_have() {
        let pattern = Pattern::from_static("attacker.>");
        let mut tally = Tally::new([Subscription::asked_for(pattern)]);
        for line in [
            "attacker.observed",
            "attacker.session.started",
            "attacker.sesion.started",
            "attacker.*",
            "Attacker.observed",
        ] {
            // What is rejected is counted all the same.
            let _ = tally.count(Ok(line));
        }
        let [delivery] = &tally.deliveries[..] else {
            panic!("there is one subscription");
        };
        assert_eq!((delivery.received, delivery.rejected), (3, 1));
        assert_eq!((tally.lines, tally.rejections()), (5, 3));
        assert_eq!(tally.rejected["wildcard"], 1);
    }
}
