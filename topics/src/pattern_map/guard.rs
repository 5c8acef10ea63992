//! Those patterns that have no [`Shape`](super::shape::Shape) of their own, because shapes are many or the pattern
//! is long.
//!
//! They are sorted, so whether some pattern has a certain beginning is one look-up, and a topic is followed through
//! the beginnings as through a trie.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::{self, Vec};
use core::ops::Bound::{Included, Unbounded};

use super::shape::Order;

/// The order and the first entry of each pattern.
#[derive(Clone, Default)]
pub(super) struct Guard(BTreeMap<Box<str>, (Order, u32)>);

impl Guard {
    pub(super) fn first_mut(&mut self, pattern: &str) -> Option<&mut u32> {
        self.0.get_mut(pattern).map(|(_, first)| first)
    }

    pub(super) fn add(&mut self, pattern: &str, order: Order, entry: u32) {
        self.0.insert(pattern.into(), (order, entry));
    }

    pub(super) fn remove(&mut self, pattern: &str) {
        self.0.remove(pattern);
    }

    /// The patterns that match a topic, the more literal ones first.
    pub(super) fn matches(&self, topic: &str) -> vec::IntoIter<(Order, u32)> {
        let mut found = Vec::new();
        let mut text = String::new();
        // What is to come behind how much of the text, and what of the topic is left then.
        let mut open = Vec::new();
        if !self.0.is_empty() {
            open.push((0, "", Some(topic)));
        }
        while let Some((length, piece, rest)) = open.pop() {
            text.truncate(length);
            text.push_str(piece);
            let Some(rest) = rest else {
                found.extend(self.0.get(&*text));
                continue;
            };
            if !text.is_empty() {
                text.push('.');
            }
            let mut next = self.0.range::<str, _>((Included(&*text), Unbounded));
            if next.next().is_some_and(|(next, _)| next.starts_with(&text)) {
                let (segment, rest) = match rest.split_once('.') {
                    Some((segment, rest)) => (segment, Some(rest)),
                    None => (rest, None),
                };
                let length = text.len();
                open.extend([
                    (length, ">", None),
                    (length, "*", rest),
                    (length, segment, rest),
                ]);
            }
        }
        found.into_iter()
    }
}
