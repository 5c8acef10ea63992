//! The walk of a topic down the guard.

use super::guard::{Guard, Node};
use super::hash::Sum;
use super::shape::{LONGEST, Order, STAR, TAIL, digit};
use super::{NONE, PatternMap};

/// Finds the guarded patterns that match a topic, in their order.
///
/// A depth-first walk that needs no stack: the way back is in the nodes, which know their parents, and
/// in the topic, whose dots can be found again.
#[derive(Clone)]
pub(super) struct Walk<'m> {
    topic: &'m str,
    /// The node, or [`NONE`] before the first segment.
    node: u32,
    /// The sum of the hash of what leads to the node.
    sum: Sum,
    /// The segments that led to the node.
    depth: usize,
    /// Where the segment after those begins; past the end of the topic if there is none.
    at: usize,
    /// The digits of what leads to the node.
    order: Order,
    next: Step,
}

/// What is to be done at a node.
#[derive(Clone, Copy)]
enum Step {
    Literal,
    Star,
    Tail,
    Exact,
    Leave,
    Done,
}

impl<'m> Walk<'m> {
    pub(super) fn new(topic: &'m str) -> Self {
        Self {
            topic,
            next: Step::Literal,
            ..Self::over()
        }
    }

    /// A walk that finds nothing.
    pub(super) fn over() -> Self {
        Self {
            topic: "",
            node: NONE,
            sum: 0,
            depth: 0,
            at: 0,
            order: 0,
            next: Step::Done,
        }
    }

    /// The next pattern: its place in the order, and the first entry with it.
    pub(super) fn next<T>(&mut self, map: &PatternMap<T>) -> Option<(Order, u32)> {
        loop {
            match self.next {
                Step::Literal => {
                    self.next = Step::Star;
                    let end = self.end();
                    let text = self.topic.as_bytes();
                    let added = map.key.piece(text, self.at..end, self.depth);
                    self.enter(map, added, end, false);
                }
                Step::Star => {
                    self.next = Step::Tail;
                    let added = map.key.piece(b"*", 0..1, self.depth);
                    self.enter(map, added, self.end(), true);
                }
                Step::Tail => {
                    self.next = Step::Leave;
                    let added = map.key.piece(b">", 0..1, self.depth);
                    let sum = self.sum.wrapping_add(added);
                    if let Some(first) = self.guarded(map, sum, true) {
                        return Some((self.order | digit(self.depth, TAIL), first));
                    }
                }
                Step::Exact => {
                    self.next = Step::Leave;
                    if let Some(first) = self.guarded(map, self.sum, false) {
                        return Some((self.order, first));
                    }
                }
                Step::Leave => match map.guard.node(self.node) {
                    Some(node) => self.leave(&map.guard, node),
                    None => self.next = Step::Done,
                },
                Step::Done => return None,
            }
        }
    }

    /// Where the segment after the node's ends.
    fn end(&self) -> usize {
        let rest = self.topic.get(self.at..).unwrap_or("");
        self.at + rest.find('.').unwrap_or(rest.len())
    }

    /// Goes on to a child, if there is one.
    fn enter<T>(&mut self, map: &PatternMap<T>, added: Sum, end: usize, is_star: bool) {
        let sum = self.sum.wrapping_add(added);
        let Some(child) = map.guard.find(map.key, self.node, sum, is_star) else {
            return;
        };
        if is_star {
            self.order |= digit(self.depth, STAR);
        }
        self.node = child;
        self.sum = sum;
        self.depth += 1;
        self.at = end + 1;
        self.next = if end == self.topic.len() {
            Step::Exact
        } else {
            Step::Literal
        };
    }

    fn leave(&mut self, guard: &Guard, node: &Node) {
        self.next = if node.is_star { Step::Tail } else { Step::Star };
        self.node = node.parent;
        self.sum = guard.node(node.parent).map_or(0, |parent| parent.sum);
        self.depth -= 1;
        if self.depth < LONGEST {
            self.order &= !digit(self.depth, STAR);
        }
        // The segment that led to the node is between the last two dots before `at`.
        let before = self.topic.get(..self.at - 1).unwrap_or("");
        self.at = before.rfind('.').map_or(0, |dot| dot + 1);
    }

    /// The first entry of the guarded pattern that the way to the node spells.
    fn guarded<T>(&self, map: &PatternMap<T>, sum: Sum, has_tail: bool) -> Option<u32> {
        let found = map.table.find(map.key.finish(sum), |first| {
            map.entries[first.entry as usize].is_guarded()
                && self.is_spelt(&map.guard, map.texts.get(first.text), has_tail)
        });
        found.map(|first| first.entry)
    }

    /// Whether the way to the node spells a pattern; compared from its end.
    fn is_spelt(&self, guard: &Guard, pattern: &str, has_tail: bool) -> bool {
        let mut rest = Some(pattern);
        if has_tail {
            rest = rest.and_then(|rest| rest.strip_suffix('>'));
        }
        let mut is_last = !has_tail;
        let mut segments = self
            .topic
            .get(..self.at.wrapping_sub(1))
            .unwrap_or("")
            .rsplit('.');
        let mut at = self.node;
        while let Some(node) = guard.node(at) {
            if !is_last {
                rest = rest.and_then(|rest| rest.strip_suffix('.'));
            }
            is_last = false;
            let segment = segments.next().unwrap_or("");
            let piece = if node.is_star { "*" } else { segment };
            rest = rest.and_then(|rest| rest.strip_suffix(piece));
            at = node.parent;
        }
        rest == Some("")
    }
}
