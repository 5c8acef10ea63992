//! Sets of topics, exactly: for each position a set of segments, and perhaps a tail.
//!
//! Intersections and differences of templates are needed to say which topics two templates share and
//! which of them a third one settles. A difference is seldom a template, so it is a list of regions.

use std::collections::BTreeSet;

use crate::hierarchy::{Segment, Takes};

/// Two are equal if and only if they are the same set, as long as they are made of segments.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Region<'h> {
    positions: Vec<Set<'h>>,
    /// Whether one or more segments follow the positions.
    has_tail: bool,
}

/// The segments that one position takes: finitely many, or all but finitely many.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Set<'h> {
    Only(BTreeSet<&'h str>),
    AllBut(BTreeSet<&'h str>),
}

impl Set<'_> {
    fn any() -> Self {
        Self::AllBut(BTreeSet::new())
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Only(values) if values.is_empty())
    }

    fn intersection(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Only(a), Self::Only(b)) => Self::Only(a & b),
            (Self::Only(only), Self::AllBut(but)) | (Self::AllBut(but), Self::Only(only)) => {
                Self::Only(only - but)
            }
            (Self::AllBut(a), Self::AllBut(b)) => Self::AllBut(a | b),
        }
    }

    fn difference(&self, other: &Self) -> Self {
        match other {
            Self::Only(values) => self.intersection(&Self::AllBut(values.clone())),
            Self::AllBut(values) => self.intersection(&Self::Only(values.clone())),
        }
    }

    /// Some segment of a set that has one.
    fn example(&self) -> String {
        match self {
            Self::Only(values) => values.first().copied().unwrap_or_default().to_owned(),
            Self::AllBut(values) => {
                let mut example = "x".to_owned();
                while values.contains(example.as_str()) {
                    example.push('x');
                }
                example
            }
        }
    }
}

impl<'h> Region<'h> {
    pub(super) fn of(segments: &'h [Segment]) -> Self {
        let mut positions = Vec::with_capacity(segments.len());
        let mut has_tail = false;
        for segment in segments {
            positions.push(match segment.takes() {
                Takes::One(text) => Set::Only(BTreeSet::from([text])),
                Takes::OneOf(values) => {
                    Set::Only(values.iter().map(|value| value.text.as_str()).collect())
                }
                Takes::Any => Set::any(),
                Takes::Tail => {
                    has_tail = true;
                    continue;
                }
            });
        }
        Self {
            positions,
            has_tail,
        }
    }

    /// The topics of both; `None` if there are none.
    pub(super) fn intersection(&self, other: &Self) -> Option<Self> {
        let length = self.positions.len().max(other.positions.len());
        let (ours, theirs) = (
            self.with_length(length, other)?,
            other.with_length(length, self)?,
        );
        let positions: Vec<Set<'h>> = ours
            .positions
            .iter()
            .zip(&theirs.positions)
            .map(|(our, their)| our.intersection(their))
            .collect();
        if positions.iter().any(Set::is_empty) {
            return None;
        }
        Some(Self {
            positions,
            has_tail: ours.has_tail && theirs.has_tail,
        })
    }

    /// The part of this region that has this many positions, to be compared with the other, of which
    /// each topic has that many or more; `None` if there is no such part.
    fn with_length(&self, length: usize, other: &Self) -> Option<Self> {
        let missing = length - self.positions.len();
        // A tail takes at least one segment, so it needs room for one.
        let has_room = missing > 0 || other.has_tail;
        let fits = if self.has_tail {
            has_room
        } else {
            missing == 0
        };
        let mut region = self.clone();
        region.positions.resize_with(length, Set::any);
        fits.then_some(region)
    }

    /// The topics of this region that are not in the other.
    pub(super) fn difference(&self, other: &Self) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut rest = self.clone();
        // Topics of every length that the other names a position for are looked at by themselves.
        while rest.has_tail && rest.positions.len() < other.positions.len() {
            rest.positions.push(Set::any());
            let mut ended = rest.clone();
            ended.has_tail = false;
            ended.subtract(other, &mut pieces);
        }
        rest.subtract(other, &mut pieces);
        pieces
    }

    /// The difference, for a region that has no tail or at least as many positions as the other.
    fn subtract(self, other: &Self, pieces: &mut Vec<Self>) {
        let (ours, theirs) = (self.positions.len(), other.positions.len());
        let is_apart = match (self.has_tail, other.has_tail) {
            (false, false) => ours != theirs,
            (_, true) => ours + usize::from(self.has_tail) < theirs + 1,
            // Every topic of this region is longer than any of the other.
            (true, false) => true,
        };
        if is_apart {
            pieces.push(self);
            return;
        }
        let mut inside = self;
        for (index, their) in other.positions.iter().enumerate() {
            let Some(our) = inside.positions.get(index).cloned() else {
                break;
            };
            let outside = our.difference(their);
            if !outside.is_empty() {
                let mut piece = inside.clone();
                replace(&mut piece.positions, index, outside);
                pieces.push(piece);
            }
            let shared = our.intersection(their);
            if shared.is_empty() {
                return;
            }
            replace(&mut inside.positions, index, shared);
        }
    }

    /// Some topic of the region.
    pub(super) fn example(&self) -> String {
        let mut segments: Vec<String> = self.positions.iter().map(Set::example).collect();
        if self.has_tail {
            segments.push("x".to_owned());
        }
        segments.join(".")
    }
}

fn replace<'h>(positions: &mut [Set<'h>], index: usize, set: Set<'h>) {
    if let Some(position) = positions.get_mut(index) {
        *position = set;
    }
}

#[cfg(test)]
impl Region<'_> {
    /// Whether a topic is in the region.
    pub(super) fn has(&self, topic: &str) -> bool {
        let segments: Vec<&str> = topic.split('.').collect();
        let fits = if self.has_tail {
            segments.len() > self.positions.len()
        } else {
            segments.len() == self.positions.len()
        };
        let mut pairs = self.positions.iter().zip(segments);
        fits && pairs.all(|(set, segment)| match set {
            Set::Only(values) => values.contains(segment),
            Set::AllBut(values) => !values.contains(segment),
        })
    }
}
