//! Which line of an old lock has become which line of a new one.
//!
//! Lines that are equal belong together. The others are sorted into families: the same literal segments, and
//! placeholders at the same places. Of all pairs in a family, the one that differs least is taken first.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::change::Effect;
use super::compare::differences;
use super::{ChangeKind, Lock, LockEntry};

/// How many new lines one old line is compared with. Families are small; in a huge one, lines that became each
/// other stand at nearly the same place, since both locks are sorted.
const MOST: usize = 64;

/// The index of the new entry that each old one has become.
pub(super) fn partners(old_lock: &Lock, new_lock: &Lock) -> Vec<Option<usize>> {
    let (old, new) = (old_lock.entries(), new_lock.entries());
    let mut partners = vec![None; old.len()];
    let mut is_taken = vec![false; new.len()];
    for (index, entry) in old.iter().enumerate() {
        if let Ok(at) = new.binary_search(entry) {
            (partners[index], is_taken[at]) = (Some(at), true);
        }
    }
    // The new entries are numbered behind the old ones.
    let mut families: Vec<(String, usize)> = Vec::new();
    for (index, entry) in old.iter().chain(new).enumerate() {
        let is_paired = partners
            .get(index)
            .map_or_else(|| is_taken[index - old.len()], Option::is_some);
        if !is_paired {
            families.push((family(entry), index));
        }
    }
    families.sort_unstable();
    for family in families.chunk_by(|(a, _), (b, _)| a == b) {
        let (gone, came) = family.split_at(family.partition_point(|(_, index)| *index < old.len()));
        let mut pairs = Vec::new();
        for (row, (_, gone)) in gone.iter().enumerate() {
            let place = came.partition_point(|(_, at)| new[at - old.len()] < old[*gone]);
            let first = place.saturating_sub(MOST / 2);
            for (column, (_, at)) in came.iter().enumerate().skip(first).take(MOST) {
                let entries = (&old[*gone], &new[at - old.len()]);
                let cost = cost(&differences(entries.0, entries.1, (old_lock, new_lock)));
                pairs.push((cost, row * came.len() + column));
            }
        }
        pairs.sort_unstable();
        for (_, pair) in pairs {
            let (row, column) = (pair / came.len(), pair % came.len());
            let (row, column) = (gone[row].1, came[column].1 - old.len());
            if partners[row].is_none() && !is_taken[column] {
                (partners[row], is_taken[column]) = (Some(column), true);
            }
        }
    }
    partners
}

/// The literal segments of an entry, and the places of its placeholders.
fn family(entry: &LockEntry) -> String {
    entry.template().pattern().as_str().replace('>', "*")
}

/// Less if less is broken: whether anything differs on the wire, then how much breaks, then the number of changes.
fn cost(differences: &[ChangeKind<'_>]) -> (bool, usize, usize) {
    let (kinds, all) = (differences.iter(), differences.len());
    let count = |effect| kinds.clone().filter(|kind| kind.effect() == effect).count();
    (count(Effect::Rewords) < all, count(Effect::Breaks), all)
}
