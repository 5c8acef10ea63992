//! Which of the entries with one skeleton have become which.
//!
//! Everything is paired that can be, and of all the pairings that leave the same number over, one for which
//! the following are the least, the first that differs deciding:
//!
//! 1. the pairs that differ on the wire, in more than names and the order of values;
//! 2. the pairs that break;
//! 3. the changes that break;
//! 4. the changes.
//!
//! So nothing is called broken that another pairing would not break. Pairs come before changes, or a line
//! that is as it was would be broken to spare another one some changes. That two entries are the same on the
//! wire, or that one takes all that the other does, goes on to a third: so those that are alone in being the
//! same are in every such pairing, and need no search.
//!
//! The costs of the others are computed from numbers that stand for texts, one row at a time. Some millions
//! of them are kept for when a row is asked for again; others are computed again, so memory is bounded.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;
use core::mem;

use super::assignment::{Cost, Costs, assign};
use crate::lock::LockEntry;
use crate::template::PlaceholderKind;

/// An index of an old entry, and one of the new entry that it has become.
pub(super) type Pair = (usize, usize);

pub(super) fn pair(gone: &[&LockEntry], came: &[&LockEntry]) -> Vec<Pair> {
    if gone.is_empty() || came.is_empty() {
        return Vec::new();
    }
    let mut classes: BTreeMap<Wire<'_>, [Vec<usize>; 2]> = BTreeMap::new();
    for (side, entries) in [gone, came].into_iter().enumerate() {
        for (index, entry) in entries.iter().enumerate() {
            classes.entry(Wire::of(entry)).or_default()[side].push(index);
        }
    }
    let mut pairs = Vec::new();
    let mut others = [Vec::new(), Vec::new()];
    for (class, sides) in classes.values().enumerate() {
        if let [[old], [new]] = sides.each_ref().map(Vec::as_slice) {
            pairs.push((*old, *new));
            continue;
        }
        for (others, indices) in others.iter_mut().zip(sides) {
            others.extend(indices.iter().map(|index| (*index, class)));
        }
    }
    for others in &mut others {
        others.sort_unstable();
    }
    pairs.extend(pair_others(gone, came, &others));
    pairs
}

fn pair_others(
    gone: &[&LockEntry],
    came: &[&LockEntry],
    others: &[Vec<(usize, usize)>; 2],
) -> Vec<Pair> {
    let mut numbers = Numbers::default();
    let [old, new] = [(gone, &others[0]), (came, &others[1])].map(|(entries, others)| {
        let entries = others
            .iter()
            .map(|(index, class)| (entries[*index], *class));
        Side::new(entries, &mut numbers)
    });
    let is_backwards = old.len() > new.len();
    let (rows, columns) = if is_backwards { (new, old) } else { (old, new) };
    if rows.len() == 0 {
        return Vec::new();
    }
    let assigned = assign(&mut Table::new(rows, columns, is_backwards));
    let pairs = assigned.into_iter().enumerate().map(|(row, column)| {
        let (old, new) = if is_backwards {
            (column, row)
        } else {
            (row, column)
        };
        (others[0][old].0, others[1][new].0)
    });
    pairs.collect()
}

/// What of an entry is on the wire: all but names, and the order of values.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Wire<'a> {
    placeholders: Vec<Takes<'a>>,
    payload: Option<&'a str>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Takes<'a> {
    Plain,
    Tail,
    Typed(&'a str),
    Closed(Vec<&'a str>),
}

impl<'a> Wire<'a> {
    fn of(entry: &'a LockEntry) -> Self {
        let placeholders = entry.template().placeholders();
        let takes = placeholders.map(|placeholder| match placeholder.kind() {
            PlaceholderKind::Plain => Takes::Plain,
            PlaceholderKind::Tail => Takes::Tail,
            PlaceholderKind::Typed(of) => Takes::Typed(of),
            PlaceholderKind::Closed(values) => {
                let mut values: Vec<&str> = values.clone().collect();
                values.sort_unstable();
                Takes::Closed(values)
            }
        });
        Self {
            placeholders: takes.collect(),
            payload: entry.payload(),
        }
    }
}

/// A number for each text; the same text has the same number.
#[derive(Default)]
struct Numbers<'a>(BTreeMap<(&'static str, &'a str), usize>);

impl<'a> Numbers<'a> {
    /// The number of a text of some kind.
    fn of(&mut self, kind: &'static str, text: &'a str) -> usize {
        let next = self.0.len();
        *self.0.entry((kind, text)).or_insert(next)
    }
}

/// Entries in numbers.
struct Side {
    /// What is the same on the wire has the same number.
    classes: Vec<usize>,
    payloads: Vec<Option<usize>>,
    /// From left to right.
    places: Vec<Place>,
}

/// The placeholders that the entries have at one place.
#[derive(Default)]
struct Place {
    names: Vec<usize>,
    /// Of kind and type, or of the values in their order.
    kinds: Vec<usize>,
    /// The values of those that are closed; none of others.
    values: Vec<Vec<usize>>,
    /// The entries that take a value.
    takers: BTreeMap<usize, Vec<usize>>,
}

impl Side {
    fn new<'a>(
        entries: impl Iterator<Item = (&'a LockEntry, usize)>,
        numbers: &mut Numbers<'a>,
    ) -> Self {
        let mut side = Self {
            classes: Vec::new(),
            payloads: Vec::new(),
            places: Vec::new(),
        };
        for (index, (entry, class)) in entries.enumerate() {
            side.classes.push(class);
            let payload = entry.payload();
            side.payloads
                .push(payload.map(|of| numbers.of("payload", of)));
            for (at, placeholder) in entry.template().placeholders().enumerate() {
                if side.places.len() == at {
                    side.places.push(Place::default());
                }
                let place = &mut side.places[at];
                place.names.push(numbers.of("name", placeholder.name()));
                let mut values = Vec::new();
                place.kinds.push(match placeholder.kind() {
                    PlaceholderKind::Plain => numbers.of("plain", ""),
                    PlaceholderKind::Tail => numbers.of("tail", ""),
                    PlaceholderKind::Typed(of) => numbers.of("type", of),
                    PlaceholderKind::Closed(listed) => {
                        values.extend(listed.clone().map(|value| numbers.of("value", value)));
                        numbers.of("values", listed.as_str())
                    }
                });
                for value in &values {
                    place.takers.entry(*value).or_default().push(index);
                }
                place.values.push(values);
            }
        }
        side
    }

    fn len(&self) -> usize {
        self.classes.len()
    }
}

/// How many costs are kept: 32 MiB of them.
const MOST_KEPT: usize = 1 << 21;

/// The costs of every pair; a row of them at a time.
struct Table {
    rows: Side,
    columns: Side,
    /// Whether the rows are the new entries.
    is_backwards: bool,
    /// The rows that are kept; of others, nothing.
    kept: Vec<Vec<Cost>>,
    /// How many rows may yet be kept.
    room: usize,
    /// Of the row that was asked for, if it is not kept.
    row: Vec<Cost>,
    differences: Vec<Differences>,
    /// The values that an entry shares with those of the columns.
    shared: Vec<usize>,
}

/// How many changes there are between two entries, and how many of them break.
#[derive(Clone, Copy, Default)]
struct Differences {
    breaking: usize,
    all: usize,
}

impl Table {
    fn new(rows: Side, columns: Side, is_backwards: bool) -> Self {
        Self {
            kept: vec![Vec::new(); rows.len()],
            room: MOST_KEPT / columns.len().max(1),
            row: vec![0; columns.len()],
            differences: vec![Differences::default(); columns.len()],
            shared: vec![0; columns.len()],
            rows,
            columns,
            is_backwards,
        }
    }

    fn compute(&mut self, row: usize) {
        self.differences.fill(Differences::default());
        for place in 0..self.rows.places.len() {
            self.compare_place(place, row);
        }
        self.compare_payloads(row);
        let class = self.rows.classes[row];
        let columns = self.columns.classes.iter().zip(&self.differences);
        for (cost, (other, differences)) in self.row.iter_mut().zip(columns) {
            *cost = weigh(class != *other, *differences);
        }
    }

    /// Adds what differs at one place.
    fn compare_place(&mut self, at: usize, row: usize) {
        let (here, there) = (&self.rows.places[at], &self.columns.places[at]);
        let (name, kind, values) = (here.names[row], here.kinds[row], &here.values[row]);
        self.shared.fill(0);
        for value in values {
            for taker in there.takers.get(value).into_iter().flatten() {
                self.shared[*taker] += 1;
            }
        }
        for (column, differences) in self.differences.iter_mut().enumerate() {
            differences.all += usize::from(there.names[column] != name);
            if there.kinds[column] == kind {
                continue;
            }
            let others = there.values[column].len();
            if values.is_empty() || others == 0 {
                differences.breaking += 1;
                differences.all += 1;
                continue;
            }
            let shared = self.shared[column];
            let (mut removed, mut added) = (values.len() - shared, others - shared);
            if self.is_backwards {
                mem::swap(&mut removed, &mut added);
            }
            differences.breaking += removed;
            // If nothing else, the order is another one.
            differences.all += (removed + added).max(1);
        }
    }

    fn compare_payloads(&mut self, row: usize) {
        let here = self.rows.payloads[row];
        for (there, differences) in self.columns.payloads.iter().zip(&mut self.differences) {
            if *there != here {
                let had = if self.is_backwards { *there } else { here };
                differences.breaking += usize::from(had.is_some());
                differences.all += 1;
            }
        }
    }
}

impl Costs for Table {
    fn rows(&self) -> usize {
        self.rows.len()
    }

    fn columns(&self) -> usize {
        self.columns.len()
    }

    fn of_row(&mut self, row: usize) -> &[Cost] {
        if self.kept[row].is_empty() {
            self.compute(row);
            if self.room == 0 {
                return &self.row;
            }
            self.room -= 1;
            self.kept[row].clone_from(&self.row);
        }
        &self.kept[row]
    }
}

/// One number in which what matters more stands to the left. No count reaches into the next one: all that
/// can be counted has a byte of its own in a file, and a file of 4 GiB is no lock.
fn weigh(differs_on_wire: bool, differences: Differences) -> Cost {
    let counts = [
        usize::from(differs_on_wire),
        usize::from(differences.breaking > 0),
        differences.breaking,
        differences.all,
    ];
    counts
        .into_iter()
        .fold(0, |cost, count| (cost << 32) + count as Cost)
}
