//! To find the values of all patterns that match a topic, among many; to add patterns and to remove them.

use std::iter;
use std::time::Duration;

use topics_benches::{MapInputs, Race, Report, each, time};

use crate::TOPICS;
use crate::maps::{KeyExpressionTree, Map, Mqtt, Ours, Quill};

/// So many topics a round: a lap should be shorter than what the system gives a program at a time.
const LAP: usize = 1_024;

/// So many topics that repeat.
const FEW: usize = 256;

/// So many rounds, and one to warm up, each with other topics.
const ROUNDS: usize = 127;

/// To fill a map takes seconds.
const INSERT_ROUNDS: usize = 3;

/// So many rounds, in each of which one in so many patterns is removed.
const REMOVE_ROUNDS: usize = 31;
const PART: usize = 128;

pub(crate) fn run(report: &mut Report) {
    let sizes = [
        (1_000, "1 k", 0.4),
        (100_000, "100 k", 0.25),
        (1_000_000, "1 M", 0.25),
    ];
    for (patterns, size, goal) in sizes {
        let inputs = MapInputs::new(patterns, LAP * (ROUNDS + 1));
        let matching = format!("match {:.1} of {size} patterns", inputs.matches_per_topic);
        let (ours, quill) = (topics::<Ours>(&inputs), topics::<Quill>(&inputs));
        let (mqtt, zenoh) = (
            topics::<Mqtt>(&inputs),
            topics::<KeyExpressionTree>(&inputs),
        );
        let ours = &mut Entrant::<Ours>::new(&inputs, &ours);
        let quill = &mut Entrant::<Quill>::new(&inputs, &quill);
        let mqtt = &mut Entrant::<Mqtt>::new(&inputs, &mqtt);
        let zenoh = &mut Entrant::<KeyExpressionTree>::new(&inputs, &zenoh);
        let expected = ours.sums();
        assert_eq!(quill.sums(), expected);
        assert_eq!(mqtt.sums(), expected);
        assert_eq!(zenoh.sums(), expected[..zenoh.sums().len()]);

        Race::new(format!("{matching}, topics that repeat"), LAP, ours.again())
            .rounds(ROUNDS)
            .rival(Quill::NAME, quill.again())
            .within_fastest(goal)
            .rival(Mqtt::NAME, mqtt.again())
            .within_fastest(goal)
            .rival(KeyExpressionTree::NAME, zenoh.again())
            .run(report);
        Race::new(format!("{matching}, topics that don't"), LAP, ours.afresh())
            .rounds(ROUNDS)
            .rival(Quill::NAME, quill.afresh())
            .within_fastest(goal)
            .rival(Mqtt::NAME, mqtt.afresh())
            .within_fastest(goal)
            .rival(KeyExpressionTree::NAME, zenoh.afresh())
            .run(report);

        if patterns < 1_000_000 {
            continue;
        }
        Race::new(
            format!("insert, up to {size} patterns"),
            patterns,
            ours.fill(),
        )
        .rounds(INSERT_ROUNDS)
        .rival(Quill::NAME, quill.fill())
        .within_fastest(0.25)
        .rival(Mqtt::NAME, mqtt.fill())
        .within_fastest(0.25)
        .rival(KeyExpressionTree::NAME, zenoh.fill())
        .run(report);
        let part = patterns.div_ceil(PART);
        Race::new(format!("remove, from {size} patterns"), part, ours.drain())
            .rounds(REMOVE_ROUNDS)
            .rival(Quill::NAME, quill.drain())
            .within_fastest(0.4)
            .rival(Mqtt::NAME, mqtt.drain())
            .within_fastest(0.4)
            .rival(KeyExpressionTree::NAME, zenoh.drain())
            .run(report);
    }
}

/// The topics as a map wants them, a line each: as in a buffer that they were received in, so that one's are no
/// more scattered over the memory than another's.
fn topics<M: Map>(inputs: &MapInputs) -> String {
    let lines = inputs.topics.iter().map(|topic| M::topic(topic) + "\n");
    lines.collect()
}

/// A map of the patterns, and the topics as it wants them.
struct Entrant<'a, M: Map> {
    patterns: Vec<M::Pattern>,
    topics: Vec<&'a str>,
    map: M,
    keys: Vec<M::Key>,
}

impl<'a, M: Map> Entrant<'a, M> {
    fn new(inputs: &MapInputs, topics: &'a str) -> Self {
        let patterns: Vec<_> = inputs
            .patterns
            .iter()
            .map(|text| M::pattern(text))
            .collect();
        let (map, keys) = filled(patterns.clone());
        Self {
            patterns,
            topics: topics.lines().collect(),
            map,
            keys,
        }
    }

    /// What it finds for some topics.
    fn sums(&self) -> Vec<u64> {
        let share = TOPICS / M::SHARE as usize;
        self.topics[..share]
            .iter()
            .map(|topic| self.map.sum(topic))
            .collect()
    }

    /// Matches a few topics, again and again.
    fn again(&self) -> impl FnMut() -> Duration {
        let few = iter::repeat_n(&self.topics[..FEW], LAP / FEW).flatten();
        let few: Vec<_> = few.copied().collect();
        move || self.lap(&few)
    }

    /// Matches other topics each time.
    fn afresh(&self) -> impl FnMut() -> Duration {
        let mut chunks = self.topics.chunks(LAP).cycle();
        move || self.lap(chunks.next().unwrap_or_default())
    }

    fn lap(&self, topics: &[&str]) -> Duration {
        let share = &topics[..topics.len() / M::SHARE as usize];
        each(share, |topic| self.map.sum(topic))() * M::SHARE
    }

    /// Inserts all patterns into an empty map.
    fn fill(&self) -> impl FnMut() -> Duration {
        || {
            let patterns = self.patterns.clone();
            time(|| filled::<M>(patterns))
        }
    }

    /// Removes other patterns each time, from all over the map, and puts them back when the time has been
    /// taken.
    fn drain(&mut self) -> impl FnMut() -> Duration {
        let Self {
            patterns,
            map,
            keys,
            ..
        } = self;
        let mut firsts = (0..PART).cycle();
        move || {
            let first = firsts.next().unwrap_or_default();
            let chosen = || (first..patterns.len()).step_by(PART);
            let lap =
                time(|| chosen().for_each(|index| map.remove(&patterns[index], &keys[index])));
            for index in chosen() {
                keys[index] = map.insert(patterns[index].clone(), number(index));
            }
            lap
        }
    }
}

/// A map of these patterns, each with its index.
fn filled<M: Map>(patterns: Vec<M::Pattern>) -> (M, Vec<M::Key>) {
    let mut map = M::default();
    let insert = |(index, pattern)| map.insert(pattern, number(index));
    let keys = patterns.into_iter().enumerate().map(insert).collect();
    (map, keys)
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("a million at most")
}
