//! The maps from patterns to values, of this project and of its peers, at the same work.
//!
//! A topic is given as text, so what a map has to make of it first counts; a pattern is read beforehand.

use mqtt_topic_engine::{
    CacheStrategy, QoS, SubscriptionId, TopicPath, TopicPatternPath, TopicRouter,
};
use topics::{Pattern, PatternKey, PatternMap};
use zenoh_keyexpr::keyexpr_tree::{IKeyExprTree, IKeyExprTreeMut, IKeyExprTreeNode, KeBoxTree};
use zenoh_keyexpr::{OwnedKeyExpr, keyexpr};

use crate::peers::{key_expression, mqtt};

/// A multimap from patterns to numbers.
pub(crate) trait Map: Default {
    const NAME: &'static str;

    /// Only one topic in so many is matched, because more would take too long; a time is multiplied by it.
    const SHARE: u32 = 1;

    /// A pattern, read.
    type Pattern: Clone;

    /// What names a value in order to remove it, beside its pattern.
    type Key;

    fn pattern(text: &str) -> Self::Pattern;

    /// A topic, as this map wants it written.
    fn topic(text: &str) -> String;

    fn insert(&mut self, pattern: Self::Pattern, value: u32) -> Self::Key;

    fn remove(&mut self, pattern: &Self::Pattern, key: &Self::Key);

    /// The sum of the values whose pattern matches.
    fn sum(&self, topic: &str) -> u64;
}

#[derive(Default)]
pub(crate) struct Ours(PatternMap<u32>);

impl Map for Ours {
    const NAME: &'static str = "topics";

    type Pattern = Pattern<'static>;
    type Key = PatternKey;

    fn pattern(text: &str) -> Self::Pattern {
        Pattern::new(text).expect("a pattern").into_owned()
    }

    fn topic(text: &str) -> String {
        text.to_owned()
    }

    fn insert(&mut self, pattern: Self::Pattern, value: u32) -> Self::Key {
        self.0.insert(pattern, value)
    }

    fn remove(&mut self, _: &Self::Pattern, key: &Self::Key) {
        self.0.remove(*key).expect("it is there");
    }

    fn sum(&self, topic: &str) -> u64 {
        self.0.matches(topic).map(|value| u64::from(*value)).sum()
    }
}

#[derive(Default)]
pub(crate) struct Quill(quill::Registry<u32>);

impl Map for Quill {
    const NAME: &'static str = "quill-pubsub";

    type Pattern = quill::Pattern;
    type Key = u32;

    fn pattern(text: &str) -> Self::Pattern {
        quill::Pattern::parse(&mqtt(text)).expect("a pattern")
    }

    fn topic(text: &str) -> String {
        mqtt(text)
    }

    fn insert(&mut self, pattern: Self::Pattern, value: u32) -> Self::Key {
        self.0.subscribe(pattern, value);
        value
    }

    fn remove(&mut self, pattern: &Self::Pattern, key: &Self::Key) {
        assert!(self.0.unsubscribe(pattern, key));
    }

    fn sum(&self, topic: &str) -> u64 {
        let topic = quill::Topic::parse(topic).expect("a topic");
        self.0.matching(&topic).into_iter().map(u64::from).sum()
    }
}

#[derive(Default)]
pub(crate) struct Mqtt(TopicRouter<u32>);

impl Map for Mqtt {
    const NAME: &'static str = "mqtt-topic-engine";

    type Pattern = TopicPatternPath;
    type Key = SubscriptionId;

    fn pattern(text: &str) -> Self::Pattern {
        TopicPatternPath::new_from_string(mqtt(text), CacheStrategy::NoCache).expect("a pattern")
    }

    fn topic(text: &str) -> String {
        mqtt(text)
    }

    fn insert(&mut self, pattern: Self::Pattern, value: u32) -> Self::Key {
        self.0.add_subscription(pattern, QoS::AtMostOnce, value).1
    }

    fn remove(&mut self, _: &Self::Pattern, key: &Self::Key) {
        self.0.unsubscribe(key).expect("it is there");
    }

    fn sum(&self, topic: &str) -> u64 {
        let topic = TopicPath::new(topic).expect("a topic");
        let found = self.0.get_subscribers(&topic);
        found
            .into_iter()
            .map(|(_, _, value)| u64::from(*value))
            .sum()
    }
}

#[derive(Default)]
pub(crate) struct KeyExpressionTree(KeBoxTree<u32>);

impl Map for KeyExpressionTree {
    const NAME: &'static str = "zenoh's `KeBoxTree`";

    /// A match takes time in proportion to the number of patterns.
    const SHARE: u32 = 256;

    type Pattern = OwnedKeyExpr;
    type Key = ();

    fn pattern(text: &str) -> Self::Pattern {
        key_expression(text)
    }

    fn topic(text: &str) -> String {
        key_expression(text).as_str().to_owned()
    }

    fn insert(&mut self, pattern: Self::Pattern, value: u32) -> Self::Key {
        self.0.insert(&pattern, value);
    }

    fn remove(&mut self, pattern: &Self::Pattern, (): &Self::Key) {
        self.0.remove(pattern).expect("it is there");
    }

    fn sum(&self, topic: &str) -> u64 {
        let topic = keyexpr::new(topic).expect("a key expression");
        let nodes = self.0.nodes_including(topic);
        nodes
            .filter_map(|node| node.weight())
            .map(|value| u64::from(*value))
            .sum()
    }
}
