//! All that a map holds.

use alloc::borrow::Cow;
use core::iter::FusedIterator;

use topics_core::Pattern;

use super::{Entry, PatternKey, PatternMap, pattern};

/// An iterator over keys, patterns and values, returned by [`PatternMap::iter`].
#[derive(Clone, Debug)]
pub struct Iter<'m, T> {
    pub(super) entries: slab::Iter<'m, Entry<T>>,
}

/// An iterator over keys, patterns and mutable values, returned by [`PatternMap::iter_mut`].
#[derive(Debug)]
pub struct IterMut<'m, T> {
    pub(super) entries: slab::IterMut<'m, Entry<T>>,
}

/// An iterator over the patterns and values of a map.
#[derive(Debug)]
pub struct IntoIter<T> {
    entries: slab::IntoIter<Entry<T>>,
}

impl<'m, T> Iterator for Iter<'m, T> {
    type Item = (PatternKey, Pattern<'m>, &'m T);

    fn next(&mut self) -> Option<Self::Item> {
        let (place, entry) = self.entries.next()?;
        Some((entry.key(place), entry.pattern(), &entry.value))
    }
}

impl<'m, T> Iterator for IterMut<'m, T> {
    type Item = (PatternKey, Pattern<'m>, &'m mut T);

    fn next(&mut self) -> Option<Self::Item> {
        let (place, entry) = self.entries.next()?;
        let key = entry.key(place);
        Some((key, pattern(&entry.text), &mut entry.value))
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = (Pattern<'static>, T);

    fn next(&mut self) -> Option<Self::Item> {
        let (_, entry) = self.entries.next()?;
        let text = Cow::Owned(entry.text.into_string());
        Some((Pattern::from_checked(text), entry.value))
    }
}

impl<T> FusedIterator for Iter<'_, T> {}
impl<T> FusedIterator for IterMut<'_, T> {}
impl<T> FusedIterator for IntoIter<T> {}

impl<'m, T> IntoIterator for &'m PatternMap<T> {
    type Item = (PatternKey, Pattern<'m>, &'m T);
    type IntoIter = Iter<'m, T>;

    fn into_iter(self) -> Iter<'m, T> {
        self.iter()
    }
}

impl<'m, T> IntoIterator for &'m mut PatternMap<T> {
    type Item = (PatternKey, Pattern<'m>, &'m mut T);
    type IntoIter = IterMut<'m, T>;

    fn into_iter(self) -> IterMut<'m, T> {
        self.iter_mut()
    }
}

/// Iterates over patterns and values, without keys, since the map is gone.
impl<T> IntoIterator for PatternMap<T> {
    type Item = (Pattern<'static>, T);
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter {
            entries: self.entries.into_iter(),
        }
    }
}
