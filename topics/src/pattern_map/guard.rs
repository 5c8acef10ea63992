//! A trie of those patterns that have no [`Shape`](super::shape::Shape) of their own, because shapes are many or
//! the pattern is long.

use alloc::boxed::Box;

use hashbrown::HashTable;
use slab::Slab;

use super::key::Key;
use super::shape::Order;
use super::{index, spread};

#[derive(Clone, Default)]
pub(super) struct Guard {
    nodes: Slab<Node>,
    /// The nodes but for the root, each with the hash of its parent and piece.
    table: HashTable<(u32, u32)>,
}

#[derive(Clone)]
pub(super) struct Node {
    /// The node one segment before.
    pub(super) parent: u32,
    /// How many patterns begin so.
    patterns: u32,
    /// The last segment, or `*`.
    pub(super) piece: Box<str>,
    /// The pattern that ends here, and the one that has `>` next: their orders and first entries.
    pub(super) found: [Option<(Order, u32)>; 2],
}

/// The node before the first segment; it is there if any pattern is.
pub(super) const ROOT: u32 = 0;

impl Guard {
    pub(super) fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub(super) fn node(&self, node: u32) -> &Node {
        &self.nodes[node as usize]
    }

    /// The node that a piece leads to.
    pub(super) fn child(&self, key: Key, parent: u32, piece: &str) -> Option<u32> {
        let hash = hash(key, parent, piece);
        let is_it = |(_, node): &(u32, u32)| {
            let node = self.node(*node);
            node.parent == parent && *node.piece == *piece
        };
        let found = self.table.find(spread(hash), is_it);
        found.map(|(_, node)| *node)
    }

    /// The node of a pattern, if any pattern begins so.
    fn find(&self, key: Key, pattern: &str) -> Option<u32> {
        pieces(pattern).try_fold(ROOT, |node, piece| self.child(key, node, piece))
    }

    /// The first entry of a pattern, if it is there.
    pub(super) fn first_mut(&mut self, key: Key, pattern: &str) -> Option<&mut u32> {
        let node = self.find(key, pattern)?;
        let found = &mut self.nodes.get_mut(node as usize)?.found[has_tail(pattern)];
        found.as_mut().map(|(_, first)| first)
    }

    /// All first entries.
    pub(super) fn firsts(&self) -> impl Iterator<Item = u32> {
        let found = self.nodes.iter().flat_map(|(_, node)| node.found);
        found.flatten().map(|(_, first)| first)
    }

    /// Adds a pattern that is not there.
    pub(super) fn add(&mut self, key: Key, pattern: &str, order: Order, entry: u32) {
        if self.is_empty() {
            self.place(ROOT, "");
        }
        let mut node = ROOT;
        self.nodes[ROOT as usize].patterns += 1;
        for piece in pieces(pattern) {
            let parent = node;
            node = self.child(key, parent, piece).unwrap_or_else(|| {
                let child = self.place(parent, piece);
                let hash = hash(key, parent, piece);
                let rehash = |(hash, _): &(u32, u32)| spread(*hash);
                self.table
                    .insert_unique(spread(hash), (hash, child), rehash);
                child
            });
            self.nodes[node as usize].patterns += 1;
        }
        self.nodes[node as usize].found[has_tail(pattern)] = Some((order, entry));
    }

    /// Adds a node that no pattern leads to.
    fn place(&mut self, parent: u32, piece: &str) -> u32 {
        index(self.nodes.insert(Node {
            parent,
            patterns: 0,
            piece: piece.into(),
            found: [None; 2],
        }))
    }

    /// Removes a pattern that is there.
    pub(super) fn remove(&mut self, key: Key, pattern: &str) {
        let Some(mut node) = self.find(key, pattern) else {
            return;
        };
        self.nodes[node as usize].found[has_tail(pattern)] = None;
        while node != ROOT {
            let left = &mut self.nodes[node as usize];
            left.patterns -= 1;
            let (parent, is_unused) = (left.parent, left.patterns == 0);
            if is_unused {
                let hash = hash(key, parent, &left.piece);
                if let Ok(found) = self.table.find_entry(spread(hash), |other| other.1 == node) {
                    found.remove();
                }
                self.nodes.remove(node as usize);
            }
            node = parent;
        }
        self.nodes[ROOT as usize].patterns -= 1;
        if self.nodes[ROOT as usize].patterns == 0 {
            *self = Self::default();
        }
    }

    /// Gives back the memory that is kept for later patterns.
    pub(super) fn shrink(&mut self) {
        self.nodes.shrink_to_fit();
        self.table.shrink_to_fit(|(hash, _)| spread(*hash));
    }
}

fn hash(key: Key, parent: u32, piece: &str) -> u32 {
    key.finish(key.piece(piece.as_bytes(), 0..piece.len(), parent as usize))
}

/// The segments of a pattern, and each `*`, but not `>`.
fn pieces(pattern: &str) -> impl Iterator<Item = &str> {
    let beginning = pattern.strip_suffix('>').unwrap_or(pattern);
    beginning.split_terminator('.')
}

fn has_tail(pattern: &str) -> usize {
    usize::from(pattern.ends_with('>'))
}
