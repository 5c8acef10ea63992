//! Who goes with whom, so that the sum of the costs is the least.
//!
//! The assignment problem, by shortest augmenting paths (Kuhn, Munkres; Jonker and Volgenant): rows are
//! given a column one after the other, and where those that a row would have are taken, the cheapest chain
//! of rows moves on. Every row and column has a price, and no pair costs less than its two prices: that
//! the pairs which are chosen cost just as much is the proof that no others cost less.
//!
//! Nearly always a row's cheapest column is free, and then a row is looked at once.

use alloc::vec;
use alloc::vec::Vec;

/// Numbers that can be added without overflow, however many rows there are.
pub(super) type Cost = i128;

/// What it costs to give a row each of the columns.
pub(super) trait Costs {
    fn rows(&self) -> usize;

    /// At least as many as there are rows.
    fn columns(&self) -> usize;

    fn of_row(&mut self, row: usize) -> &[Cost];
}

/// The column of each row, no two the same; the same costs always have the same answer.
///
/// At worst cubic; memory is linear, besides that of the costs.
pub(super) fn assign(costs: &mut dyn Costs) -> Vec<usize> {
    let mut state = State::new(costs.rows(), costs.columns());
    let waiting = state.take_what_is_free(costs);
    for row in waiting {
        state.augment(row, costs);
    }
    let mut columns = vec![0; costs.rows()];
    for (column, row) in state.row_of.iter().enumerate() {
        if let Some(row) = row {
            columns[*row] = column;
        }
    }
    columns
}

struct State {
    /// What a row pays.
    row_price: Vec<Cost>,
    /// What a column is paid, as a negative number; nothing as long as it is free.
    column_price: Vec<Cost>,
    row_of: Vec<Option<usize>>,
    /// Of the search: the least known to be paid besides for each column, and the column before it.
    distance: Vec<Cost>,
    before: Vec<Option<usize>>,
    /// The columns, those that have been settled first, in their order.
    order: Vec<usize>,
}

impl State {
    fn new(rows: usize, columns: usize) -> Self {
        Self {
            row_price: vec![0; rows],
            column_price: vec![0; columns],
            row_of: vec![None; columns],
            distance: vec![0; columns],
            before: vec![None; columns],
            order: (0..columns).collect(),
        }
    }

    /// Gives rows their cheapest column, if nobody has it yet; returns the rows that wait.
    fn take_what_is_free(&mut self, costs: &mut dyn Costs) -> Vec<usize> {
        let mut waiting = Vec::new();
        for row in 0..costs.rows() {
            let costs = costs.of_row(row);
            let least = costs.iter().copied().min().unwrap_or(0);
            self.row_price[row] = least;
            let mut columns = costs.iter().zip(&mut self.row_of);
            match columns.find(|(cost, taken)| **cost == least && taken.is_none()) {
                Some((_, free)) => *free = Some(row),
                None => waiting.push(row),
            }
        }
        waiting
    }

    /// Gives a row a column, by the chain of moves that costs the least.
    fn augment(&mut self, first: usize, costs: &mut dyn Costs) {
        let columns = self.order.len();
        self.distance.fill(Cost::MAX);
        let (mut row, mut column_of_row, mut reached) = (first, None, 0);
        // How many of `order` are settled.
        let mut settled = 0;
        let last = loop {
            let row_costs = costs.of_row(row);
            let offset = reached - self.row_price[row];
            let mut nearest = settled;
            let mut least = (Cost::MAX, true);
            for index in settled..columns {
                let column = self.order[index];
                let distance = offset + row_costs[column] - self.column_price[column];
                if distance < self.distance[column] {
                    self.distance[column] = distance;
                    self.before[column] = column_of_row;
                }
                // Of two that are as near, one that is free ends the search.
                let found = (self.distance[column], self.row_of[column].is_some());
                if found < least {
                    (least, nearest) = (found, index);
                }
            }
            let column = self.order[nearest];
            self.order.swap(settled, nearest);
            reached = least.0;
            match self.row_of[column] {
                None => break column,
                Some(taken_by) => (row, column_of_row) = (taken_by, Some(column)),
            }
            settled += 1;
        };
        self.row_price[first] += reached;
        for &column in &self.order[..settled] {
            let gain = reached - self.distance[column];
            self.column_price[column] -= gain;
            if let Some(row) = self.row_of[column] {
                self.row_price[row] += gain;
            }
        }
        self.order.sort_unstable();
        let mut column = last;
        while let Some(before) = self.before[column] {
            self.row_of[column] = self.row_of[before];
            column = before;
        }
        self.row_of[column] = Some(first);
    }
}
