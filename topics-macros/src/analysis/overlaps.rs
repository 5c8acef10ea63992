//! Which templates share a topic.
//!
//! All templates are put into a trie, segment by segment, and each is then walked down it: where it
//! has a literal, only the child with that literal and the few that are not literal can lead to an
//! overlap. Comparing all pairs would take a thousand templates a million comparisons; declarations
//! that people write take little more than the time to read them.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::hierarchy::{Name, Segment, Takes, Value};

/// The pairs of templates that share a topic, by index, the lower one first.
pub(super) fn pairs(names: &[Name<'_>]) -> Vec<(usize, usize)> {
    let mut trie = Trie::new();
    let mut pairs = Vec::new();
    for (index, name) in names.iter().enumerate() {
        // Only the earlier templates are in the trie, so each pair is found once.
        trie.find(name.segments, |earlier| pairs.push((earlier, index)));
        trie.insert(name.segments, index);
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// For each template, those that share a topic with it.
pub(super) fn neighbours(count: usize, pairs: &[(usize, usize)]) -> Vec<BTreeSet<usize>> {
    let mut neighbours = vec![BTreeSet::new(); count];
    for &(a, b) in pairs {
        for (one, other) in [(a, b), (b, a)] {
            if let Some(set) = neighbours.get_mut(one) {
                set.insert(other);
            }
        }
    }
    neighbours
}

/// The nodes are kept side by side, and the first one is the root: a template may be long, and no stack is
/// as deep as a trie.
struct Trie<'h>(Vec<Node<'h>>);

#[derive(Default)]
struct Node<'h> {
    /// The templates that end here.
    ends: Vec<usize>,
    /// The templates whose tail begins here.
    tails: Vec<usize>,
    literals: HashMap<&'h str, usize>,
    closed: Vec<(&'h [Value], usize)>,
    any: Option<usize>,
}

impl<'h> Trie<'h> {
    fn new() -> Self {
        Self(vec![Node::default()])
    }

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
                Takes::OneOf(values) => {
                    node.closed.push((values, fresh));
                    fresh
                }
                Takes::Any => *node.any.get_or_insert(fresh),
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

    /// Visits every template that overlaps this one.
    fn find(&self, segments: &[Segment], mut visit: impl FnMut(usize)) {
        // Nodes, each with what is left of the template there.
        let mut left = vec![(0, segments)];
        while let Some((at, segments)) = left.pop() {
            let Some(node) = self.0.get(at) else {
                continue;
            };
            let Some((first, rest)) = segments.split_first() else {
                node.ends.iter().copied().for_each(&mut visit);
                continue;
            };
            // A tail here takes whatever the other template has left, which is at least one segment.
            node.tails.iter().copied().for_each(&mut visit);
            let mut go = |child: usize| left.push((child, rest));
            match first.takes() {
                Takes::One(text) => {
                    node.literals.get(text).into_iter().for_each(|at| go(*at));
                    node.closed_with(|value| value == text).for_each(&mut go);
                    node.any.into_iter().for_each(go);
                }
                Takes::OneOf(values) => {
                    let texts: HashSet<&str> =
                        values.iter().map(|value| value.text.as_str()).collect();
                    let literals = texts.iter().filter_map(|text| node.literals.get(text));
                    literals.for_each(|at| go(*at));
                    let shared = node.closed_with(|value| texts.contains(value));
                    shared.chain(node.any).for_each(go);
                }
                Takes::Any => node.children().for_each(go),
                Takes::Tail => self.visit_below(node, &mut visit),
            }
        }
    }

    /// Visits every template with at least one more segment than lead to a node.
    fn visit_below(&self, node: &Node<'h>, mut visit: impl FnMut(usize)) {
        let mut left: Vec<usize> = node.children().collect();
        while let Some(node) = left.pop().and_then(|at| self.0.get(at)) {
            node.ends.iter().copied().for_each(&mut visit);
            node.tails.iter().copied().for_each(&mut visit);
            left.extend(node.children());
        }
    }
}

impl Node<'_> {
    fn children(&self) -> impl Iterator<Item = usize> {
        let closed = self.closed.iter().map(|(_, child)| *child);
        self.literals
            .values()
            .copied()
            .chain(closed)
            .chain(self.any)
    }

    /// What follows the closed placeholders of which a value is such.
    fn closed_with(&self, is_such: impl Fn(&str) -> bool) -> impl Iterator<Item = usize> {
        let closed = self.closed.iter();
        let found =
            closed.filter(move |(values, _)| values.iter().any(|value| is_such(&value.text)));
        found.map(|(_, child)| *child)
    }
}
