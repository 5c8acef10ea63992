//! What matches a topic.

use core::fmt;

use topics_core::Pattern;

use super::pieces::Cut;
use super::shape::{MOST, Order, Shape};
use super::walk::Walk;
use super::word::ones;
use super::{First, NONE, PatternKey, PatternMap};

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
    ///
    /// Goes over the shapes several times, and each time reads what the time before has led to, so that the
    /// memory is asked for all shapes at once, and none waits for the answer to another.
    fn look_up(&mut self, topic: &'m str) -> bool {
        let map = self.map;
        let mut cut = Cut::new(topic);
        if !cut.cut(map.key) {
            return false;
        }
        self.shapes = map.shapes.of(cut.segments);
        let hash = |shape| map.key.finish(cut.sum(shape));

        let mut likely: u32 = 0;
        for (bit, shape) in self.shapes.iter().enumerate() {
            likely |= u32::from(map.table.may_have(hash(shape))) << bit;
        }
        let mut candidates = [First::default(); MOST];
        for bit in ones(likely) {
            match map.table.candidate(hash(&self.shapes[bit])) {
                Some(first) => candidates[bit] = first,
                None => likely &= !(1 << bit),
            }
        }
        let mut others: u32 = 0;
        for bit in ones(likely) {
            let First { entry, text } = candidates[bit];
            let is_other = map.entries[entry as usize].is_guarded()
                | !cut.begins_like(&self.shapes[bit], map.texts.from(text));
            others |= u32::from(is_other) << bit;
        }
        for bit in ones(likely) {
            let (shape, first) = (&self.shapes[bit], candidates[bit]);
            let is_it = others & 1 << bit == 0 && cut.is_spelt(shape, map.texts.from(first.text));
            let first = if is_it {
                Some(first)
            } else {
                map.find(hash(shape), &cut, shape)
            };
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

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;
    use core::iter;

    use super::super::hash::Key;
    use super::*;

    /// All texts of up to three pieces, of these.
    fn texts(pieces: &[&str]) -> Vec<String> {
        let longer = |texts: &Vec<String>| {
            let each = |text| pieces.iter().map(move |piece| format!("{text}.{piece}"));
            Some(texts.iter().flat_map(each).collect())
        };
        let one = pieces.iter().copied().map(String::from).collect();
        iter::successors(Some(one), longer)
            .take(3)
            .flatten()
            .collect()
    }

    #[test]
    fn patterns_that_share_a_hash_are_told_apart() {
        let patterns: Vec<Pattern<'_>> = texts(&["a", "bb", "*", ">"])
            .into_iter()
            .filter_map(|text| Pattern::new(text).ok())
            .collect();
        let mut map = PatternMap {
            key: Key::colliding(),
            ..PatternMap::new()
        };
        map.extend(patterns.iter().zip(0..));
        for topic in texts(&["a", "bb", "c"]) {
            let mut found: Vec<usize> = map.matches(&topic).copied().collect();
            found.sort_unstable();
            let expected: Vec<usize> = (0..patterns.len())
                .filter(|at| patterns[*at].matches(&topic))
                .collect();
            assert_eq!(found, expected, "{topic}");
        }
    }
}
