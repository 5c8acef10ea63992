//! Sets of topics: which patterns cover and overlap which.
//!
//! Segments are strings over an unbounded alphabet, so `*` is never a finite union of literals, and
//! each question can be answered by walking both texts once, segment by segment. The arguments are
//! checked patterns.

use alloc::string::String;

use crate::template::{Relation, Shape};

pub(super) const fn relation(a: &str, b: &str) -> Relation {
    Relation::of(Shape::of_pattern(a), Shape::of_pattern(b))
}

pub(super) fn intersection(a: &str, b: &str) -> Option<String> {
    if !relation(a, b).overlaps() {
        return None;
    }
    let mut both = String::with_capacity(a.len().max(b.len()));
    let (mut a, mut b) = (a, b);
    while let (Some((one, rest)), Some((other, other_rest))) =
        (a.split_once('.'), b.split_once('.'))
    {
        both.push_str(if one == "*" { other } else { one });
        both.push('.');
        (a, b) = (rest, other_rest);
    }
    // Where one side takes anything that follows, the other side says what.
    both.push_str(if a == ">" || a == "*" && b != ">" {
        b
    } else {
        a
    });
    Some(both)
}
