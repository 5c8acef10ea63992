//! The search held against definitions that recurse and share nothing with it.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::spelling::{are_same_letters, difference, edits};
use super::*;
use crate::template::Set;

/// How many letters or segments the longest texts have; few with Miri, which is a thousand times slower.
const LETTERS: usize = if cfg!(miri) { 2 } else { 4 };
const SEGMENTS: usize = if cfg!(miri) { 1 } else { 3 };

/// All words of up to so many letters.
fn words(alphabet: &[char], most: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut begin = 0;
    for _ in 0..most {
        let end = all.len();
        for index in begin..end {
            for letter in alphabet {
                let mut longer = all[index].clone();
                longer.push(*letter);
                all.push(longer);
            }
        }
        begin = end;
    }
    all
}

/// How many letters must be put in, taken out, replaced, or swapped with their neighbours.
fn naive_edits(a: &[u8], b: &[u8]) -> usize {
    match (a, b) {
        ([], rest) | (rest, []) => rest.len(),
        ([x, a_rest @ ..], [y, b_rest @ ..]) => {
            let mut fewest = (naive_edits(a_rest, b_rest) + usize::from(x != y))
                .min(naive_edits(a_rest, b) + 1)
                .min(naive_edits(a, b_rest) + 1);
            if let ([x2, a_rest @ ..], [y2, b_rest @ ..]) = (a_rest, b_rest)
                && (x, x2) == (y2, y)
            {
                fewest = fewest.min(naive_edits(a_rest, b_rest) + 1);
            }
            fewest
        }
    }
}

#[test]
fn edits_are_those_of_the_definition() {
    let words = words(&['a', 'b', 'c'], LETTERS);
    for a in &words {
        for b in &words {
            let [x, y] = [a, b].map(String::as_bytes);
            assert_eq!(edits(x, y), naive_edits(x, y), "{a} {b}");
        }
    }
}

#[test]
fn what_is_told_quickly_is_right() {
    let words = words(&['a', 'B', 'b', '-'], LETTERS);
    for a in &words {
        for b in &words {
            let [x, y] = [a, b].map(String::as_bytes);
            let longer = x.len().max(y.len());
            let edits = naive_edits(x, y);
            let expected = if a == b {
                0
            } else if a.eq_ignore_ascii_case(b) {
                OTHER / 10
            } else if edits * 2 > longer {
                OTHER
            } else {
                Cost::try_from(edits * usize::from(OTHER) / longer).expect("a small number")
            };
            assert_eq!(difference(a, b), expected, "{a} {b}");
        }
    }
}

#[test]
fn long_segments_are_compared_by_their_first_64_bytes() {
    let alike = "a".repeat(64);
    for (a, b) in [("a", "b"), ("aa", "ba"), ("ab", "ac"), ("abc", "acd")] {
        let [one, other] = [a, b].map(|end| alike.clone() + end);
        assert_eq!(difference(&one, &other), OTHER / 64, "{a} {b}");
    }
    let other = "a".repeat(63) + "b";
    assert_eq!(difference(&alike, &other), OTHER / 64);
    assert_eq!(difference(&alike, &"b".repeat(64)), OTHER);
}

/// The lowest cost of aligning what is left of both sides, by trying every move.
fn naive_cost(
    expected: &Side<'_>,
    found: &Side<'_>,
    from: (usize, usize),
    known: &mut BTreeMap<(usize, usize), Cost>,
) -> Cost {
    if let Some(cost) = known.get(&from) {
        return *cost;
    }
    let (row, column) = from;
    let (rows, columns) = (expected.count, found.count);
    let literal = |row: usize| expected.position(row).literal();
    let is_tail = |column: usize| column + 1 == columns && found.text(column) == ">";
    let mut costs = Vec::new();
    let mut rest = |positions: usize, segments: usize| {
        naive_cost(expected, found, (row + positions, column + segments), known)
    };
    if row < rows && column < columns {
        let is_wildcard = found.text(column) == "*" || is_tail(column);
        let facing = match (expected.position(row).takes, is_wildcard) {
            (_, true) if literal(row).is_none() => 0,
            (_, true) => TAKEN,
            (set @ Set::Spelled(_), false) if set.has(found.text(column)) => TAKEN,
            (Set::Spelled(_), false) => OTHER,
            (Set::Values(mut values), false) => {
                let mut least = OTHER;
                while let Some(value) = values.next() {
                    least = least.min(difference(value, found.text(column)));
                }
                least
            }
        };
        costs.push(facing + rest(1, 1));
    }
    if row < rows {
        let swallowed = column > 0 && is_tail(column - 1);
        costs.push(if swallowed { 0 } else { MISSING } + rest(1, 0));
    }
    if column < columns {
        let surplus = match row.checked_sub(1).map(|row| expected.position(row)) {
            Some(before) if before.is_tail => TAKEN,
            Some(before) if before.literal().is_none() => DOTTED,
            _ => MISSING,
        };
        costs.push(surplus + rest(0, 1));
    }
    if row < rows
        && column + 1 < columns
        && let Some(literal) = literal(row)
        && are_same_letters([literal, ""], [found.text(column), found.text(column + 1)])
    {
        costs.push(SEPARATED + rest(1, 2));
    }
    if row + 1 < rows
        && column < columns
        && let (Some(first), Some(second)) = (literal(row), literal(row + 1))
        && are_same_letters([first, second], [found.text(column), ""])
    {
        costs.push(SEPARATED + rest(2, 1));
    }
    let least = costs.into_iter().min().unwrap_or(0);
    known.insert(from, least);
    least
}

/// All texts of one to so many of the pieces.
fn texts(pieces: &[&str], most: usize) -> Vec<String> {
    let mut all: Vec<String> = pieces.iter().map(|&piece| piece.into()).collect();
    let mut begin = 0;
    for _ in 1..most {
        let end = all.len();
        for index in begin..end {
            for piece in pieces {
                all.push(alloc::format!("{}.{piece}", all[index]));
            }
        }
        begin = end;
    }
    all
}

#[test]
fn an_alignment_is_the_cheapest_there_is() {
    let templates = texts(
        &["ab", "cd", "ab_cd", "<x>", "<y: ab | cd>", "<z: u8>"],
        SEGMENTS,
    );
    let with_tail = templates.iter().map(|it| alloc::format!("{it}.<rest..>"));
    let with_tail: Vec<String> = with_tail.collect();
    let texts = texts(&["ab", "ba", "ab-cd", "*", ">"], SEGMENTS);
    for template in templates.iter().chain(&with_tail) {
        let expected = Side::of(Shape::of(Template::from_checked(template)));
        for text in &texts {
            let found = Side::of(Shape::of_pattern(text));
            let cost = naive_cost(&expected, &found, (0, 0), &mut BTreeMap::new());
            let alignment = Alignment::below(Cost::MAX, &expected, &found).expect("an alignment");
            assert_eq!(alignment.cost(), cost, "{template} {text}");
            assert!(Alignment::below(cost, &expected, &found).is_none());
            assert!(Alignment::below(cost + 1, &expected, &found).is_some());
            let (mut moves, mut end) = (alignment.moves(), (0, 0));
            while let Some((step, row, column)) = moves.next() {
                assert_eq!((row, column), end, "{template} {text}");
                let sizes = Move::ALL.iter();
                let mut sizes = sizes.filter(|(of, ..)| *of == step);
                let (_, positions, segments) = sizes.next().expect("a move");
                end = (row + positions, column + segments);
            }
            assert_eq!(end, (expected.count, found.count), "{template} {text}");
        }
    }
}
