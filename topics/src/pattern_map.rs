//! From patterns to values: the heart of an in-process router.

mod guard;
mod hash;
mod iter;
mod matches;
mod pieces;
mod shape;
mod table;
mod texts;
mod walk;
mod word;

use alloc::vec::Vec;
use core::fmt;

use topics_core::Pattern;

use guard::Guard;
use hash::Key;
use pieces::Cut;
use shape::{Shape, Shapes};
use table::Table;
use texts::{Text, Texts};

pub use iter::{IntoIter, Iter, IterMut};
pub use matches::{MatchEntries, Matches};

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
/// With *n* the length of the pattern or topic, and *v* explained below, times are:
///
/// | operation | expected time |
/// | --- | --- |
/// | [`insert`](PatternMap::insert), [`remove`](PatternMap::remove) | *n*; amortised, as arrays grow and are packed |
/// | [`get`](PatternMap::get), [`get_mut`](PatternMap::get_mut) | constant |
/// | [`pattern`](PatternMap::pattern) | *n* |
/// | [`matches`](PatternMap::matches) | *n*, up to 32 look-ups, *v*, and the number of matches; no allocation |
/// | [`iter`](PatternMap::iter), [`retain`](PatternMap::retain), `clone` | the most values there were since the map was last empty |
/// | [`clear`](PatternMap::clear) | the same, and the time to drop the values |
///
/// All patterns are in one hash table. The *shape* of a pattern is how many segments it has, and where its
/// wildcards are; of all patterns of one shape, a topic can be matched by one only, which is the topic with
/// wildcards put in. So the map looks that one up, for each shape that occurs among the patterns and
/// suits the topic's number of segments. The topic is hashed once, segment by segment, and the hash of each
/// candidate follows from that.
///
/// Shapes may be many: there are more than 2<sup>*s*</sup> for *s* segments. So no topic is looked up by more
/// than 32 of them, and none by a shape of more than 16 segments. The beginnings of all other patterns are kept
/// as a trie, which a match walks, following the child with the topic's segment and the child with `*`: *v* is
/// the number of nodes that it visits. So whatever was inserted, a match costs at most 32 look-ups more than
/// with a textbook trie of the same patterns. Neither a match nor anything else recurses, so no topic, however
/// long, overflows a stack.
///
/// Hashes are keyed by a seed that differs from map to map, clones apart, and, with the feature `std`, cannot be
/// guessed from outside, so nobody can choose patterns that collide.
///
/// # Memory
///
/// A value takes its own size and some 28 bytes; a pattern takes its text and one byte, and some 21
/// bytes in the table; what is in the trie takes about 40 bytes for each distinct beginning. Arrays grow ahead of
/// need, by half at most, and are copied when they do; [`shrink_to_fit`](PatternMap::shrink_to_fit) gives back what
/// they don't need. From a hundred thousand to four million `u32` under as many patterns of 35 bytes, each takes 90
/// to 123 bytes, and 89 after that.
///
/// Memory is used again for later patterns, and given back when the map becomes empty.
///
/// # Sharing
///
/// Matching needs only `&self`. To change a map that others are matching on, clone it, change the clone,
/// and exchange an `Arc` of it; a clone copies a handful of arrays, without following pointers.
#[derive(Clone)]
pub struct PatternMap<T> {
    key: Key,
    texts: Texts,
    entries: Vec<Entry<T>>,
    /// The first entry of each pattern, by the hash of its text.
    table: Table<First>,
    shapes: Shapes,
    guard: Guard,
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
    held: Option<Held<T>>,
    text: Text,
    next: u32,
    previous: u32,
    /// Of all values ever inserted, the how manieth this is.
    serial: u64,
}

/// A pattern, as the first of its values.
#[derive(Clone, Copy, Default, PartialEq)]
struct First {
    entry: u32,
    /// The text of the entry: to compare it and to visit the value can begin at the same time.
    text: Text,
}

/// A value that has not been removed.
#[derive(Clone)]
struct Held<T> {
    value: T,
    /// Whether the pattern is found by the guard, and not by its shape.
    is_guarded: bool,
}

/// Stands for no index.
const NONE: u32 = u32::MAX;

/// The index of a place in an array.
fn index(place: usize) -> u32 {
    match u32::try_from(place) {
        Ok(index) if index < NONE => index,
        _ => panic!("a pattern map holds fewer than 2^32 - 1 values"),
    }
}

/// Adds to an array, and tells the place. It grows by half, since doubling would leave half of the room empty,
/// where memory counts most.
fn push<T>(array: &mut Vec<T>, item: T) -> u32 {
    let place = index(array.len());
    if array.len() == array.capacity() {
        array.reserve_exact((array.len() / 2).max(4));
    }
    array.push(item);
    place
}

impl<T> PatternMap<T> {
    /// An empty map; allocates nothing until the first insertion.
    #[must_use]
    pub fn new() -> Self {
        Self {
            key: Key::new(),
            texts: Texts::default(),
            entries: Vec::new(),
            table: Table::default(),
            shapes: Shapes::default(),
            guard: Guard::new(),
            free: NONE,
            len: 0,
            inserted: 0,
        }
    }

    /// An empty map with room for so many values, each under a pattern of its own.
    ///
    /// Saves the copies that are made when arrays grow; the room for the texts of the patterns grows as they
    /// come.
    #[must_use]
    pub fn with_capacity(values: usize) -> Self {
        let mut map = Self::new();
        map.reserve(values);
        map
    }

    /// Makes room for so many more values, each under a pattern of its own.
    pub fn reserve(&mut self, values: usize) {
        self.entries.reserve(values);
        self.table.reserve(values);
    }

    /// Gives back the memory that is kept for later values.
    ///
    /// Takes time in proportion to the size of the map. Places that removed values have left among
    /// the others remain.
    pub fn shrink_to_fit(&mut self) {
        if self.texts.dead() > 0 {
            self.pack_texts();
        }
        self.texts.shrink();
        self.entries.shrink_to_fit();
        self.table.shrink();
        self.guard.shrink();
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
    /// If the map would hold 2<sup>32</sup> - 1 values or beginnings of patterns, or more than 4 GiB of patterns.
    pub fn insert<'p>(&mut self, pattern: impl Into<Pattern<'p>>, value: T) -> PatternKey {
        let pattern = pattern.into();
        let (shape, sum) = Shape::of(pattern.as_str().as_bytes(), self.key);
        let hash = self.key.finish(sum);
        match self.first(hash, pattern.as_str()) {
            Some(First { entry: first, text }) => {
                let entry = &self.entries[first as usize];
                let (previous, is_guarded) = (entry.previous, entry.is_guarded());
                let key = self.place(value, is_guarded, text);
                self.join(key.index, previous);
                self.join(first, key.index);
                key
            }
            None => {
                let is_guarded = !shape.is_some_and(|shape| self.shapes.enter(shape));
                if is_guarded {
                    self.guard.add(pattern.as_str().as_bytes(), self.key);
                }
                let text = self.texts.add(pattern.as_str());
                let key = self.place(value, is_guarded, text);
                self.join(key.index, key.index);
                let first = First {
                    entry: key.index,
                    text,
                };
                self.table.insert(hash, first);
                key
            }
        }
    }

    /// Removes a value; `None` if it has been removed before.
    pub fn remove(&mut self, key: PatternKey) -> Option<T> {
        let Held { value, is_guarded } = self.entry_mut(key)?.held.take()?;
        if self.len == 1 {
            // What is empty should hold nothing, however much there was.
            self.clear();
            return Some(value);
        }
        self.len -= 1;
        self.unlink(key.index, is_guarded);
        self.entries[key.index as usize].next = self.free;
        self.free = key.index;
        Some(value)
    }

    /// Keeps the values for which `keep` is true, and removes all others.
    ///
    /// Sees them in no particular order, and may change those that it keeps.
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
        for place in 0..self.entries.len() {
            // After the last value, there are no places either.
            let Some(entry) = self.entries.get_mut(place) else {
                return;
            };
            let (key, text) = (entry.key(index(place)), entry.text);
            let Some(value) = entry.value_mut() else {
                continue;
            };
            let pattern = Pattern::from_checked(self.texts.get(text).into());
            if !keep(key, pattern, value) {
                self.remove(key);
            }
        }
    }

    /// Removes all values, and gives back their memory.
    pub fn clear(&mut self) {
        *self = Self {
            inserted: self.inserted,
            ..Self::new()
        };
    }

    /// The value with this key, if it has not been removed.
    #[must_use]
    pub fn get(&self, key: PatternKey) -> Option<&T> {
        self.entry(key)?.value()
    }

    /// The value with this key, to be changed.
    #[must_use]
    pub fn get_mut(&mut self, key: PatternKey) -> Option<&mut T> {
        self.entry_mut(key)?.value_mut()
    }

    /// The pattern of the value with this key.
    #[must_use]
    pub fn pattern(&self, key: PatternKey) -> Option<Pattern<'_>> {
        let entry = self.entry(key).filter(|entry| entry.held.is_some())?;
        Some(self.text(entry))
    }

    /// Every value whose pattern matches a topic, each once; see [Order](PatternMap#order).
    ///
    /// Allocates nothing. A text that is no topic is matched by no pattern.
    #[must_use]
    #[inline]
    pub fn matches<'m>(&'m self, topic: &'m str) -> Matches<'m, T> {
        Matches::new(self, topic)
    }

    /// All keys, with their patterns and values, in no particular order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(&self.entries, &self.texts)
    }

    /// All keys, with their patterns, and their values to be changed, in no particular order.
    #[must_use]
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut::new(&mut self.entries, &self.texts)
    }

    fn entry(&self, key: PatternKey) -> Option<&Entry<T>> {
        let entry = self.entries.get(key.index as usize)?;
        (entry.serial == key.serial).then_some(entry)
    }

    fn entry_mut(&mut self, key: PatternKey) -> Option<&mut Entry<T>> {
        let entry = self.entries.get_mut(key.index as usize)?;
        (entry.serial == key.serial).then_some(entry)
    }

    /// The pattern of an entry.
    fn text(&self, entry: &Entry<T>) -> Pattern<'_> {
        Pattern::from_checked(self.texts.get(entry.text).into())
    }

    /// The first entry with this pattern, whose hash is known.
    fn first(&self, hash: u64, pattern: &str) -> Option<First> {
        self.table
            .find(hash, |first| self.texts.is(first.text, pattern))
    }

    /// The first entry with the pattern of this shape that matches a topic, whatever else has its hash.
    #[cold]
    fn find(&self, hash: u64, topic: &Cut<'_>, shape: &Shape) -> Option<First> {
        self.table.find(hash, |first| {
            !self.entries[first.entry as usize].is_guarded()
                && topic.is_spelt(shape, self.texts.from(first.text))
        })
    }

    /// Finds a place for a value: one that was left behind, or a new one.
    fn place(&mut self, value: T, is_guarded: bool, text: Text) -> PatternKey {
        let entry = Entry {
            held: Some(Held { value, is_guarded }),
            text,
            next: NONE,
            previous: NONE,
            serial: self.inserted,
        };
        let place = self.free;
        let place = match self.entries.get_mut(place as usize) {
            Some(left) => {
                self.free = left.next;
                *left = entry;
                place
            }
            None => push(&mut self.entries, entry),
        };
        self.len += 1;
        self.inserted += 1;
        self.entries[place as usize].key(place)
    }

    /// Lets an entry follow another one in the ring of their pattern.
    fn join(&mut self, index: u32, previous: u32) {
        self.entries[index as usize].previous = previous;
        self.entries[previous as usize].next = index;
    }

    /// Takes an entry out of the ring of its pattern, and forgets the pattern after the last.
    fn unlink(&mut self, index: u32, is_guarded: bool) {
        let Entry {
            text,
            next,
            previous,
            ..
        } = self.entries[index as usize];
        let pattern = self.texts.get(text);
        let (shape, sum) = Shape::of(pattern.as_bytes(), self.key);
        let hash = self.key.finish(sum);
        let first = First { entry: index, text };
        if next != index {
            // Does nothing unless the entry was the first.
            self.table.replace(hash, first, First { entry: next, text });
            self.join(next, previous);
            return;
        }
        match shape {
            _ if is_guarded => self.guard.remove(pattern.as_bytes(), self.key),
            Some(shape) => self.shapes.leave(shape),
            None => {}
        }
        self.table.remove(hash, first);
        self.texts.forget(text);
        // That as many bytes have been left behind as there are slots pays for the look at each slot.
        if self.texts.are_mostly_dead() && self.texts.dead() >= self.table.slots() {
            self.pack_texts();
        }
    }

    /// Leaves out the texts of patterns that are there no more.
    fn pack_texts(&mut self) {
        let mut fresh = self.texts.fresh();
        for first in self.table.values_mut() {
            first.text = fresh.add(self.texts.get(first.text));
            let mut index = first.entry;
            loop {
                let entry = &mut self.entries[index as usize];
                entry.text = first.text;
                index = entry.next;
                if index == first.entry {
                    break;
                }
            }
        }
        self.texts = fresh;
    }
}

impl<T> Entry<T> {
    fn key(&self, index: u32) -> PatternKey {
        PatternKey {
            index,
            serial: self.serial,
        }
    }

    #[inline]
    fn value(&self) -> Option<&T> {
        self.held.as_ref().map(|held| &held.value)
    }

    fn value_mut(&mut self) -> Option<&mut T> {
        self.held.as_mut().map(|held| &mut held.value)
    }

    fn is_guarded(&self) -> bool {
        self.held.as_ref().is_some_and(|held| held.is_guarded)
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
