//! What matches a topic.

use core::fmt;

use topics_core::Pattern;

use super::pieces::Cut;
use super::shape::{MOST, Order, Shape};
use super::walk::Walk;
use super::{NONE, PatternKey, PatternMap};

/// The values whose pattern matches a topic; made by [`PatternMap::matches`].
pub struct Matches<'m, T> {
    map: &'m PatternMap<T>,
    /// The shapes that the topic has been looked up by, and a bit for each that has a match still to be told.
    shapes: &'m [Shape],
    hits: u32,
    /// The first entries of the patterns that were found, by shape.
    firsts: [u32; MOST],
    walk: Walk<'m>,
    /// What the walk has found, until its turn comes.
    walked: Option<(Order, u32)>,
    /// The next entry to visit, and the one that its ring begins with.
    entry: u32,
    first: u32,
}

impl<'m, T> Matches<'m, T> {
    #[inline]
    pub(super) fn new(map: &'m PatternMap<T>, topic: &'m str) -> Self {
        let mut matches = Self {
            map,
            shapes: &[],
            hits: 0,
            firsts: [NONE; MOST],
            walk: Walk::over(),
            walked: None,
            entry: NONE,
            first: NONE,
        };
        if map.is_empty() || !matches.look_up(topic) {
            return matches;
        }
        if !map.guard.is_empty() {
            matches.walk = Walk::new(topic);
            matches.walked = matches.walk.next(map);
        }
        matches
    }

    /// Finds the match of each shape; false if the text is no topic.
    fn look_up(&mut self, topic: &'m str) -> bool {
        let map = self.map;
        let mut cut = Cut::new(topic);
        if !cut.cut(map.key) {
            return false;
        }
        self.shapes = map.shapes.of(cut.segments);
        // One question after the other, none of which waits for the answer to another.
        let mut likely: u32 = 0;
        for (bit, shape) in self.shapes.iter().enumerate() {
            let may_have = map.table.may_have(map.key.finish(cut.sum(shape)));
            likely |= u32::from(may_have) << bit;
        }
        while likely != 0 {
            let bit = likely.trailing_zeros() as usize;
            likely &= likely - 1;
            let shape = &self.shapes[bit];
            let first = map.table.find(map.key.finish(cut.sum(shape)), |first| {
                // Asked first, so that the entry is on its way while the text is.
                !map.entries[first.entry as usize].is_guarded()
                    && cut.is_spelt(shape, map.texts.from(first.text))
            });
            if let Some(first) = first {
                self.firsts[bit] = first.entry;
                self.hits |= 1 << bit;
            }
        }
        true
    }

    /// The index of the next entry.
    #[inline]
    fn next_entry(&mut self) -> Option<u32> {
        if self.entry == NONE {
            self.first = self.next_pattern()?;
            self.entry = self.first;
        }
        let entry = self.entry;
        let next = self.map.entries[entry as usize].next;
        self.entry = if next == self.first { NONE } else { next };
        Some(entry)
    }

    /// The first entry of the next pattern: of a shape, or found by the walk, whichever comes first.
    #[inline]
    fn next_pattern(&mut self) -> Option<u32> {
        let bit = self.hits.trailing_zeros() as usize;
        if let Some((order, first)) = self.walked
            && self.shapes.get(bit).is_none_or(|shape| order < shape.order)
        {
            self.walked = self.walk.next(self.map);
            return Some(first);
        }
        let first = *self.firsts.get(bit)?;
        self.hits &= self.hits - 1;
        Some(first)
    }

    /// The same with keys and patterns.
    ///
    /// ```
    /// use topics::{Pattern, PatternMap};
    ///
    /// let mut map = PatternMap::new();
    /// let key = map.insert(Pattern::new("system.*.health")?, "pager");
    /// let entries: Vec<_> = map.matches("system.mutator.health").entries().collect();
    /// assert_eq!(entries, [(key, Pattern::new("system.*.health")?, &"pager")]);
    /// # Ok::<(), topics::TextError>(())
    /// ```
    #[must_use]
    pub fn entries(self) -> MatchEntries<'m, T> {
        MatchEntries(self)
    }
}

impl<'m, T> Iterator for Matches<'m, T> {
    type Item = &'m T;

    #[inline]
    fn next(&mut self) -> Option<&'m T> {
        let entry = self.next_entry()?;
        self.map.entries[entry as usize].value()
    }
}

impl<T> Clone for Matches<'_, T> {
    fn clone(&self) -> Self {
        Self {
            walk: self.walk.clone(),
            ..*self
        }
    }
}

impl<T> core::iter::FusedIterator for Matches<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for Matches<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// The entries whose pattern matches a topic, each with its key and pattern; made by [`Matches::entries`].
pub struct MatchEntries<'m, T>(Matches<'m, T>);

impl<'m, T> Iterator for MatchEntries<'m, T> {
    type Item = (PatternKey, Pattern<'m>, &'m T);

    fn next(&mut self) -> Option<Self::Item> {
        let index = self.0.next_entry()?;
        let map = self.0.map;
        let entry = &map.entries[index as usize];
        Some((entry.key(index), map.text(entry), entry.value()?))
    }
}

impl<T> Clone for MatchEntries<'_, T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> core::iter::FusedIterator for MatchEntries<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for MatchEntries<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
