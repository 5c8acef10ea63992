//! Which names share a topic, and what each is to the other.
//!
//! All names are put into a trie, segment by segment, and each is then walked down it: where it has a
//! literal, only the child with that literal and the placeholders can lead to an overlap. Comparing all
//! pairs would take a thousand names half a million comparisons; declarations that people write take
//! little more than the time to read them. What is found is compared by the engine in `topics-core`.

use std::collections::HashMap;

use topics_core::relation::Relation;
use topics_core::shape::Shape;

use crate::hierarchy::{Name, Segment, Takes};

/// Two names that share a topic and may exist at once, by index, the lower one first.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) first: usize,
    pub(super) second: usize,
    /// What the first is to the second.
    pub(super) relation: Relation,
}

/// All such pairs, in the order of the second ones.
pub(super) fn pairs(names: &[Name<'_>]) -> Vec<Pair> {
    let mut trie = Trie(vec![Node::default()]);
    let mut pairs = Vec::new();
    for (second, name) in names.iter().enumerate() {
        // Only the earlier ones are in the trie, so each pair is found once.
        let mut earlier = trie.candidates(name.segments);
        earlier.sort_unstable();
        pairs.extend(earlier.into_iter().filter_map(|first| {
            let other = names.get(first)?;
            let relation = Relation::of(Shape::of(other.template), Shape::of(name.template));
            let meet =
                relation.overlaps() && !other.topic.attributes.excludes(&name.topic.attributes);
            meet.then_some(Pair {
                first,
                second,
                relation,
            })
        }));
        trie.insert(name.segments, second);
    }
    pairs
}

impl Pair {
    /// The names by index, the winner before the loser, if one wins over the other.
    pub(super) fn winner_and_loser(self, names: &[Name<'_>]) -> Option<(usize, usize)> {
        let first = names.get(self.first)?.topic.attributes.is_first;
        let second = names.get(self.second)?.topic.attributes.is_first;
        if self.relation.is_won(first, second) {
            Some((self.first, self.second))
        } else if self.relation.is_lost(first, second) {
            Some((self.second, self.first))
        } else {
            None
        }
    }
}

/// The nodes are kept side by side, and the first one is the root: a template may be long, and no stack is
/// as deep as a trie.
struct Trie<'h>(Vec<Node<'h>>);

#[derive(Default)]
struct Node<'h> {
    /// The names that end here.
    ends: Vec<usize>,
    /// The names whose tail begins here.
    tails: Vec<usize>,
    literals: HashMap<&'h str, usize>,
    placeholder: Option<usize>,
}

impl<'h> Trie<'h> {
    fn insert(&mut self, segments: &'h [Segment], index: usize) {
        let mut at = 0;
        for segment in segments {
            // The node that follows, if there is none yet.
            let fresh = self.0.len();
            let Some(node) = self.0.get_mut(at) else {
                return;
            };
            at = match segment.takes() {
                Takes::One(text) => *node.literals.entry(text).or_insert(fresh),
                Takes::Any => *node.placeholder.get_or_insert(fresh),
                Takes::Tail => {
                    node.tails.push(index);
                    return;
                }
            };
            if at == fresh {
                self.0.push(Node::default());
            }
        }
        if let Some(node) = self.0.get_mut(at) {
            node.ends.push(index);
        }
    }

    /// The names that may share a topic with this one.
    fn candidates(&self, segments: &[Segment]) -> Vec<usize> {
        let mut found = Vec::new();
        // Nodes, each with what is left of the name there.
        let mut left = vec![(0, segments)];
        while let Some((at, segments)) = left.pop() {
            let Some(node) = self.0.get(at) else {
                continue;
            };
            let Some((first, rest)) = segments.split_first() else {
                found.extend(&node.ends);
                continue;
            };
            // A tail here takes whatever the other has left, which is at least one segment.
            found.extend(&node.tails);
            match first.takes() {
                Takes::One(text) => {
                    let next = node.literals.get(text).copied().into_iter();
                    left.extend(next.chain(node.placeholder).map(|at| (at, rest)));
                }
                Takes::Any => left.extend(node.children().map(|at| (at, rest))),
                Takes::Tail => self.find_below(node, &mut found),
            }
        }
        found
    }

    /// All names with at least one more segment than lead to a node.
    fn find_below(&self, node: &Node<'h>, found: &mut Vec<usize>) {
        let mut left: Vec<usize> = node.children().collect();
        while let Some(node) = left.pop().and_then(|at| self.0.get(at)) {
            found.extend(node.ends.iter().chain(&node.tails));
            left.extend(node.children());
        }
    }
}

impl Node<'_> {
    fn children(&self) -> impl Iterator<Item = usize> {
        self.literals.values().copied().chain(self.placeholder)
    }
}
