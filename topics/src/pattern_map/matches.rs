//! What matches a topic.

use core::fmt;

use topics_core::Pattern;

use super::cut::{Cut, ones};
use super::guard::Walk;
use super::shape::{MOST, Order, Shape};
use super::{First, NONE, PatternKey, PatternMap, spread};

/// An iterator over the values whose pattern matches a topic, returned by [`PatternMap::matches`].
pub struct Matches<'m, T> {
    map: &'m PatternMap<T>,
    /// The shapes that the topic has been looked up by, and a bit for each that has a match still to come.
    shapes: &'m [Shape],
    hits: u32,
    /// The first entries of the patterns that were found, by shape.
    firsts: [u32; MOST],
    walk: Walk<'m>,
    /// The pattern that the walk has found, until its turn comes.
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
            walk: Walk::new(topic),
            walked: None,
            entry: NONE,
            first: NONE,
        };
        if !map.is_empty()
            && let Some(cut) = Cut::new(topic, &map.key)
        {
            matches.look_up(&cut);
            matches.walked = matches.walk.next(map);
        }
        matches
    }

    /// Finds the match of each shape.
    ///
    /// Asks the memory for all shapes first, and looks at what came afterwards, so that no shape waits for another.
    #[inline]
    fn look_up(&mut self, cut: &Cut<'m>) {
        let map = self.map;
        self.shapes = map.shapes.of(cut.segments);
        let mut candidates = [First::default(); MOST];
        for (bit, shape) in self.shapes.iter().enumerate() {
            let hash = map.key.finish(cut.sum(shape));
            if let Some(first) = map.table.find(spread(hash), |first| first.hash == hash) {
                candidates[bit] = *first;
                self.hits |= 1 << bit;
            }
        }
        for bit in ones(self.hits) {
            let (shape, hash) = (&self.shapes[bit], candidates[bit].hash);
            let is_it = |first: &First| {
                first.hash == hash && cut.is_spelt(shape, map.texts.from(first.text))
            };
            let first = Some(&candidates[bit]).filter(|first| is_it(first));
            match first.or_else(|| map.table.find(spread(hash), is_it)) {
                Some(first) => self.firsts[bit] = first.entry,
                None => self.hits &= !(1 << bit),
            }
        }
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

    /// Iterates over keys and patterns as well.
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
    pub fn entries(
        mut self,
    ) -> impl Iterator<Item = (PatternKey, Pattern<'m>, &'m T)> + Clone + use<'m, T> {
        core::iter::from_fn(move || {
            let index = self.next_entry()? as usize;
            let entry = &self.map.entries[index];
            let pattern = self.map.texts.pattern(entry.text);
            Some((entry.key(index), pattern, &entry.value))
        })
    }
}

impl<'m, T> Iterator for Matches<'m, T> {
    type Item = &'m T;

    #[inline]
    fn next(&mut self) -> Option<&'m T> {
        let entry = self.next_entry()?;
        Some(&self.map.entries[entry as usize].value)
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
