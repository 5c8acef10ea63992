//! The beginnings of those patterns that have no [`Shape`](super::shape::Shape) of their own, as a trie.
//!
//! A walk from beginning to beginning finds which of these patterns match a topic, however many shapes they
//! have. A node is found by the hash of the text that leads to it, and knows its parent, for the way back.
//! Its text is not kept: at worst, two beginnings share a node, and a walk goes on in vain, since each pattern
//! that is found is compared in the end.

use alloc::vec::Vec;

use super::hash::{Key, Sum};
use super::pieces::pieces;
use super::table::Table;
use super::{NONE, push};

#[derive(Clone)]
pub(super) struct Guard {
    nodes: Vec<Node>,
    table: Table<u32>,
    /// The first of the places that are free again, linked by `parent`.
    free: u32,
    /// How many patterns there are; `>` alone has no beginning, and so no node.
    patterns: usize,
}

#[derive(Clone)]
pub(super) struct Node {
    /// The sum of the hash of what leads here.
    pub(super) sum: Sum,
    /// The node one segment before, or [`NONE`].
    pub(super) parent: u32,
    /// Whether the last segment is `*`.
    pub(super) is_star: bool,
    /// How many patterns begin so.
    patterns: u32,
}

impl Guard {
    pub(super) fn new() -> Self {
        Self {
            nodes: Vec::new(),
            table: Table::default(),
            free: NONE,
            patterns: 0,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.patterns == 0
    }

    pub(super) fn node(&self, index: u32) -> Option<&Node> {
        self.nodes.get(index as usize)
    }

    /// The node behind another one, or behind none, that a text with this sum leads to.
    pub(super) fn find(&self, key: Key, parent: u32, sum: Sum, is_star: bool) -> Option<u32> {
        self.table.find(key.finish(sum), |index| {
            let node = &self.nodes[index as usize];
            node.sum == sum && node.parent == parent && node.is_star == is_star
        })
    }

    /// Adds the beginnings of a pattern.
    pub(super) fn add(&mut self, pattern: &[u8], key: Key) {
        self.patterns += 1;
        let mut parent = NONE;
        for (sum, is_star) in beginnings(pattern, key) {
            let node = match self.find(key, parent, sum, is_star) {
                Some(node) => node,
                None => {
                    let node = self.place(Node {
                        sum,
                        parent,
                        is_star,
                        patterns: 0,
                    });
                    self.table.insert(key.finish(sum), node);
                    node
                }
            };
            self.nodes[node as usize].patterns += 1;
            parent = node;
        }
    }

    /// Removes the beginnings of a pattern that has been added.
    pub(super) fn remove(&mut self, pattern: &[u8], key: Key) {
        self.patterns -= 1;
        let mut parent = NONE;
        for (sum, is_star) in beginnings(pattern, key) {
            let Some(node) = self.find(key, parent, sum, is_star) else {
                return;
            };
            self.nodes[node as usize].patterns -= 1;
            if self.nodes[node as usize].patterns == 0 {
                self.table.remove(key.finish(sum), node);
                self.nodes[node as usize].parent = self.free;
                self.free = node;
            }
            parent = node;
        }
    }

    /// Finds a place for a node: one that is free again, or a new one.
    fn place(&mut self, node: Node) -> u32 {
        let place = self.free;
        if let Some(left) = self.nodes.get_mut(place as usize) {
            self.free = left.parent;
            *left = node;
            return place;
        }
        push(&mut self.nodes, node)
    }

    /// Gives back what room is not needed.
    pub(super) fn shrink(&mut self) {
        if self.is_empty() {
            *self = Self::new();
        }
        self.nodes.shrink_to_fit();
        self.table.shrink();
    }
}

/// The sums of what a pattern begins with, and whether each ends with `*`; that with `>` is none.
fn beginnings(pattern: &[u8], key: Key) -> impl Iterator<Item = (Sum, bool)> {
    let mut sum: Sum = 0;
    pieces(pattern)
        .enumerate()
        .filter(|(_, piece)| pattern[piece.start] != b'>')
        .map(move |(place, piece)| {
            let is_star = pattern[piece.start] == b'*';
            sum = sum.wrapping_add(key.piece(pattern, piece, place));
            (sum, is_star)
        })
}
