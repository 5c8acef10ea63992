//! The names of a hierarchy, those with the same beginning together.

#![expect(
    clippy::indexing_slicing,
    reason = "an index is that of a node which has been added, and none is ever removed"
)]

use std::collections::BTreeMap;

use crate::hierarchy::{Segment, ends_with_tail};

/// Nodes in one list, so that a name of any length can be taken in, and let go of, without a stack.
pub(super) struct Trie<'t> {
    nodes: Vec<Node<'t>>,
}

/// What may follow after some segments.
pub(super) struct Node<'t> {
    /// The index of the segment that is compared here.
    pub(super) position: usize,
    pub(super) literals: BTreeMap<&'t str, usize>,
    /// Where a placeholder goes on.
    pub(super) any: Option<usize>,
    /// The names that end here, in their order.
    pub(super) ends: Vec<usize>,
    /// The names that end in a tail that begins here.
    pub(super) tails: Vec<usize>,
    /// How many names go through here.
    size: usize,
}

impl<'t> Trie<'t> {
    pub(super) const ROOT: usize = 0;

    pub(super) fn new(names: impl Iterator<Item = (usize, &'t [Segment])>) -> Self {
        let mut trie = Self {
            nodes: vec![Node::new(0)],
        };
        for (name, segments) in names {
            trie.insert(name, segments);
        }
        trie
    }

    fn insert(&mut self, name: usize, segments: &'t [Segment]) {
        let has_tail = ends_with_tail(segments);
        let steps = segments.len() - usize::from(has_tail);
        let mut at = Self::ROOT;
        for (index, segment) in segments.iter().take(steps).enumerate() {
            let next = self.nodes.len();
            let node = &mut self.nodes[at];
            node.size += 1;
            at = match segment {
                Segment::Literal(text) => *node.literals.entry(text).or_insert(next),
                Segment::Parameter(_) => *node.any.get_or_insert(next),
            };
            if at == next {
                self.nodes.push(Node::new(index + 1));
            }
        }
        let node = &mut self.nodes[at];
        node.size += 1;
        if has_tail {
            node.tails.push(name);
        } else {
            node.ends.push(name);
        }
    }

    /// How many names begin as a node does.
    pub(super) fn size(&self, at: usize) -> usize {
        self.nodes[at].size
    }

    /// The next node from where there is more than one way, or an end, and the literals on the way there.
    pub(super) fn straight(&self, mut at: usize) -> (Vec<(usize, &'t str)>, &Node<'t>) {
        let mut literals = Vec::new();
        loop {
            let node = &self.nodes[at];
            let mut texts = node.literals.iter();
            at = match (texts.next(), texts.next(), node.any) {
                _ if !node.ends.is_empty() || !node.tails.is_empty() => return (literals, node),
                (Some((text, next)), None, None) => {
                    literals.push((node.position, *text));
                    *next
                }
                (None, None, Some(next)) => next,
                _ => return (literals, node),
            };
        }
    }
}

impl Node<'_> {
    fn new(position: usize) -> Self {
        Self {
            position,
            literals: BTreeMap::new(),
            any: None,
            ends: Vec::new(),
            tails: Vec::new(),
            size: 0,
        }
    }
}
