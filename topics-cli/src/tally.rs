//! The counts so far. However many names there are, this does not grow.

use std::collections::BTreeMap;

use crate::lines::Malformed;
use crate::names::Names;
use crate::rejection::Rejection;
use crate::space_saving::SpaceSaving;

/// How many values of each placeholder have a counter.
const COUNTERS: usize = 1024;

/// All that the report says, counted name by name.
pub(crate) struct Tally<'l> {
    pub(crate) names: &'l Names<'l>,
    pub(crate) total: u64,
    /// A count for each line of the hierarchy.
    pub(crate) templates: Vec<u64>,
    /// By the name of the placeholder.
    pub(crate) values: BTreeMap<&'l str, SpaceSaving>,
    /// By [`Rejection::label`].
    pub(crate) rejected: BTreeMap<&'static str, u64>,
}

impl<'l> Tally<'l> {
    pub(crate) fn new(names: &'l Names<'l>) -> Self {
        Self {
            names,
            total: 0,
            templates: vec![0; names.lines().len()],
            values: BTreeMap::new(),
            rejected: BTreeMap::new(),
        }
    }

    /// Counts one name; the place of its line, or why it is no topic of the hierarchy.
    pub(crate) fn count<'n>(
        &mut self,
        name: Result<&'n str, Malformed<'n>>,
    ) -> Result<usize, Rejection<'n, 'l>> {
        self.total += 1;
        let rejection = match name {
            Err(malformed) => Rejection::of_malformed(&malformed),
            Ok(name) => match self.names.find(name) {
                Ok(place) => {
                    self.templates[place] += 1;
                    for (placeholder, value) in self.names.lines()[place].values(name) {
                        let values = self.values.entry(placeholder);
                        let values = values.or_insert_with(|| SpaceSaving::new(COUNTERS));
                        values.count(value);
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
