//! The table, one line for each figure, printed as soon as it is known and ready for the README.

use std::env;
use std::fmt;
use std::fs;
use std::process::Command;
use std::thread;

/// A table under a heading.
pub struct Report {
    filters: Vec<String>,
    goals: usize,
    reached: usize,
}

/// A figure that is no time.
pub struct Figure<'a> {
    /// What was done.
    pub work: &'a str,
    /// What is counted.
    pub unit: &'a str,
    /// How much of it this project takes.
    pub ours: f64,
    /// How much it may be at most.
    pub goal: Option<f64>,
    /// What others take.
    pub rivals: &'a [Beside<'a>],
}

/// What somebody else takes of it.
pub struct Beside<'a> {
    name: &'a str,
    takes: f64,
    goal: Option<f64>,
}

impl<'a> Beside<'a> {
    /// Who takes how much.
    #[must_use]
    pub fn new(name: &'a str, takes: f64) -> Self {
        Self {
            name,
            takes,
            goal: None,
        }
    }

    /// Holds this project to a part of that.
    #[must_use]
    pub fn within(mut self, ratio: f64) -> Self {
        self.goal = Some(ratio);
        self
    }
}

/// One line of a race; times are in nanoseconds.
pub(crate) struct Comparison<'a> {
    pub(crate) work: &'a str,
    pub(crate) ours: f64,
    pub(crate) rival: &'a str,
    pub(crate) theirs: f64,
    pub(crate) ratio: f64,
    pub(crate) goal: Option<f64>,
}

impl Report {
    /// Begins the table, with the machine and the date; the arguments of the program are filters.
    #[must_use]
    pub fn new(title: &str) -> Self {
        println!("### {title}\n\n{}\n", conditions());
        println!("| work | `topics` | against | which takes | ratio | goal |");
        println!("| --- | --- | --- | --- | --- | --- |");
        Self {
            filters: env::args()
                .skip(1)
                .filter(|arg| !arg.starts_with('-'))
                .collect(),
            goals: 0,
            reached: 0,
        }
    }

    /// Whether a group of races was asked for; all are, if there is no filter.
    #[must_use]
    pub fn wants(&self, group: &str) -> bool {
        self.filters.is_empty()
            || self
                .filters
                .iter()
                .any(|filter| group.contains(filter.as_str()))
    }

    /// Adds a figure that is no time.
    pub fn figure(&mut self, figure: &Figure<'_>) {
        let Figure {
            work,
            unit,
            ours,
            goal,
            rivals,
        } = figure;
        let ours_in_digits = Significant(*ours);
        if goal.is_some() {
            let verdict = self.verdict(*ours, *goal);
            println!("| {work} | {ours_in_digits} {unit} | | | |{verdict} |");
        }
        for Beside { name, takes, goal } in *rivals {
            let ratio = ours / takes;
            let verdict = self.verdict(ratio, *goal);
            println!(
                "| {work} | {ours_in_digits} {unit} | {name} | {} | {} |{verdict} |",
                Significant(*takes),
                Ratio(ratio),
            );
        }
    }

    pub(crate) fn compare(&mut self, comparison: &Comparison<'_>) {
        let Comparison {
            work,
            ours,
            rival,
            theirs,
            ratio,
            goal,
        } = comparison;
        let verdict = self.verdict(*ratio, *goal);
        println!(
            "| {work} | {} | {rival} | {} | {} |{verdict} |",
            Time(*ours),
            Time(*theirs),
            Ratio(*ratio),
        );
    }

    fn verdict(&mut self, value: f64, goal: Option<f64>) -> String {
        let Some(goal) = goal else {
            return String::new();
        };
        self.goals += 1;
        if value <= goal {
            self.reached += 1;
            format!(" ≤ {goal}: reached")
        } else {
            format!(" ≤ {goal}: **missed**")
        }
    }
}

/// Ends the table with the sum of it.
impl Drop for Report {
    fn drop(&mut self) {
        println!("\n{} of {} goals reached.\n", self.reached, self.goals);
    }
}

/// The machine, the compiler and the date.
fn conditions() -> String {
    let cores = thread::available_parallelism().map_or(0, usize::from);
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cpu = cpus
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or(env::consts::ARCH, |(_, name)| name);
    let rustc = said_by("rustc", &["--version"]);
    let date = said_by("date", &["-u", "+%F"]);
    format!("{cores} cores of {cpu}, {rustc}, {date}; medians.")
}

fn said_by(program: &str, arguments: &[&str]) -> String {
    Command::new(program).args(arguments).output().map_or_else(
        |_| format!("(no `{program}`)"),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}

/// Nanoseconds, in the unit that suits them.
struct Time(f64);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (value, unit) = match self.0 {
            nanoseconds if nanoseconds < 1e3 => (nanoseconds, "ns"),
            nanoseconds if nanoseconds < 1e6 => (nanoseconds / 1e3, "µs"),
            nanoseconds if nanoseconds < 1e9 => (nanoseconds / 1e6, "ms"),
            nanoseconds => (nanoseconds / 1e9, "s"),
        };
        write!(f, "{} {unit}", Significant(value))
    }
}

/// What counts, to two decimals.
struct Ratio(f64);

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ratio if ratio < 0.01 => f.write_str("< 0.01"),
            ratio => write!(f, "{ratio:.2}"),
        }
    }
}

/// Three digits of a number, or all before the point.
struct Significant(f64);

impl fmt::Display for Significant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = match self.0 {
            value if value == 0.0 || value >= 99.95 => 0,
            value if value >= 9.995 => 1,
            _ => 2,
        };
        write!(f, "{:.decimals$}", self.0)
    }
}
