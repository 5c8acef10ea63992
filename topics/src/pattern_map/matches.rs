//! What matches a topic.

use alloc::vec;
use core::{fmt, slice};

use topics_core::{Pattern, spells};

use super::cut::Cut;
use super::shape::{Order, Shape};
use super::{First, NONE, PatternKey, PatternMap, spread};

/// An iterator over the values whose pattern matches a topic, returned by [`PatternMap::matches`].
pub struct Matches<'m, T> {
    map: &'m PatternMap<T>,
    topic: &'m str,
    /// Nothing if the text is no topic.
    cut: Option<Cut>,
    /// The shapes that the topic is still to be looked up by.
    shapes: slice::Iter<'m, Shape>,
    /// The matches among the patterns without a shape.
    guarded: vec::IntoIter<(Order, u32)>,
    /// The next entry to visit, and the one that its ring begins with.
    entry: u32,
    first: u32,
}

impl<'m, T> Matches<'m, T> {
    #[inline]
    pub(super) fn new(map: &'m PatternMap<T>, topic: &'m str) -> Self {
        let cut = Cut::new(topic, &map.key);
        let (shapes, guarded) = match &cut {
            Some(cut) => (map.shapes.of(cut.segments), map.guard.matches(topic)),
            None => Default::default(),
        };
        Self {
            map,
            topic,
            cut,
            shapes: shapes.iter(),
            guarded,
            entry: NONE,
            first: NONE,
        }
    }

    /// The next entry, all of the same pattern in turn.
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

    /// The first entry of the next pattern.
    #[inline]
    fn next_pattern(&mut self) -> Option<u32> {
        let (map, topic, cut) = (self.map, self.topic.as_bytes(), self.cut.as_ref()?);
        while let Some(shape) = self.shapes.as_slice().first() {
            if let Some(&(order, first)) = self.guarded.as_slice().first()
                && order < shape.order
            {
                self.guarded.next();
                return Some(first);
            }
            self.shapes.next();
            let hash = map.key.finish(cut.sum(shape));
            let is_it = |first: &First| {
                first.hash == hash
                    && first.order == shape.order
                    && spells(map.entries[first.entry as usize].text.as_bytes(), topic)
            };
            if let Some(first) = map.table.find(spread(hash), is_it) {
                return Some(first.entry);
            }
        }
        Some(self.guarded.next()?.1)
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
            Some((entry.key(index), entry.pattern(), &entry.value))
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

// A derive would ask it of the values too.
impl<T> Clone for Matches<'_, T> {
    fn clone(&self) -> Self {
        Self {
            cut: self.cut.clone(),
            shapes: self.shapes.clone(),
            guarded: self.guarded.clone(),
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
