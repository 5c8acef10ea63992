//! The counts so far. However many names there are, this does not grow.

use std::collections::BTreeMap;

use crate::frequent::Frequent;
use crate::lines::Malformed;
use crate::names::{Cut, Names};
use crate::rejection::Rejection;

/// How many values of each placeholder have a counter.
const COUNTERS: usize = 2048;

/// All that the report says, counted name by name.
pub(crate) struct Tally<'l> {
    pub(crate) names: &'l Names<'l>,
    pub(crate) total: u64,
    /// A count for each line of the hierarchy.
    pub(crate) templates: Vec<u64>,
    /// In the order of [`Names::placeholders`].
    pub(crate) values: Vec<Frequent>,
    /// By [`Rejection::label`].
    pub(crate) rejected: BTreeMap<&'static str, u64>,
    cut: Cut,
}

impl<'l> Tally<'l> {
    pub(crate) fn new(names: &'l Names<'l>) -> Self {
        Self {
            names,
            total: 0,
            templates: vec![0; names.lines().len()],
            values: names
                .placeholders()
                .iter()
                .map(|_| Frequent::new(COUNTERS))
                .collect(),
            rejected: BTreeMap::new(),
            cut: Cut::default(),
        }
    }

    /// Counts one name; the place of its line, or why it is not a topic of the hierarchy.
    pub(crate) fn count<'n>(
        &mut self,
        name: Result<&'n str, Malformed<'n>>,
    ) -> Result<usize, Rejection<'n, 'l>> {
        self.total += 1;
        let rejection = match name {
            Err(malformed) => Rejection::of_malformed(&malformed),
            Ok(name) => match self.names.find(name, &mut self.cut) {
                Ok(place) => {
                    self.templates[place] += 1;
                    for (placeholder, value) in self.names.lines()[place].values(name, &self.cut) {
                        self.values[placeholder].count(value);
                    }
                    return Ok(place);
                }
                Err(fault) => Rejection::of_name(name, fault),
            },
        };
        *self.rejected.entry(rejection.label()).or_default() += 1;
        Err(rejection)
    }

    pub(crate) fn rejections(&self) -> u64 {
        self.rejected.values().sum()
    }
}
