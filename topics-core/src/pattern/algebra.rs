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
    let (mut rest_a, mut rest_b) = (a, b);
    loop {
        // Where one side takes anything that follows, the other side says what.
        if rest_a == ">" || rest_b == ">" {
            both.push_str(if rest_a == ">" { rest_b } else { rest_a });
            return Some(both);
        }
        let (a_segment, a_next) = first(rest_a);
        let (b_segment, b_next) = first(rest_b);
        both.push_str(if a_segment == "*" {
            b_segment
        } else {
            a_segment
        });
        match (a_next, b_next) {
            (Some(a_next), Some(b_next)) => (rest_a, rest_b) = (a_next, b_next),
            _ => return Some(both),
        }
        both.push('.');
    }
}

fn first(pattern: &str) -> (&str, Option<&str>) {
    match pattern.split_once('.') {
        Some((segment, rest)) => (segment, Some(rest)),
        None => (pattern, None),
    }
}
