//! Which templates share a topic.
//!
//! All templates are put into a trie, segment by segment, and each is then walked down it: where it
//! has a literal, only the child with that literal and the few that are not literal can lead to an
//! overlap. Comparing all pairs would take a thousand templates a million comparisons; declarations
//! that people write take little more than the time to read them.

use std::collections::{BTreeSet, HashMap};

use crate::hierarchy::{Kind, Name, Segment};

/// The pairs of templates that share a topic, by index, the lower one first.
pub(super) fn pairs(names: &[Name<'_>]) -> Vec<(usize, usize)> {
    let mut trie = Node::default();
    let mut pairs = Vec::new();
    for (index, name) in names.iter().enumerate() {
        // Only the earlier templates are in the trie, so each pair is found once.
        trie.find(name.segments, &mut |earlier| pairs.push((earlier, index)));
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

#[derive(Default)]
struct Node<'h> {
    /// The templates that end here.
    ends: Vec<usize>,
    /// The templates whose tail begins here.
    tails: Vec<usize>,
    literals: HashMap<&'h str, Node<'h>>,
    closed: Vec<(&'h [crate::hierarchy::Value], Node<'h>)>,
    any: Option<Box<Node<'h>>>,
}

impl<'h> Node<'h> {
    fn insert(&mut self, segments: &'h [Segment], index: usize) {
        let Some((first, rest)) = segments.split_first() else {
            self.ends.push(index);
            return;
        };
        let child = match first {
            Segment::Literal(text) => self.literals.entry(text.as_str()).or_default(),
            Segment::Parameter(parameter) => match &parameter.kind {
                Kind::Plain | Kind::Typed(_) => self.any.get_or_insert_default(),
                Kind::Tail => {
                    self.tails.push(index);
                    return;
                }
                Kind::Closed(closed) => {
                    self.closed.push((&closed.values, Node::default()));
                    match self.closed.last_mut() {
                        Some((_, child)) => child,
                        None => return,
                    }
                }
            },
        };
        child.insert(rest, index);
    }

    /// Visits every template below this node that overlaps the rest of a template.
    fn find(&self, segments: &[Segment], visit: &mut impl FnMut(usize)) {
        let Some((first, rest)) = segments.split_first() else {
            self.ends.iter().copied().for_each(visit);
            return;
        };
        // A tail here takes whatever the other template has left, which is at least one segment.
        self.tails.iter().copied().for_each(&mut *visit);
        if let Some(any) = &self.any
            && !is_tail(first)
        {
            any.find(rest, visit);
        }
        match first {
            Segment::Literal(text) => {
                if let Some(child) = self.literals.get(text.as_str()) {
                    child.find(rest, visit);
                }
                for (values, child) in &self.closed {
                    if values.iter().any(|value| value.text == *text) {
                        child.find(rest, visit);
                    }
                }
            }
            Segment::Parameter(parameter) => match &parameter.kind {
                Kind::Tail => self.visit_below(visit),
                Kind::Plain | Kind::Typed(_) => {
                    let closed = self.closed.iter().map(|(_, child)| child);
                    for child in self.literals.values().chain(closed) {
                        child.find(rest, visit);
                    }
                }
                Kind::Closed(ours) => {
                    for value in &ours.values {
                        if let Some(child) = self.literals.get(value.text.as_str()) {
                            child.find(rest, visit);
                        }
                    }
                    for (theirs, child) in &self.closed {
                        let shared = ours
                            .values
                            .iter()
                            .any(|our| theirs.iter().any(|their| their.text == our.text));
                        if shared {
                            child.find(rest, visit);
                        }
                    }
                }
            },
        }
    }

    /// Visits every template with at least one more segment than lead to this node.
    fn visit_below(&self, visit: &mut impl FnMut(usize)) {
        let closed = self.closed.iter().map(|(_, child)| child);
        let any = self.any.as_deref();
        for child in self.literals.values().chain(closed).chain(any) {
            child.ends.iter().copied().for_each(&mut *visit);
            child.tails.iter().copied().for_each(&mut *visit);
            child.visit_below(visit);
        }
    }
}

fn is_tail(segment: &Segment) -> bool {
    matches!(segment, Segment::Parameter(parameter) if matches!(parameter.kind, Kind::Tail))
}
