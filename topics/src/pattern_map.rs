//! From patterns to values: the heart of an in-process router.

mod hash;
mod interner;
mod matches;
mod slots;
mod trie;

use alloc::vec::Vec;
use core::fmt;

use topics_core::{Pattern, PatternSegment};

use trie::Trie;

pub use matches::Matches;

/// A multimap from [`Pattern`]s to values, which finds all values whose pattern matches a topic.
///
/// ```
/// use topics::{Pattern, PatternMap};
///
/// let mut subscribers = PatternMap::new();
/// let all = subscribers.insert(Pattern::new("system.>")?, "auditor");
/// subscribers.insert(Pattern::new("system.*.health")?, "health board");
/// subscribers.insert(Pattern::new("system.*.health")?, "pager");
///
/// let told: Vec<_> = subscribers.matches("system.mutator.health").copied().collect();
/// assert_eq!(told, ["health board", "pager", "auditor"]);
///
/// assert_eq!(subscribers.remove(all), Some("auditor"));
/// assert_eq!(subscribers.matches("system.log").count(), 0);
/// # Ok::<(), topics::TextError>(())
/// ```
///
/// # Order
///
/// [`matches`](PatternMap::matches) visits the more literal pattern first: of two patterns, the one that
/// has a literal where the other has a wildcard, or `*` where the other has `>`, at the first segment
/// where they differ. Values of the same pattern come in the order in which they were inserted.
///
/// # Cost
///
/// With *n* values, *s* segments in a pattern or topic, and *v* the number of trie nodes that a match
/// has to visit, times are:
///
/// | operation | expected time |
/// | --- | --- |
/// | [`insert`](PatternMap::insert), [`remove`](PatternMap::remove) | *s*, and the length of the text; amortised |
/// | [`get`](PatternMap::get) | constant |
/// | [`matches`](PatternMap::matches) | the length of the text, *v*, and the number of matches; no allocation |
/// | `clone` | the most values there were since the map was last empty |
///
/// The patterns are a trie: one node for each distinct beginning of a pattern, found by hashing its
/// parent and its segment, each distinct segment stored once. A match follows, at each node, the child
/// with the topic's segment and the child with `*`; so *v* is at most the number of nodes, and at most
/// 2<sup>*s*</sup>, whatever was inserted, as in every trie. Neither a match nor anything else recurses,
/// so no topic, however long, overflows a stack.
///
/// Hashes are keyed by a seed that differs from map to map, clones apart, and, with the feature `std`, cannot be
/// guessed from outside, so nobody can choose patterns that collide.
///
/// Memory is used again for later patterns, and given back when the map becomes empty.
///
/// # Sharing
///
/// Matching needs only `&self`. To change a map that others are matching on, clone it, change the clone,
/// and exchange an `Arc` of it; a clone copies a handful of arrays, without following pointers, save for
/// the texts of the segments.
#[derive(Clone)]
pub struct PatternMap<T> {
    trie: Trie,
    entries: Vec<Entry<T>>,
    /// The first of the places that `remove` left behind, linked by `next`.
    free: u32,
    len: usize,
    /// How many values have ever been inserted.
    inserted: u64,
}

/// Names one value in a [`PatternMap`], from its insertion to its removal.
///
/// A map never gives the same key again, so an old one finds nothing rather than something else. It belongs
/// to that map: to another one, and to what is inserted into a clone later on, it says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PatternKey {
    index: u32,
    serial: u64,
}

/// A value, in the ring of those that have the same pattern.
#[derive(Clone)]
struct Entry<T> {
    value: Option<T>,
    node: u32,
    /// Whether the pattern ends with `>` behind the node.
    is_tail: bool,
    next: u32,
    previous: u32,
    /// Of all values ever inserted, the how manieth this is.
    serial: u64,
}

/// Stands for no index.
const NONE: u32 = u32::MAX;

impl<T> PatternMap<T> {
    /// An empty map; allocates nothing until the first insertion.
    #[must_use]
    pub fn new() -> Self {
        Self {
            trie: Trie::new(),
            entries: Vec::new(),
            free: NONE,
            len: 0,
            inserted: 0,
        }
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds a value under a pattern, beside those that are there already.
    ///
    /// Takes a [`Pattern`], and whatever becomes one: what [`pattern!`](crate::pattern!) and the generated
    /// `pattern()` give.
    ///
    /// ```
    /// use topics::{PatternMap, pattern};
    ///
    /// topics::topics! {
    ///     pub enum BusTopic;
    ///     system.<worker>.health;
    /// }
    ///
    /// let mut map = PatternMap::new();
    /// map.insert(SystemHealth::pattern(), "all");
    /// map.insert(pattern!(BusTopic, "system.mutator.>"), "one");
    /// assert_eq!(map.matches("system.mutator.health").count(), 2);
    /// ```
    ///
    /// # Panics
    ///
    /// If the map would hold 2<sup>32</sup> - 2 values, or as many distinct segments or beginnings of patterns,
    /// which is more than fits into most memories.
    pub fn insert<'p>(&mut self, pattern: impl Into<Pattern<'p>>, value: T) -> PatternKey {
        let pattern = pattern.into();
        let mut node = Trie::ROOT;
        let mut is_tail = false;
        for segment in pattern.segments() {
            match segment {
                PatternSegment::Literal(text) => node = self.trie.child(node, text.as_str()),
                PatternSegment::One => node = self.trie.star(node),
                PatternSegment::Tail => is_tail = true,
            }
        }
        let key = self.place(Entry {
            value: Some(value),
            node,
            is_tail,
            next: NONE,
            previous: NONE,
            serial: self.inserted,
        });
        self.link(key.index);
        self.len += 1;
        self.inserted += 1;
        key
    }

    /// Removes a value; `None` if it has been removed before.
    pub fn remove(&mut self, key: PatternKey) -> Option<T> {
        let entry = self.entry_mut(key)?;
        let value = entry.value.take()?;
        let node = entry.node;
        self.len -= 1;
        if self.len == 0 {
            // What is empty should hold nothing, however much there was.
            let inserted = self.inserted;
            *self = Self {
                inserted,
                ..Self::new()
            };
            return Some(value);
        }
        self.unlink(key.index);
        self.trie.prune(node);
        self.release(key.index);
        Some(value)
    }

    /// The value with this key, if it has not been removed.
    #[must_use]
    pub fn get(&self, key: PatternKey) -> Option<&T> {
        self.entry(key)?.value.as_ref()
    }

    /// The value with this key, to be changed.
    #[must_use]
    pub fn get_mut(&mut self, key: PatternKey) -> Option<&mut T> {
        self.entry_mut(key)?.value.as_mut()
    }

    /// The pattern of the value with this key; put together from the trie, so it allocates.
    #[must_use]
    pub fn pattern(&self, key: PatternKey) -> Option<Pattern<'static>> {
        let entry = self.entry(key).filter(|entry| entry.value.is_some())?;
        Some(self.trie.pattern(entry.node, entry.is_tail))
    }

    /// Every value whose pattern matches a topic, each once; see [Order](PatternMap#order).
    ///
    /// Allocates nothing. A text that is no topic is matched by no pattern.
    #[must_use]
    pub fn matches<'m>(&'m self, topic: &'m str) -> Matches<'m, T> {
        Matches::new(self, topic)
    }

    /// All keys, with their patterns and values, in no particular order.
    ///
    /// Each pattern is put together from the trie, so it allocates.
    pub fn iter(&self) -> impl Iterator<Item = (PatternKey, Pattern<'static>, &T)> {
        (0_u32..).zip(&self.entries).filter_map(|(index, entry)| {
            let key = PatternKey {
                index,
                serial: entry.serial,
            };
            let value = entry.value.as_ref()?;
            Some((key, self.trie.pattern(entry.node, entry.is_tail), value))
        })
    }

    fn entry(&self, key: PatternKey) -> Option<&Entry<T>> {
        let entry = self.entries.get(key.index as usize)?;
        (entry.serial == key.serial).then_some(entry)
    }

    fn entry_mut(&mut self, key: PatternKey) -> Option<&mut Entry<T>> {
        let entry = self.entries.get_mut(key.index as usize)?;
        (entry.serial == key.serial).then_some(entry)
    }

    /// Finds a place for an entry: one that was left behind, or a new one.
    fn place(&mut self, entry: Entry<T>) -> PatternKey {
        let serial = entry.serial;
        let index = self.free;
        if let Some(left) = self.entries.get_mut(index as usize) {
            self.free = left.next;
            *left = entry;
            return PatternKey { index, serial };
        }
        let index = trie::index(self.entries.len());
        self.entries.push(entry);
        PatternKey { index, serial }
    }

    /// Leaves a place for others.
    fn release(&mut self, index: u32) {
        self.entries[index as usize].next = self.free;
        self.free = index;
    }

    /// Adds an entry at the end of the ring of its pattern.
    fn link(&mut self, index: u32) {
        let Entry { node, is_tail, .. } = self.entries[index as usize];
        let first = self.trie.first(node, is_tail);
        let (next, previous) = if *first == NONE {
            *first = index;
            (index, index)
        } else {
            (*first, self.entries[*first as usize].previous)
        };
        self.entries[index as usize].next = next;
        self.entries[index as usize].previous = previous;
        self.entries[previous as usize].next = index;
        self.entries[next as usize].previous = index;
    }

    /// Takes an entry out of the ring of its pattern.
    fn unlink(&mut self, index: u32) {
        let Entry {
            node,
            is_tail,
            next,
            previous,
            ..
        } = self.entries[index as usize];
        self.entries[previous as usize].next = next;
        self.entries[next as usize].previous = previous;
        let first = self.trie.first(node, is_tail);
        if *first == index {
            *first = if next == index { NONE } else { next };
        }
    }
}

impl<T> Default for PatternMap<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for PatternMap<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs = self.iter().map(|(_, pattern, value)| (pattern, value));
        f.debug_map().entries(pairs).finish()
    }
}

impl<T> Extend<(Pattern<'static>, T)> for PatternMap<T> {
    fn extend<I: IntoIterator<Item = (Pattern<'static>, T)>>(&mut self, pairs: I) {
        for (pattern, value) in pairs {
            self.insert(pattern, value);
        }
    }
}

impl<T> FromIterator<(Pattern<'static>, T)> for PatternMap<T> {
    fn from_iter<I: IntoIterator<Item = (Pattern<'static>, T)>>(pairs: I) -> Self {
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}
