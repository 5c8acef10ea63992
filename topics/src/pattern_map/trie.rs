//! The beginnings of all patterns, as nodes in one array.
//!
//! A node knows its parent, not its children: the child with a segment is found by hashing both. The
//! one child with `*` is so often asked for that the node knows it.

use alloc::string::String;
use alloc::vec::Vec;

use topics_core::Pattern;

use super::NONE;
use super::hash::Key;
use super::interner::Interner;
use super::slots::Slots;

#[derive(Clone)]
pub(super) struct Trie {
    key: Key,
    interner: Interner,
    /// The nodes with a literal segment, by parent and segment.
    children: Slots,
    nodes: Vec<Node>,
    /// The first of the places that are free again, linked by `parent`.
    free: u32,
}

#[derive(Clone)]
pub(super) struct Node {
    pub(super) parent: u32,
    /// The number of the segment, or [`STAR`].
    pub(super) segment: u32,
    /// The child with `*`.
    pub(super) star: u32,
    /// The first entry of the pattern that ends here.
    pub(super) exact: u32,
    /// The first entry of the pattern that ends with `>` behind this node.
    pub(super) tail: u32,
    /// How many children there are, that with `*` included.
    children: u32,
}

/// Stands for `*` where a segment's number would be.
pub(super) const STAR: u32 = NONE - 1;

/// The index of a place in an array.
pub(super) fn index(place: usize) -> u32 {
    match u32::try_from(place) {
        Ok(index) if index < STAR => index,
        _ => panic!("a pattern map holds fewer than 2^32 - 2 values"),
    }
}

impl Trie {
    pub(super) const ROOT: u32 = 0;

    pub(super) fn new() -> Self {
        let key = Key::new();
        Self {
            key,
            interner: Interner::new(key),
            children: Slots::default(),
            nodes: Vec::new(),
            free: NONE,
        }
    }

    /// The node, if it exists: of an empty map, not even the root does.
    pub(super) fn node(&self, index: u32) -> Option<&Node> {
        self.nodes.get(index as usize)
    }

    /// The number of a segment, if some pattern has it.
    pub(super) fn segment(&self, text: &str) -> Option<u32> {
        self.interner.find(text)
    }

    /// The child with a segment, if there is one.
    pub(super) fn find(&self, parent: u32, segment: u32) -> Option<u32> {
        self.children.find(self.key.pair(parent, segment), |child| {
            let child = &self.nodes[child as usize];
            child.segment == segment && child.parent == parent
        })
    }

    /// The child with a segment; made if there is none.
    pub(super) fn child(&mut self, parent: u32, text: &str) -> u32 {
        self.ensure_root();
        let known = self.interner.find(text);
        if let Some(child) = known.and_then(|segment| self.find(parent, segment)) {
            return child;
        }
        let segment = self.interner.acquire(text);
        let child = self.add(parent, segment);
        let Self {
            key,
            children,
            nodes,
            ..
        } = self;
        children.insert(key.pair(parent, segment), child, |child| {
            let child = &nodes[child as usize];
            key.pair(child.parent, child.segment)
        });
        child
    }

    /// The child with `*`; made if there is none.
    pub(super) fn star(&mut self, parent: u32) -> u32 {
        self.ensure_root();
        let star = self.nodes[parent as usize].star;
        if star != NONE {
            return star;
        }
        let star = self.add(parent, STAR);
        self.nodes[parent as usize].star = star;
        star
    }

    /// Where the first entry of a pattern is noted.
    pub(super) fn first(&mut self, node: u32, is_tail: bool) -> &mut u32 {
        self.ensure_root();
        let node = &mut self.nodes[node as usize];
        if is_tail {
            &mut node.tail
        } else {
            &mut node.exact
        }
    }

    fn ensure_root(&mut self) {
        if self.nodes.is_empty() {
            self.nodes.push(Node::new(NONE, STAR));
        }
    }

    fn add(&mut self, parent: u32, segment: u32) -> u32 {
        self.nodes[parent as usize].children += 1;
        let node = Node::new(parent, segment);
        let place = self.free;
        match self.nodes.get_mut(place as usize) {
            Some(left) => {
                self.free = left.parent;
                *left = node;
                place
            }
            None => {
                self.nodes.push(node);
                index(self.nodes.len() - 1)
            }
        }
    }

    /// Removes a node that nothing needs any more, and those above it that only led to it.
    pub(super) fn prune(&mut self, mut node: u32) {
        while node != Self::ROOT && self.nodes[node as usize].is_idle() {
            let Node {
                parent, segment, ..
            } = self.nodes[node as usize];
            if segment == STAR {
                self.nodes[parent as usize].star = NONE;
            } else {
                let Self {
                    key,
                    children,
                    nodes,
                    ..
                } = self;
                children.remove(key.pair(parent, segment), node, |child| {
                    let child = &nodes[child as usize];
                    key.pair(child.parent, child.segment)
                });
                self.interner.release(segment);
            }
            self.nodes[parent as usize].children -= 1;
            self.nodes[node as usize].parent = self.free;
            self.free = node;
            node = parent;
        }
    }

    /// The pattern that ends at a node.
    pub(super) fn pattern(&self, node: u32, is_tail: bool) -> Pattern<'static> {
        let mut pieces = Vec::new();
        if is_tail {
            pieces.push(">");
        }
        let mut at = node;
        while at != Self::ROOT {
            let Node {
                parent, segment, ..
            } = self.nodes[at as usize];
            pieces.push(match segment {
                STAR => "*",
                segment => self.interner.text(segment),
            });
            at = parent;
        }
        let mut text = String::new();
        for piece in pieces.into_iter().rev() {
            if !text.is_empty() {
                text.push('.');
            }
            text.push_str(piece);
        }
        Pattern::from_checked(text.into())
    }
}

impl Node {
    fn new(parent: u32, segment: u32) -> Self {
        Self {
            parent,
            segment,
            star: NONE,
            exact: NONE,
            tail: NONE,
            children: 0,
        }
    }

    fn is_idle(&self) -> bool {
        self.children == 0 && self.exact == NONE && self.tail == NONE
    }
}
