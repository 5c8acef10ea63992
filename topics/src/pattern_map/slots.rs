//! An open-addressing table of indices, whose keys are kept elsewhere.
//!
//! A slot holds an index and, apart from it, seven bits of its hash. The bits are few enough to stay in
//! the cache where the indices do not, and tell nearly every slot that need not be looked at; most
//! questions that a match asks are answered «no» by them alone. Collisions go to the next free slot, and
//! a removal moves back what came after it, so no slot is ever marked as once used.

use alloc::vec;
use alloc::vec::Vec;

#[derive(Clone, Default)]
pub(super) struct Slots {
    /// The hash's bits with the highest one set, or zero where the slot is free.
    tags: Vec<u8>,
    indices: Vec<u32>,
    used: usize,
}

impl Slots {
    const FEWEST: usize = 16;

    /// The index with this hash of which `is_it` is true.
    pub(super) fn find(&self, hash: u64, mut is_it: impl FnMut(u32) -> bool) -> Option<u32> {
        let mask = self.tags.len().wrapping_sub(1);
        let tag = tag(hash);
        let mut slot = start(hash) & mask;
        // Never full, so there is always a free slot to stop at; an empty table has none to look at.
        loop {
            match *self.tags.get(slot)? {
                0 => return None,
                found if found == tag && is_it(self.indices[slot]) => {
                    return Some(self.indices[slot]);
                }
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// Adds an index that is not there yet; `rehash` tells the hash of one that is.
    pub(super) fn insert(&mut self, hash: u64, index: u32, rehash: impl Fn(u32) -> u64) {
        // At three quarters, runs of used slots are still short.
        if (self.used + 1) * 4 > self.tags.len() * 3 {
            self.grow(rehash);
        }
        self.put(hash, index);
        self.used += 1;
    }

    fn put(&mut self, hash: u64, index: u32) {
        let mask = self.tags.len() - 1;
        let mut slot = start(hash) & mask;
        while self.tags[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        self.tags[slot] = tag(hash);
        self.indices[slot] = index;
    }

    fn grow(&mut self, rehash: impl Fn(u32) -> u64) {
        let size = (self.tags.len() * 2).max(Self::FEWEST);
        let tags = core::mem::replace(&mut self.tags, vec![0; size]);
        let indices = core::mem::replace(&mut self.indices, vec![0; size]);
        for (tag, index) in tags.into_iter().zip(indices) {
            if tag != 0 {
                self.put(rehash(index), index);
            }
        }
    }

    /// Removes an index that is there; `rehash` tells the hash of any that is.
    pub(super) fn remove(&mut self, hash: u64, index: u32, rehash: impl Fn(u32) -> u64) {
        let mask = self.tags.len() - 1;
        let mut hole = start(hash) & mask;
        while self.tags[hole] == 0 || self.indices[hole] != index {
            hole = (hole + 1) & mask;
        }
        let mut slot = (hole + 1) & mask;
        while self.tags[slot] != 0 {
            let wanted = start(rehash(self.indices[slot])) & mask;
            // What is at or past its own place, seen from the hole, may move back into the hole.
            if slot.wrapping_sub(wanted) & mask >= slot.wrapping_sub(hole) & mask {
                self.tags[hole] = self.tags[slot];
                self.indices[hole] = self.indices[slot];
                hole = slot;
            }
            slot = (slot + 1) & mask;
        }
        self.tags[hole] = 0;
        self.used -= 1;
    }
}

/// The slot from which on to look, before it is cut to the table's size.
#[expect(clippy::cast_possible_truncation, reason = "any bits will do")]
fn start(hash: u64) -> usize {
    hash as usize
}

/// The bits of a hash that are kept in its slot: the highest ones, since the lowest choose the slot.
fn tag(hash: u64) -> u8 {
    0x80 | hash.to_be_bytes()[0]
}
