//! What matches a topic.

use core::fmt;
use core::slice;

use topics_core::Pattern;

use super::cut::Cut;
use super::guard::{self, pieces};
use super::shape::Shape;
use super::{Entry, PatternKey, PatternMap, pattern};

/// An iterator over the values whose pattern matches a topic, returned by [`PatternMap::matches`].
pub struct Matches<'m, T> {
    map: &'m PatternMap<T>,
    cut: Cut<'m>,
    /// The shapes that the topic has not been looked up by yet, and the patterns that it has not been compared with.
    shapes: slice::Iter<'m, Shape>,
    guard: &'m [u32],
    /// The first entries of the patterns that were found last, until it is their turn.
    of_shape: Option<u32>,
    guarded: Option<u32>,
    /// The first entry of the pattern that is visited, and the next one to visit.
    first: u32,
    next: Option<u32>,
}

impl<'m, T> Matches<'m, T> {
    #[inline]
    pub(super) fn new(map: &'m PatternMap<T>, topic: &'m str) -> Self {
        let cut = Cut::new(if map.is_empty() { "" } else { topic }, &map.key);
        Self {
            map,
            shapes: map.shapes.of(cut.segments).iter(),
            guard: if cut.segments == 0 { &[] } else { &map.guard },
            cut,
            of_shape: None,
            guarded: None,
            first: 0,
            next: None,
        }
    }

    /// The next entry, and its index.
    #[inline]
    fn next_entry(&mut self) -> Option<(usize, &'m Entry<T>)> {
        let index = match self.next {
            Some(next) => next,
            None => self.next_pattern()?,
        };
        let entry = &self.map.entries[index as usize];
        self.next = (entry.next != self.first).then_some(entry.next);
        Some((index as usize, entry))
    }

    /// The first entry of the next pattern: of a shape, or guarded, whichever comes first.
    #[inline]
    fn next_pattern(&mut self) -> Option<u32> {
        let (map, cut) = (self.map, &self.cut);
        let look_up = |shape| map.find(cut.hash(shape), |text| cut.spells(shape, text));
        self.of_shape = self.of_shape.or_else(|| self.shapes.find_map(look_up));
        self.guarded = self
            .guarded
            .or_else(|| guard::next(&mut self.guard, cut.topic, map));
        let next = match (self.guarded, self.of_shape) {
            (Some(one), Some(other)) if pieces(map.text(one)).gt(pieces(map.text(other))) => {
                &mut self.of_shape
            }
            (Some(_), _) => &mut self.guarded,
            _ => &mut self.of_shape,
        };
        self.first = next.take()?;
        Some(self.first)
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
            let (index, entry) = self.next_entry()?;
            Some((entry.key(index), pattern(&entry.text), &entry.value))
        })
    }
}

impl<'m, T> Iterator for Matches<'m, T> {
    type Item = &'m T;

    #[inline]
    fn next(&mut self) -> Option<&'m T> {
        Some(&self.next_entry()?.1.value)
    }
}

impl<T> Clone for Matches<'_, T> {
    fn clone(&self) -> Self {
        Self {
            shapes: self.shapes.clone(),
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
