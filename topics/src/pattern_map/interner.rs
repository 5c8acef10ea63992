//! Each distinct segment once, as a small number.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::NONE;
use super::hash::Key;
use super::slots::Slots;
use super::trie::index;

#[derive(Clone)]
pub(super) struct Interner {
    key: Key,
    slots: Slots,
    segments: Vec<Interned>,
    /// The first of the numbers that are free again, linked by `uses`.
    free: u32,
}

#[derive(Clone)]
struct Interned {
    text: Box<str>,
    uses: u32,
}

impl Interner {
    pub(super) fn new(key: Key) -> Self {
        Self {
            key,
            slots: Slots::default(),
            segments: Vec::new(),
            free: NONE,
        }
    }

    /// The number of a segment, if some pattern has it.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.slots
            .find(self.key.text(text), |number| self.text(number) == text)
    }

    /// The text of a segment that is in use.
    pub(super) fn text(&self, number: u32) -> &str {
        &self.segments[number as usize].text
    }

    /// Counts one more use of a segment.
    pub(super) fn acquire(&mut self, text: &str) -> u32 {
        if let Some(number) = self.find(text) {
            self.segments[number as usize].uses += 1;
            return number;
        }
        let interned = Interned {
            text: text.into(),
            uses: 1,
        };
        let number = self.free;
        let number = match self.segments.get_mut(number as usize) {
            Some(left) => {
                self.free = left.uses;
                *left = interned;
                number
            }
            None => {
                self.segments.push(interned);
                index(self.segments.len() - 1)
            }
        };
        let Self {
            key,
            slots,
            segments,
            ..
        } = self;
        let rehash = |number: u32| key.text(&segments[number as usize].text);
        slots.insert(key.text(text), number, rehash);
        number
    }

    /// Counts one use less of a segment, and forgets it after the last.
    pub(super) fn release(&mut self, number: u32) {
        let Self {
            key,
            slots,
            segments,
            free,
        } = self;
        let interned = &mut segments[number as usize];
        interned.uses -= 1;
        if interned.uses > 0 {
            return;
        }
        let hash = key.text(&interned.text);
        slots.remove(hash, number, |number| {
            key.text(&segments[number as usize].text)
        });
        segments[number as usize] = Interned {
            text: Box::default(),
            uses: *free,
        };
        *free = number;
    }
}
