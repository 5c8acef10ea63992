//! The walk of a topic down the guard.

use super::guard::{Guard, ROOT};
use super::key::Key;
use super::shape::Order;

/// Finds the guarded patterns that match a topic, in their order.
///
/// A depth-first walk that needs no stack: the nodes know the way back, and the dots of the topic can be found
/// again.
#[derive(Clone)]
pub(super) struct Walk<'m> {
    topic: &'m str,
    node: u32,
    /// Where the segment after those that led to the node begins; past the end of the topic if there is none.
    at: usize,
    next: Step,
}

/// What is to be done at a node.
#[derive(Clone, Copy)]
enum Step {
    Literal,
    Star,
    End,
    Leave,
}

impl<'m> Walk<'m> {
    pub(super) fn new(topic: &'m str) -> Self {
        Self {
            topic,
            node: ROOT,
            at: 0,
            next: Step::Literal,
        }
    }

    /// The next pattern: its place in the order, and the first entry with it.
    pub(super) fn next(&mut self, guard: &Guard, key: Key) -> Option<(Order, u32)> {
        if guard.is_empty() {
            return None;
        }
        loop {
            match self.next {
                Step::Literal => {
                    self.next = Step::Star;
                    self.enter(guard.child(key, self.node, self.segment()));
                }
                Step::Star => {
                    self.next = Step::End;
                    self.enter(guard.child(key, self.node, "*"));
                }
                Step::End => {
                    self.next = Step::Leave;
                    let has_tail = self.at < self.topic.len();
                    let found = guard.node(self.node).found[usize::from(has_tail)];
                    if found.is_some() {
                        return found;
                    }
                }
                Step::Leave if self.node == ROOT => return None,
                Step::Leave => self.leave(guard),
            }
        }
    }

    /// The segment after those that led to the node.
    fn segment(&self) -> &'m str {
        let rest = &self.topic[self.at..];
        rest.split_once('.').map_or(rest, |(segment, _)| segment)
    }

    /// Goes on to a child, if there is one.
    fn enter(&mut self, child: Option<u32>) {
        let Some(child) = child else {
            return;
        };
        self.node = child;
        self.at += self.segment().len() + 1;
        let is_over = self.at > self.topic.len();
        self.next = if is_over { Step::End } else { Step::Literal };
    }

    /// Goes back to the parent.
    fn leave(&mut self, guard: &Guard) {
        let left = guard.node(self.node);
        let is_star = *left.piece == *"*";
        self.next = if is_star { Step::End } else { Step::Star };
        self.node = left.parent;
        // The segment that led to the node is between the last two dots before `at`.
        let before = &self.topic[..self.at - 1];
        self.at = before.rfind('.').map_or(0, |dot| dot + 1);
    }
}
