//! A race: several contestants do the same work, taking turns.
//!
//! What disturbs the machine for a second disturbs all of them, and so the ratio of two, taken in each round
//! and of these the median, is steady where their times are not.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::Report;
use crate::report::Comparison;

/// This project and its rivals at one piece of work.
pub struct Race<'a> {
    work: String,
    operations: usize,
    rounds: usize,
    ours: Box<dyn FnMut() -> Duration + 'a>,
    rivals: Vec<Rival<'a>>,
}

struct Rival<'a> {
    name: String,
    goal: Goal,
    lap: Box<dyn FnMut() -> Duration + 'a>,
}

/// How much of the rival's time may be taken.
enum Goal {
    None,
    Within(f64),
    /// Counts for the fastest of the rivals that have this goal.
    WithinFastest(f64),
}

impl<'a> Race<'a> {
    /// A piece of work of so many operations, and how this project does it.
    pub fn new(
        work: impl Into<String>,
        operations: usize,
        ours: impl FnMut() -> Duration + 'a,
    ) -> Self {
        Self {
            work: work.into(),
            operations,
            rounds: 301,
            ours: Box::new(ours),
            rivals: Vec::new(),
        }
    }

    /// How often everyone has a turn; 301 times, unless the work is long.
    #[must_use]
    pub fn rounds(mut self, rounds: usize) -> Self {
        self.rounds = rounds;
        self
    }

    /// Somebody else who does the work.
    #[must_use]
    pub fn rival(mut self, name: impl Into<String>, lap: impl FnMut() -> Duration + 'a) -> Self {
        self.rivals.push(Rival {
            name: name.into(),
            goal: Goal::None,
            lap: Box::new(lap),
        });
        self
    }

    /// Holds this project to a part of the time of the rival before.
    #[must_use]
    pub fn within(self, ratio: f64) -> Self {
        self.hold(Goal::Within(ratio))
    }

    /// Holds this project to a part of the time of the rival before, if none of those with such a goal is
    /// faster.
    #[must_use]
    pub fn within_fastest(self, ratio: f64) -> Self {
        self.hold(Goal::WithinFastest(ratio))
    }

    fn hold(mut self, goal: Goal) -> Self {
        if let Some(rival) = self.rivals.last_mut() {
            rival.goal = goal;
        }
        self
    }

    /// Runs the race, after one round that does not count, and adds a line for each rival to the report.
    pub fn run(mut self, report: &mut Report) {
        let mut ours = Vec::with_capacity(self.rounds);
        let mut theirs = vec![Vec::with_capacity(self.rounds); self.rivals.len()];
        for round in 0..=self.rounds {
            let own = (self.ours)();
            let laps: Vec<_> = self.rivals.iter_mut().map(|rival| (rival.lap)()).collect();
            if round == 0 {
                continue;
            }
            ours.push(own);
            for (all, lap) in theirs.iter_mut().zip(laps) {
                all.push(lap);
            }
        }

        let fastest = self
            .rivals
            .iter()
            .zip(&theirs)
            .filter(|(rival, _)| matches!(rival.goal, Goal::WithinFastest(_)))
            .map(|(_, laps)| median(laps.iter().copied()))
            .min();
        for (rival, laps) in self.rivals.iter().zip(&theirs) {
            let theirs = median(laps.iter().copied());
            let ratios = ours
                .iter()
                .zip(laps)
                .map(|(own, lap)| own.div_duration_f64(*lap));
            report.compare(&Comparison {
                work: &self.work,
                ours: per_operation(median(ours.iter().copied()), self.operations),
                rival: &rival.name,
                theirs: per_operation(theirs, self.operations),
                ratio: median_ratio(ratios.collect()),
                goal: match rival.goal {
                    Goal::Within(ratio) => Some(ratio),
                    Goal::WithinFastest(ratio) if Some(theirs) == fastest => Some(ratio),
                    _ => None,
                },
            });
        }
    }
}

/// Does something with each of the inputs, and says how long it took.
pub fn each<'a, T, R>(
    inputs: &'a [T],
    mut work: impl FnMut(&'a T) -> R + 'a,
) -> impl FnMut() -> Duration + 'a {
    move || {
        time(|| {
            for input in inputs {
                black_box(work(black_box(input)));
            }
        })
    }
}

/// How long something takes; to drop what comes of it does not count.
pub fn time<R>(work: impl FnOnce() -> R) -> Duration {
    let start = Instant::now();
    let result = black_box(work());
    let lap = start.elapsed();
    drop(result);
    lap
}

fn median(laps: impl Iterator<Item = Duration>) -> Duration {
    let mut laps: Vec<_> = laps.collect();
    laps.sort_unstable();
    laps[laps.len() / 2]
}

fn median_ratio(mut ratios: Vec<f64>) -> f64 {
    ratios.sort_unstable_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

/// In nanoseconds.
#[expect(clippy::cast_precision_loss, reason = "a few millions at most")]
fn per_operation(lap: Duration, operations: usize) -> f64 {
    lap.as_secs_f64() * 1e9 / operations as f64
}
