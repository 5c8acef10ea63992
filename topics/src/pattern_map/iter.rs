//! All that a map holds.

use alloc::vec::{self, Vec};
use core::fmt;
use core::iter::{Enumerate, FusedIterator};
use core::slice;

use topics_core::Pattern;

use super::texts::{Text, Texts};
use super::{Entry, PatternKey, PatternMap, index};

/// All keys of a map with their patterns and values; made by [`PatternMap::iter`].
pub struct Iter<'m, T> {
    entries: Enumerate<slice::Iter<'m, Entry<T>>>,
    texts: &'m Texts,
}

/// All keys of a map with their patterns, and their values to be changed; made by [`PatternMap::iter_mut`].
pub struct IterMut<'m, T> {
    entries: Enumerate<slice::IterMut<'m, Entry<T>>>,
    texts: &'m Texts,
}

/// All patterns and values of what was a map.
pub struct IntoIter<T> {
    entries: vec::IntoIter<Entry<T>>,
    texts: Texts,
}

impl<'m, T> Iter<'m, T> {
    pub(super) fn new(entries: &'m [Entry<T>], texts: &'m Texts) -> Self {
        Self {
            entries: entries.iter().enumerate(),
            texts,
        }
    }
}

impl<'m, T> IterMut<'m, T> {
    pub(super) fn new(entries: &'m mut [Entry<T>], texts: &'m Texts) -> Self {
        Self {
            entries: entries.iter_mut().enumerate(),
            texts,
        }
    }
}

impl<T> IntoIter<T> {
    pub(super) fn new(entries: Vec<Entry<T>>, texts: Texts) -> Self {
        Self {
            entries: entries.into_iter(),
            texts,
        }
    }
}

impl<'m, T> Iterator for Iter<'m, T> {
    type Item = (PatternKey, Pattern<'m>, &'m T);

    fn next(&mut self) -> Option<Self::Item> {
        let texts = self.texts;
        self.entries.find_map(|(place, entry)| {
            let value = entry.value()?;
            Some((entry.key(index(place)), pattern(texts, entry.text), value))
        })
    }
}

impl<'m, T> Iterator for IterMut<'m, T> {
    type Item = (PatternKey, Pattern<'m>, &'m mut T);

    fn next(&mut self) -> Option<Self::Item> {
        let texts = self.texts;
        self.entries.find_map(|(place, entry)| {
            let (key, text) = (entry.key(index(place)), entry.text);
            let value = entry.value_mut()?;
            Some((key, pattern(texts, text), value))
        })
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = (Pattern<'static>, T);

    fn next(&mut self) -> Option<Self::Item> {
        let texts = &self.texts;
        self.entries.find_map(|entry| {
            let value = entry.held?.value;
            Some((pattern(texts, entry.text).into_owned(), value))
        })
    }
}

fn pattern(texts: &Texts, text: Text) -> Pattern<'_> {
    Pattern::from_checked(texts.get(text).into())
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Self {
            entries: self.entries.clone(),
            texts: self.texts,
        }
    }
}

impl<T> FusedIterator for Iter<'_, T> {}
impl<T> FusedIterator for IterMut<'_, T> {}
impl<T> FusedIterator for IntoIter<T> {}

impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl<T> fmt::Debug for IterMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IterMut").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IntoIter").finish_non_exhaustive()
    }
}

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

/// Gives patterns and values, and no keys, since they belong to a map that is no more.
impl<T> IntoIterator for PatternMap<T> {
    type Item = (Pattern<'static>, T);
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter::new(self.entries, self.texts)
    }
}
