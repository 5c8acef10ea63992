//! A map from patterns to values: the core of an in-process router.

mod cut;
mod guard;
mod key;
mod matches;
mod shape;
#[cfg(test)]
mod tests;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use hashbrown::HashTable;
use slab::Slab;
use topics_core::Pattern;

use guard::pieces;
use key::{Hash, Key};
use shape::{Shape, Shapes};

pub use matches::Matches;

/// A multimap from [`Pattern`]s to values that finds all values whose pattern matches a topic.
///
/// Requires the feature `pattern-map`.
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
/// *n* is the length of the pattern or topic; *v* is explained below.
///
/// | operation | expected time |
/// | --- | --- |
/// | [`insert`](PatternMap::insert), [`remove`](PatternMap::remove) | *n*; amortised, as arrays grow |
/// | [`get`](PatternMap::get), [`get_mut`](PatternMap::get_mut) | constant |
/// | [`pattern`](PatternMap::pattern) | *n* |
/// | [`matches`](PatternMap::matches) | *n*, up to 32 look-ups, *v*, and the number of matches; no allocation |
/// | [`iter`](PatternMap::iter), [`retain`](PatternMap::retain), `clone` | the most values there were since the map was last empty |
/// | [`clear`](PatternMap::clear) | the same, and the time to drop the values |
///
/// Nearly all patterns are in one hash table. The *shape* of a pattern is how many segments it has, and where its
/// wildcards are; of all patterns of one shape, a topic can be matched by one only, which is the topic with
/// wildcards put in. So the map looks that one up, for each shape that occurs among the patterns and
/// suits the topic's number of segments. The topic is hashed once, segment by segment, and the hash of each
/// candidate follows from that.
///
/// Shapes may be many: there are more than 2<sup>*s*</sup> for *s* segments. So no topic is looked up by more
/// than 32 of them, and none by a shape of more than 16 segments. All other patterns are kept as a sorted list. A match
/// passes over all patterns with the same wrong beginning at once, by a binary search; *v* is the number of searches, up
/// to three for each node that a match with a textbook trie of the same patterns would visit. An insertion into the list
/// moves what is behind, four bytes for each pattern. Neither a match nor anything else recurses, so no topic, however
/// long, overflows a stack.
///
/// Each map has its own seed for hashes; a clone shares it. With the feature `std`, the operating system draws it, so it
/// cannot be guessed from outside, and nobody can choose patterns that collide. Without `std`, it comes from addresses in
/// memory, which may be the same in each run.
///
/// # Memory
///
/// A value takes its own size, the text of its pattern and some 36 bytes; a pattern takes 10 to 20 bytes in the table, or 4
/// in the list. Arrays, tables and the list double when they are full;
/// [`shrink_to_fit`](PatternMap::shrink_to_fit) gives back what they don't need. A million `u32` under as many patterns of 35
/// bytes take 94 bytes each.
///
/// Memory is used again for later patterns, and given back when the map becomes empty.
///
/// # Sharing
///
/// Matching needs only `&self`. To change a map that others are matching on, clone it, change the clone,
/// and exchange an `Arc` of it; a clone copies the text of each pattern.
#[derive(Clone)]
pub struct PatternMap<T> {
    key: Key,
    entries: Slab<Entry<T>>,
    /// The first entry of each pattern that has a shape, and the hash of the pattern: the table grows without a look at
    /// the texts, and a text is seldom compared in vain.
    table: HashTable<(Hash, u32)>,
    shapes: Shapes,
    /// The first entries of all other patterns, in the order of their [`pieces`].
    guard: Vec<u32>,
    /// How many values have ever been inserted.
    inserted: u64,
}

/// The key of a value in a [`PatternMap`], valid until the value is removed.
///
/// A map never uses a key twice, so the key of a removed value finds nothing. Use a key only with its own map; for
/// another map, or for values inserted into a clone, it has no meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PatternKey {
    index: usize,
    serial: u64,
}

/// A value, in the ring of those that have the same pattern.
#[derive(Clone)]
struct Entry<T> {
    value: T,
    /// The pattern.
    text: Box<str>,
    next: u32,
    previous: u32,
    /// How many values were inserted before.
    serial: u64,
}

impl<T> Entry<T> {
    fn key(&self, index: usize) -> PatternKey {
        let serial = self.serial;
        PatternKey { index, serial }
    }
}

fn pattern(text: &str) -> Pattern<'_> {
    Pattern::from_checked(Cow::Borrowed(text))
}

/// A hash as the table takes it, which looks at the highest bits and the lowest.
#[inline]
fn spread(hash: Hash) -> u64 {
    u64::from(hash.0) << 32 | u64::from(hash.0)
}

impl<T> PatternMap<T> {
    /// Creates an empty map. It allocates nothing until the first insertion.
    #[must_use]
    pub fn new() -> Self {
        Self {
            key: Key::new(),
            entries: Slab::new(),
            table: HashTable::new(),
            shapes: Shapes::default(),
            guard: Vec::new(),
            inserted: 0,
        }
    }

    /// Creates a map with capacity for `values` entries with distinct patterns.
    ///
    /// This saves copies while the map grows. Texts of patterns that are borrowed still allocate as they come.
    #[must_use]
    pub fn with_capacity(values: usize) -> Self {
        let mut map = Self::new();
        map.reserve(values);
        map
    }

    /// Reserves capacity for `values` more entries with distinct patterns.
    pub fn reserve(&mut self, values: usize) {
        self.entries.reserve(values);
        self.table.reserve(values, |(hash, _)| spread(*hash));
    }

    /// Frees memory that is kept for later values.
    ///
    /// Takes time proportional to the size of the map. Gaps that removed values left between others remain.
    pub fn shrink_to_fit(&mut self) {
        self.entries.shrink_to_fit();
        self.table.shrink_to_fit(|(hash, _)| spread(*hash));
        self.guard.shrink_to_fit();
    }

    /// Returns the number of values.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Returns whether the map has no values.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Inserts a value under a pattern, beside the values that the pattern has already.
    ///
    /// Takes a [`Pattern`] or anything that converts to one, such as what [`pattern!`](crate::pattern!) and the
    /// generated `pattern()` return.
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
    /// A pattern does not match the [former names](crate::guide::renaming) of a line. If a line has `#[was("…")]`, look up the name
    /// of the topic that was read, `map.matches(&topic.name())`: it is the present one.
    ///
    /// # Panics
    ///
    /// If the map would exceed 2<sup>32</sup> values.
    pub fn insert<'p>(&mut self, pattern: impl Into<Pattern<'p>>, value: T) -> PatternKey {
        let text: Box<str> = String::from(pattern.into()).into();
        let (shape, hash) = Shape::of(&text, &self.key);
        let guarded = self.guarded(&text);
        let first = self.find(hash, |other| *other == *text);
        let first = first.or_else(|| Some(self.guard[guarded.ok()?]));

        let vacant = self.entries.vacant_entry();
        let Ok(index) = u32::try_from(vacant.key()) else {
            panic!("a pattern map holds at most 2^32 values");
        };
        let key = vacant
            .insert(Entry {
                value,
                text,
                next: index,
                previous: index,
                serial: self.inserted,
            })
            .key(index as usize);
        self.inserted += 1;

        if let Some(first) = first {
            self.join(self.entries[first as usize].previous, index);
            self.join(index, first);
        } else if self.shapes.enter(&shape) {
            let first = (hash, index);
            self.table
                .insert_unique(spread(hash), first, |(hash, _)| spread(*hash));
        } else {
            let (Ok(place) | Err(place)) = guarded;
            self.guard.insert(place, index);
        }
        key
    }

    /// Removes a value. Returns `None` if it was removed before.
    pub fn remove(&mut self, key: PatternKey) -> Option<T> {
        let entry = self.entry(key)?;
        let (previous, next) = (entry.previous, entry.next);
        let (shape, hash) = Shape::of(&entry.text, &self.key);
        self.join(previous, next);
        // If it was the first of its pattern, the next is now, if there is one.
        let is_it = |first: u32| first as usize == key.index;
        let is_only = is_it(next);
        let found = self
            .table
            .find_entry(spread(hash), |(_, first)| is_it(*first));
        match found {
            Ok(found) if is_only => {
                found.remove();
                self.shapes.leave(&shape);
            }
            Ok(mut found) => found.get_mut().1 = next,
            Err(_) => match self.guarded(&self.entries[key.index].text) {
                Ok(place) if is_only => _ = self.guard.remove(place),
                Ok(place) if is_it(self.guard[place]) => self.guard[place] = next,
                _ => {}
            },
        }
        let entry = self.entries.remove(key.index);
        if self.is_empty() {
            // An empty map should hold nothing, however much there was.
            self.clear();
        }
        Some(entry.value)
    }

    /// Keeps the values for which `keep` returns true, and removes the others.
    ///
    /// The order is not specified, and `keep` may change the values.
    ///
    /// ```
    /// use topics::{Pattern, PatternMap};
    ///
    /// let mut map = PatternMap::new();
    /// map.insert(Pattern::new("system.>")?, 1);
    /// map.insert(Pattern::new("decky.>")?, 2);
    /// map.retain(|_, pattern, _| pattern.covers(&Pattern::from_static("system.log")));
    /// assert_eq!(map.len(), 1);
    /// # Ok::<(), topics::TextError>(())
    /// ```
    pub fn retain(&mut self, mut keep: impl FnMut(PatternKey, Pattern<'_>, &mut T) -> bool) {
        let all = self.iter_mut();
        let gone =
            all.filter_map(|(key, pattern, value)| (!keep(key, pattern, value)).then_some(key));
        for key in gone.collect::<Vec<_>>() {
            self.remove(key);
        }
    }

    /// Removes all values and frees their memory.
    pub fn clear(&mut self) {
        *self = Self {
            inserted: self.inserted,
            ..Self::new()
        };
    }

    /// Returns the value with this key, unless it was removed.
    #[must_use]
    pub fn get(&self, key: PatternKey) -> Option<&T> {
        Some(&self.entry(key)?.value)
    }

    /// Returns a mutable reference to the value with this key, unless it was removed.
    #[must_use]
    pub fn get_mut(&mut self, key: PatternKey) -> Option<&mut T> {
        let entry = self.entries.get_mut(key.index)?;
        (entry.serial == key.serial).then_some(&mut entry.value)
    }

    /// Returns the pattern of the value with this key.
    #[must_use]
    pub fn pattern(&self, key: PatternKey) -> Option<Pattern<'_>> {
        Some(pattern(&self.entry(key)?.text))
    }

    /// Iterates over the values whose pattern matches a topic, each once; see [Order](PatternMap#order).
    ///
    /// Allocates nothing. No pattern matches a text that is not a topic.
    #[must_use]
    #[inline]
    pub fn matches<'m>(&'m self, topic: &'m str) -> Matches<'m, T> {
        Matches::new(self, topic)
    }

    /// Iterates over all keys, patterns and values, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (PatternKey, Pattern<'_>, &T)> {
        let entries = self.entries.iter();
        entries.map(|(index, entry)| (entry.key(index), pattern(&entry.text), &entry.value))
    }

    /// Iterates over all keys, patterns and values, with mutable values, in no particular order.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (PatternKey, Pattern<'_>, &mut T)> {
        let entries = self.entries.iter_mut();
        entries.map(|(index, entry)| (entry.key(index), pattern(&entry.text), &mut entry.value))
    }

    fn entry(&self, key: PatternKey) -> Option<&Entry<T>> {
        let entry = self.entries.get(key.index)?;
        (entry.serial == key.serial).then_some(entry)
    }

    fn text(&self, entry: u32) -> &str {
        &self.entries[entry as usize].text
    }

    /// The place of a pattern among those guarded, or that where it would be.
    fn guarded(&self, pattern: &str) -> Result<usize, usize> {
        let order = |first: &u32| pieces(self.text(*first)).cmp(pieces(pattern));
        self.guard.binary_search_by(order)
    }

    /// The first entry of a pattern that is in the table.
    #[inline]
    fn find(&self, hash: Hash, is_it: impl Fn(&str) -> bool) -> Option<u32> {
        let is_it = |(own, first): &(Hash, u32)| *own == hash && is_it(self.text(*first));
        self.table
            .find(spread(hash), is_it)
            .map(|(_, first)| *first)
    }

    /// Lets one entry follow another in the ring of their pattern.
    fn join(&mut self, previous: u32, next: u32) {
        self.entries[previous as usize].next = next;
        self.entries[next as usize].previous = previous;
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

impl<'p, P: Into<Pattern<'p>>, T> Extend<(P, T)> for PatternMap<T> {
    fn extend<I: IntoIterator<Item = (P, T)>>(&mut self, pairs: I) {
        for (pattern, value) in pairs {
            self.insert(pattern, value);
        }
    }
}

impl<'p, P: Into<Pattern<'p>>, T> FromIterator<(P, T)> for PatternMap<T> {
    fn from_iter<I: IntoIterator<Item = (P, T)>>(pairs: I) -> Self {
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}
