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

/// How many new lines on either side of its place one old line is compared with. Families are small; in a huge one, lines that
/// became each other stand at nearly the same place, since both locks are sorted.
const MOST: usize = 64;

/// The index of the new entry that each old one has become.
pub(super) fn partners(old_lock: &Lock, new_lock: &Lock) -> Vec<Option<usize>> {
    let (old, new) = (old_lock.entries(), new_lock.entries());
    let equal = old.iter().map(|entry| new.binary_search(entry).ok());
    let mut partners: Vec<Option<usize>> = equal.collect();
    let mut is_taken = vec![false; new.len()];
    for at in partners.iter().flatten() {
        is_taken[*at] = true;
    }
    let came = (0..new.len()).filter(|at| !is_taken[*at]);
    let mut came: Vec<(String, usize)> = came.map(|at| (family(&new[at]), at)).collect();
    came.sort_unstable();
    let mut pairs = Vec::new();
    for (row, entry) in old.iter().enumerate() {
        if partners[row].is_none() {
            let own = family(entry);
            let place = came.partition_point(|(of, at)| (of, &new[*at]) < (&own, entry));
            let near = came.iter().skip(place.saturating_sub(MOST)).take(2 * MOST);
            for (_, column) in near.filter(|(of, _)| *of == own) {
                let cost = cost(&differences(entry, &new[*column], (old_lock, new_lock)));
                pairs.push((cost, row, *column));
            }
        }
    }
    pairs.sort_unstable();
    for (_, row, column) in pairs {
        if partners[row].is_none() && !is_taken[column] {
            (partners[row], is_taken[column]) = (Some(column), true);
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
