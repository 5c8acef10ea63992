//! All that a map holds.

use core::iter::FusedIterator;

use topics_core::Pattern;

use super::texts::Texts;
use super::{Entry, PatternKey, PatternMap};

/// An iterator over keys, patterns and values, returned by [`PatternMap::iter`].
#[derive(Clone, Debug)]
pub struct Iter<'m, T> {
    pub(super) entries: slab::Iter<'m, Entry<T>>,
    pub(super) texts: &'m Texts,
}

/// An iterator over keys, patterns and mutable values, returned by [`PatternMap::iter_mut`].
#[derive(Debug)]
pub struct IterMut<'m, T> {
    pub(super) entries: slab::IterMut<'m, Entry<T>>,
    pub(super) texts: &'m Texts,
}

/// An iterator over the patterns and values of a map.
#[derive(Debug)]
pub struct IntoIter<T> {
    entries: slab::IntoIter<Entry<T>>,
    texts: Texts,
}

impl<'m, T> Iterator for Iter<'m, T> {
    type Item = (PatternKey, Pattern<'m>, &'m T);

    fn next(&mut self) -> Option<Self::Item> {
        let (place, entry) = self.entries.next()?;
        let pattern = self.texts.pattern(entry.text);
        Some((entry.key(place), pattern, &entry.value))
    }
}

impl<'m, T> Iterator for IterMut<'m, T> {
    type Item = (PatternKey, Pattern<'m>, &'m mut T);

    fn next(&mut self) -> Option<Self::Item> {
        let (place, entry) = self.entries.next()?;
        let pattern = self.texts.pattern(entry.text);
        Some((entry.key(place), pattern, &mut entry.value))
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = (Pattern<'static>, T);

    fn next(&mut self) -> Option<Self::Item> {
        let (_, entry) = self.entries.next()?;
        Some((self.texts.pattern(entry.text).into_owned(), entry.value))
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
            texts: self.texts,
        }
    }
}
