//! An open-addressing table, whose keys are kept elsewhere.
//!
//! Slots come in groups of eight. Apart from the slots, each has a byte of its hash, and those of a group
//! are looked at together, as one number. They are few enough to stay in the cache where the slots do not,
//! and tell nearly every question that is to be answered «no», as most are that a match asks. A slot
//! holds 32 more bits of the hash, so what is found is looked at in vain once in billions of times, and the
//! table grows without a look at the keys.
//!
//! What finds its group full goes to the next one. A removal from a full group moves back what went on from
//! it, so no slot is ever marked as once used.

use alloc::vec;
use alloc::vec::Vec;

use super::word::{first, spread, zeros};

#[derive(Clone, Default)]
pub(super) struct Table<V> {
    /// A byte of each slot's hash, or zero where the slot is free.
    tags: Vec<[u8; WIDTH]>,
    slots: Vec<[Slot<V>; WIDTH]>,
    used: usize,
}

#[derive(Clone, Copy, Default)]
struct Slot<V> {
    /// The half of the hash that chooses the group.
    hash: u32,
    value: V,
}

/// How many slots a group has.
const WIDTH: usize = 8;

/// Where a slot is: its group, and its place therein.
type Place = (usize, usize);

impl<V: Copy + Default + PartialEq> Table<V> {
    /// The value with this hash of which `is_it` is true.
    #[inline]
    pub(super) fn find(&self, hash: u64, mut is_it: impl FnMut(V) -> bool) -> Option<V> {
        let (group, lane) = self.place(hash, |slot| is_it(slot.value))?;
        Some(self.slots[group][lane].value)
    }

    /// Whether there may be something with this hash; seldom true where there is nothing.
    ///
    /// Looks at the tags only, and at those of one group.
    #[inline]
    pub(super) fn may_have(&self, hash: u64) -> bool {
        self.tags.get(self.home(half(hash))).is_some_and(|tags| {
            let tags = u64::from_le_bytes(*tags);
            zeros(tags ^ spread(tag(hash))) != 0 || zeros(tags) == 0
        })
    }

    /// The first value whose tag and half of a hash are those of this hash: nearly always the only one.
    #[inline]
    pub(super) fn candidate(&self, hash: u64) -> Option<V> {
        self.find(hash, |_| true)
    }

    /// Where the slot with this hash is of which `is_it` is true.
    #[inline]
    fn place(&self, hash: u64, mut is_it: impl FnMut(Slot<V>) -> bool) -> Option<Place> {
        let (half, wanted) = (half(hash), spread(tag(hash)));
        let mut group = self.home(half);
        loop {
            let tags = u64::from_le_bytes(*self.tags.get(group)?);
            let mut candidates = zeros(tags ^ wanted);
            while candidates != 0 {
                let lane = first(candidates);
                let slot = self.slots[group][lane];
                if slot.hash == half && is_it(slot) {
                    return Some((group, lane));
                }
                candidates &= candidates - 1;
            }
            if zeros(tags) != 0 {
                return None;
            }
            group = self.after(group);
        }
    }

    /// Adds a value that is not there yet.
    pub(super) fn insert(&mut self, hash: u64, value: V) {
        self.reserve(1);
        let hash_half = half(hash);
        self.put(
            tag(hash),
            Slot {
                hash: hash_half,
                value,
            },
        );
        self.used += 1;
    }

    fn put(&mut self, tag: u8, slot: Slot<V>) {
        let mut group = self.home(slot.hash);
        loop {
            let free = zeros(u64::from_le_bytes(self.tags[group]));
            if free != 0 {
                let lane = first(free);
                self.tags[group][lane] = tag;
                self.slots[group][lane] = slot;
                return;
            }
            group = self.after(group);
        }
    }

    /// Puts another value in the place of one that is there; both have this hash.
    pub(super) fn replace(&mut self, hash: u64, value: V, by: V) {
        if let Some((group, lane)) = self.place(hash, |slot| slot.value == value) {
            self.slots[group][lane].value = by;
        }
    }

    /// Removes a value that is there.
    pub(super) fn remove(&mut self, hash: u64, value: V) {
        let Some((mut group, mut lane)) = self.place(hash, |slot| slot.value == value) else {
            return;
        };
        // As long as the group of the hole is full, something may have gone on from it.
        let mut next = group;
        while zeros(u64::from_le_bytes(self.tags[next])) == 0 {
            next = self.after(next);
            if let Some(other) = self.gone_on(next, group) {
                self.tags[group][lane] = self.tags[next][other];
                self.slots[group][lane] = self.slots[next][other];
                (group, lane) = (next, other);
            }
        }
        self.tags[group][lane] = 0;
        self.used -= 1;
    }

    /// The place in a group of what would rather be in the group of the hole, or before it.
    fn gone_on(&self, group: usize, hole: usize) -> Option<usize> {
        let distance = self.distance(hole, group);
        (0..WIDTH).find(|&lane| {
            let wanted = self.home(self.slots[group][lane].hash);
            self.tags[group][lane] != 0 && self.distance(wanted, group) >= distance
        })
    }

    /// How many slots there are.
    pub(super) fn slots(&self) -> usize {
        self.slots.len() * WIDTH
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, more: usize) {
        let groups = groups_for(self.used + more);
        if groups > self.slots.len() {
            // By half, so that the cache is not wasted on groups that are hardly used.
            self.resize(groups.max(self.slots.len() * 3 / 2));
        }
    }

    /// Gives back what room is not needed.
    pub(super) fn shrink(&mut self) {
        let groups = groups_for(self.used);
        if groups < self.slots.len() {
            self.resize(groups);
        }
    }

    fn resize(&mut self, groups: usize) {
        let tags = core::mem::replace(&mut self.tags, vec![[0; WIDTH]; groups]);
        let slots = core::mem::replace(&mut self.slots, vec![[Slot::default(); WIDTH]; groups]);
        let all = tags.iter().flatten().zip(slots.iter().flatten());
        for (tag, slot) in all.filter(|(tag, _)| **tag != 0) {
            self.put(*tag, *slot);
        }
    }

    /// The values, in no particular order.
    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        let tags = self.tags.iter().flatten();
        tags.zip(self.slots.iter_mut().flatten())
            .filter(|(tag, _)| **tag != 0)
            .map(|(_, slot)| &mut slot.value)
    }

    /// The group in which something is looked for first.
    ///
    /// The hash, as a part of all hashes, says which part of the groups; so there may be any number of groups.
    #[inline]
    fn home(&self, half: u32) -> usize {
        ((u64::from(half) * self.slots.len() as u64) >> u32::BITS) as usize
    }

    #[inline]
    fn after(&self, group: usize) -> usize {
        if group + 1 == self.slots.len() {
            0
        } else {
            group + 1
        }
    }

    /// How many groups behind one another comes.
    fn distance(&self, from: usize, to: usize) -> usize {
        if from <= to {
            to - from
        } else {
            to + self.slots.len() - from
        }
    }
}

/// How many groups so many values need.
fn groups_for(values: usize) -> usize {
    // Up to five of eight, groups are seldom full.
    values.div_ceil(WIDTH * 5 / 8)
}

/// The bits of a hash that choose the group.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the lower half is wanted")]
fn half(hash: u64) -> u32 {
    hash as u32
}

/// The bits of a hash that are kept apart from its slot; never zero.
#[inline]
fn tag(hash: u64) -> u8 {
    hash.to_be_bytes()[0].max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number after this one in a sequence without a pattern.
    fn next(mut random: u64) -> u64 {
        random ^= random << 13;
        random ^= random >> 7;
        random ^ random << 17
    }

    /// Fills a table and empties it again; the hashes are few, so that groups are full and go on to others.
    fn holds_what_a_list_holds(hash: impl Fn(u64) -> u64) {
        let mut table = Table::default();
        let mut list = Vec::new();
        let mut random = 0x9e37_79b9_7f4a_7c15_u64;
        for step in 0..20_000_u32 {
            random = next(random);
            // First the list grows, then it shrinks.
            if random % 100 < if step < 10_000 { 51 } else { 49 } {
                table.insert(hash(random), step);
                list.push((hash(random), step));
            } else if let Some(last) = list.len().checked_sub(1) {
                let (hash, value) =
                    list.swap_remove(usize::try_from(random >> 32).unwrap() % (last + 1));
                assert_eq!(table.find(hash, |found| found == value), Some(value));
                table.remove(hash, value);
                assert_eq!(table.find(hash, |found| found == value), None);
            }
            if step % 1000 == 0 {
                table.shrink();
            }
            for (hash, value) in list.iter().rev().take(20) {
                assert!(table.may_have(*hash));
                assert_eq!(table.find(*hash, |found| found == *value), Some(*value));
            }
        }
        let mut values: Vec<u32> = table.values_mut().map(|value| *value).collect();
        let mut expected: Vec<u32> = list.iter().map(|(_, value)| *value).collect();
        values.sort_unstable();
        expected.sort_unstable();
        assert_eq!(values, expected);
        for (hash, value) in list {
            table.remove(hash, value);
        }
        assert_eq!(table.used, 0);
        random = 0x9e37_79b9_7f4a_7c15;
        for _ in 0..1024 {
            random = next(random);
            assert!(!table.may_have(hash(random)));
        }
    }

    #[test]
    fn a_table_holds_what_a_list_holds() {
        holds_what_a_list_holds(|random| random & 0x0300_0000_c000_0000);
    }

    /// The last groups go on to the first ones.
    #[test]
    fn a_table_that_is_full_at_its_end_holds_what_a_list_holds() {
        holds_what_a_list_holds(|random| random & 0x0300_0000_1800_0000 | 0xe000_0000);
    }

    #[test]
    fn a_value_is_replaced_where_it_is() {
        let mut table = Table::default();
        table.insert(7, 1);
        table.insert(7, 2);
        table.replace(7, 1, 3);
        table.replace(7, 9, 4);
        assert_eq!(table.find(7, |value| value == 1), None);
        assert_eq!(table.find(7, |value| value == 3), Some(3));
        assert_eq!(table.find(7, |value| value != 3), Some(2));
    }
}
