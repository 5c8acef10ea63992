//! The most frequent of any number of distinct texts, in memory that does not grow: the algorithm of Misra and Gries
//! ("Finding repeated elements", 1982), which makes room for many texts at once as that of Anderson and others does ("A
//! High-Performance Algorithm for Identifying Frequent Items in Data Streams", 2017).
//!
//! There is a fixed number of counters. Where a text has none and none is free, all counters are lowered by the median,
//! and those that are left with nothing are free. What was taken away is remembered: each count may be too low by as
//! much. At least half of the counters lose it each time, so it is at most one in `capacity / 2` of all texts.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use smol_str::SmolStr;

/// A fixed number of counters for the most frequent texts.
pub(crate) struct Frequent {
    capacity: usize,
    counters: HashMap<SmolStr, u64, RandomState>,
    /// By how much a count may be too low.
    taken: u64,
}

/// How often a text was counted: at most `at_most`, at least `at_least`, which are the same where the
/// count is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Estimate<'a> {
    pub(crate) text: &'a str,
    pub(crate) at_least: u64,
    pub(crate) at_most: u64,
}

impl Frequent {
    pub(crate) fn new(capacity: usize) -> Self {
        Self {
            capacity: capacity.max(2),
            counters: HashMap::default(),
            taken: 0,
        }
    }

    /// Counts a text once more, in constant time over many texts. Allocates only for a long text that has no counter.
    pub(crate) fn count(&mut self, text: &str) {
        if let Some(count) = self.counters.get_mut(text) {
            *count += 1;
            return;
        }
        if self.counters.len() >= self.capacity {
            self.make_room();
        }
        self.counters.insert(text.into(), 1);
    }

    fn make_room(&mut self) {
        let mut counts: Vec<u64> = self.counters.values().copied().collect();
        let middle = (counts.len() - 1) / 2;
        let (_, median, _) = counts.select_nth_unstable(middle);
        let median = *median;
        self.taken += median;
        self.counters.retain(|_, count| {
            *count = count.saturating_sub(median);
            *count > 0
        });
    }

    /// The texts that have a counter, from the most frequent down.
    pub(crate) fn estimates(&self) -> Vec<Estimate<'_>> {
        let counters = self.counters.iter().map(|(text, count)| Estimate {
            text,
            at_least: *count,
            at_most: count + self.taken,
        });
        let mut estimates: Vec<_> = counters.collect();
        estimates.sort_unstable_by_key(|estimate| (Reverse(estimate.at_least), estimate.text));
        estimates
    }

    /// The most that a text was counted which has no counter; nothing if each has one.
    pub(crate) fn most_of_others(&self) -> u64 {
        self.taken
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

    fn sketch(capacity: usize, ids: &[String]) -> Frequent {
        let mut sketch = Frequent::new(capacity);
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
        assert_eq!(sketch.most_of_others(), 0);
        assert_eq!(sketch.estimates().len(), exact.len());
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
        for capacity in [2, 3, 10, 64, 500] {
            let sketch = sketch(capacity, &ids);
            let others = sketch.most_of_others();
            assert!(0 < others && others <= (ids.len() / (capacity / 2)) as u64);

            let estimates = sketch.estimates();
            assert!(estimates.len() <= capacity);
            assert!(estimates.is_sorted_by_key(|estimate| u64::MAX - estimate.at_most));
            for estimate in &estimates {
                let count = exact[estimate.text];
                assert!(estimate.at_least <= count && count <= estimate.at_most);
            }
            for (text, count) in &exact {
                let has_counter = estimates.iter().any(|estimate| estimate.text == *text);
                assert!(has_counter || *count <= others, "{text}");
            }
        }
    }

    #[test]
    fn it_finds_the_most_frequent_in_order() {
        let ids = skewed_ids(200_000);
        let mut exact: Vec<_> = exact(&ids).into_iter().collect();
        exact.sort_by_key(|(text, count)| (u64::MAX - count, *text));
        let sketch = sketch(1_024, &ids);
        let estimates = sketch.estimates();
        let busiest = estimates.iter().take(5).map(|estimate| estimate.text);
        assert!(busiest.eq(exact.iter().take(5).map(|(text, _)| *text)));
    }
}
