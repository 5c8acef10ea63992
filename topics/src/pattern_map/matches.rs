//! The walk of a topic down the trie.

use core::fmt;

use super::trie::{Node, STAR, Trie};
use super::{NONE, PatternMap};

/// The values whose pattern matches a topic; made by [`PatternMap::matches`].
///
/// A depth-first walk that needs no stack: the way back is in the nodes, which know their parents, and
/// in the topic, whose dots can be found again.
pub struct Matches<'m, T> {
    map: &'m PatternMap<T>,
    topic: &'m str,
    node: u32,
    /// The segments that led to the node.
    depth: usize,
    /// Where the segment after those begins; past the end of the topic if there is none.
    at: usize,
    next: Step,
    /// The next entry to visit, and the one that its ring begins with.
    entry: u32,
    first: u32,
    /// The numbers of the first segments, which a walk with many turns asks for again and again.
    known: [Known; KNOWN],
}

const KNOWN: usize = 16;

/// What has been found out about a segment of the topic.
#[derive(Clone, Copy)]
struct Known {
    end: u32,
    number: Option<u32>,
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

impl<'m, T> Matches<'m, T> {
    pub(super) fn new(map: &'m PatternMap<T>, topic: &'m str) -> Self {
        let is_vain = map.is_empty() || !crate::is_topic(topic);
        let unknown = Known {
            end: 0,
            number: None,
        };
        Self {
            map,
            topic,
            node: Trie::ROOT,
            depth: 0,
            at: 0,
            next: if is_vain { Step::Done } else { Step::Literal },
            entry: NONE,
            first: NONE,
            known: [unknown; KNOWN],
        }
    }

    /// Where the segment after the node's ends, and its number, if some pattern has it.
    fn segment(&mut self) -> (usize, Option<u32>) {
        if let Some(known) = self.known.get(self.depth)
            && known.end > 0
        {
            return (known.end as usize, known.number);
        }
        let rest = self.topic.get(self.at..).unwrap_or("");
        let end = self.at + rest.find('.').unwrap_or(rest.len());
        let number = self
            .map
            .trie
            .segment(self.topic.get(self.at..end).unwrap_or(""));
        if let (Some(known), Ok(end)) = (self.known.get_mut(self.depth), u32::try_from(end)) {
            *known = Known { end, number };
        }
        (end, number)
    }

    fn enter(&mut self, child: u32, end: usize) {
        self.node = child;
        self.depth += 1;
        self.at = end + 1;
        self.next = if end == self.topic.len() {
            Step::Exact
        } else {
            Step::Literal
        };
    }

    fn leave(&mut self, node: &Node) {
        if self.node == Trie::ROOT {
            self.next = Step::Done;
            return;
        }
        self.next = if node.segment == STAR {
            Step::Tail
        } else {
            Step::Star
        };
        self.node = node.parent;
        self.depth -= 1;
        // The segment that led to the node is between the last two dots before `at`.
        let before = self.topic.get(..self.at - 1).unwrap_or("");
        self.at = before.rfind('.').map_or(0, |dot| dot + 1);
    }

    fn visit(&mut self, first: u32) {
        self.entry = first;
        self.first = first;
        self.next = Step::Leave;
    }
}

impl<'m, T> Iterator for Matches<'m, T> {
    type Item = &'m T;

    fn next(&mut self) -> Option<&'m T> {
        loop {
            if let Some(entry) = self.map.entries.get(self.entry as usize) {
                self.entry = if entry.next == self.first {
                    NONE
                } else {
                    entry.next
                };
                return entry.value.as_ref();
            }
            let node = self.map.trie.node(self.node)?;
            match self.next {
                Step::Literal => {
                    let (end, number) = self.segment();
                    match number.and_then(|number| self.map.trie.find(self.node, number)) {
                        Some(child) => self.enter(child, end),
                        None => self.next = Step::Star,
                    }
                }
                Step::Star if node.star != NONE => {
                    let (end, _) = self.segment();
                    self.enter(node.star, end);
                }
                Step::Star => self.next = Step::Tail,
                Step::Tail => self.visit(node.tail),
                Step::Exact => self.visit(node.exact),
                Step::Leave => self.leave(node),
                Step::Done => return None,
            }
        }
    }
}

impl<T> Clone for Matches<'_, T> {
    fn clone(&self) -> Self {
        Self { ..*self }
    }
}

impl<T> core::iter::FusedIterator for Matches<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for Matches<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
