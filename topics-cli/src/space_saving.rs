//! The most frequent of any number of distinct texts, in memory that does not grow: the Space-Saving
//! algorithm of Metwally, Agrawal and El Abbadi ("Efficient Computation of Frequent and Top-k
//! Elements in Data Streams", 2005).
//!
//! There is a fixed number of counters. A text that has none takes over the lowest, count included:
//! its own count is then too high by at most what it took over, and that is remembered. Whatever
//! makes up more than one in `capacity` of all texts has a counter for certain.

use std::collections::HashMap;
use std::rc::Rc;

/// A fixed number of counters for the most frequent texts.
pub(crate) struct SpaceSaving {
    capacity: usize,
    /// Each counter keeps its place for ever; `order` and `rank` say which is how high.
    counters: Vec<Counter>,
    /// The places of the counters, from the highest count to the lowest.
    order: Vec<usize>,
    places: HashMap<Rc<str>, usize>,
    has_evicted: bool,
}

struct Counter {
    text: Rc<str>,
    count: u64,
    error: u64,
    /// Where this counter is in `order`.
    rank: usize,
}

/// How often a text was counted: at most `at_most`, at least `at_least`, which are the same where the
/// count is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Estimate<'a> {
    pub(crate) text: &'a str,
    pub(crate) at_least: u64,
    pub(crate) at_most: u64,
}

impl SpaceSaving {
    pub(crate) fn new(capacity: usize) -> Self {
        Self {
            capacity,
            counters: Vec::new(),
            order: Vec::new(),
            places: HashMap::new(),
            has_evicted: false,
        }
    }

    /// Counts a text once more, in time logarithmic in the capacity. Allocates only for a text that
    /// has no counter.
    pub(crate) fn count(&mut self, text: &str) {
        if let Some(&place) = self.places.get(text) {
            self.increment(place);
        } else if self.counters.len() < self.capacity {
            let place = self.add(text);
            self.increment(place);
        } else if let Some(&lowest) = self.order.last() {
            self.take_over(lowest, text);
            self.increment(lowest);
        }
    }

    fn add(&mut self, text: &str) -> usize {
        let place = self.counters.len();
        let text: Rc<str> = text.into();
        self.places.insert(Rc::clone(&text), place);
        self.counters.push(Counter {
            text,
            count: 0,
            error: 0,
            rank: self.order.len(),
        });
        self.order.push(place);
        place
    }

    fn take_over(&mut self, place: usize, text: &str) {
        self.has_evicted = true;
        let text: Rc<str> = text.into();
        let counter = &mut self.counters[place];
        self.places.remove(&counter.text);
        self.places.insert(Rc::clone(&text), place);
        counter.error = counter.count;
        counter.text = text;
    }

    /// Among its equals, a counter may go first; there, one more keeps the order.
    fn increment(&mut self, place: usize) {
        let Counter { count, rank, .. } = self.counters[place];
        let first = self
            .order
            .partition_point(|&other| self.counters[other].count > count);
        let displaced = self.order[first];
        self.order.swap(first, rank);
        self.counters[displaced].rank = rank;
        self.counters[place].rank = first;
        self.counters[place].count += 1;
    }

    /// The texts that have a counter, from the most frequent down.
    pub(crate) fn estimates(&self) -> impl Iterator<Item = Estimate<'_>> {
        self.order.iter().map(|&place| {
            let counter = &self.counters[place];
            Estimate {
                text: &counter.text,
                at_least: counter.count - counter.error,
                at_most: counter.count,
            }
        })
    }

    /// How many texts have a counter.
    pub(crate) fn len(&self) -> usize {
        self.counters.len()
    }

    /// Whether some text lost its counter, so that there are more than are counted.
    pub(crate) fn has_evicted(&self) -> bool {
        self.has_evicted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ids such that low numbers are far more frequent, from a fixed seed (Knuth's MMIX generator).
    fn skewed_ids(count: usize) -> Vec<String> {
        let mut state = 17_u64;
        let mut random = move |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let mut id = move || {
            let below = random(2_000) + 1;
            let below = random(below) + 1;
            format!("id-{}", random(below))
        };
        (0..count).map(|_| id()).collect()
    }

    fn exact(ids: &[String]) -> HashMap<&str, u64> {
        let mut counts = HashMap::new();
        for id in ids {
            *counts.entry(id.as_str()).or_default() += 1;
        }
        counts
    }

    fn sketch(capacity: usize, ids: &[String]) -> SpaceSaving {
        let mut sketch = SpaceSaving::new(capacity);
        for id in ids {
            sketch.count(id);
        }
        sketch
    }

    #[test]
    fn it_is_exact_while_every_text_has_a_counter() {
        let ids = skewed_ids(20_000);
        let exact = exact(&ids);
        let sketch = sketch(exact.len(), &ids);
        assert!(!sketch.has_evicted());
        assert_eq!(sketch.len(), exact.len());
        for Estimate {
            text,
            at_least,
            at_most,
        } in sketch.estimates()
        {
            assert_eq!((at_least, at_most), (exact[text], exact[text]), "{text}");
        }
    }

    #[test]
    fn it_keeps_its_promises_when_there_are_too_few_counters() {
        let ids = skewed_ids(20_000);
        let exact = exact(&ids);
        for capacity in [1, 2, 3, 10, 64, 500] {
            let sketch = sketch(capacity, &ids);
            assert!(sketch.has_evicted());
            assert_eq!(sketch.len(), capacity);

            let estimates: Vec<_> = sketch.estimates().collect();
            assert!(estimates.is_sorted_by_key(|estimate| u64::MAX - estimate.at_most));
            // Every text is counted somewhere, and only once.
            let total: u64 = estimates.iter().map(|estimate| estimate.at_most).sum();
            assert_eq!(total, ids.len() as u64);
            for estimate in &estimates {
                let count = exact[estimate.text];
                assert!(estimate.at_least <= count && count <= estimate.at_most);
            }

            let lowest = estimates[capacity - 1].at_most;
            assert!(lowest <= (ids.len() / capacity) as u64);
            for (text, count) in &exact {
                let has_counter = estimates.iter().any(|estimate| estimate.text == *text);
                assert!(has_counter || *count <= lowest, "{text}");
            }
        }
    }

    #[test]
    fn it_finds_the_most_frequent_in_order() {
        let ids = skewed_ids(200_000);
        let mut exact: Vec<_> = exact(&ids).into_iter().collect();
        exact.sort_by_key(|(_, count)| u64::MAX - count);
        let sketch = sketch(1_024, &ids);
        let busiest = sketch.estimates().take(5).map(|estimate| estimate.text);
        assert!(busiest.eq(exact.iter().take(5).map(|(text, _)| *text)));
    }

    #[test]
    fn no_counters_count_nothing() {
        let sketch = sketch(0, &skewed_ids(10));
        assert_eq!(sketch.estimates().count(), 0);
    }
}
