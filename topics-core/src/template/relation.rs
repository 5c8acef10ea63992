//! Which of two templates is more specific, and whether they share a topic at all.

use super::shape::Shape;

/// What one template is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// No topic is matched by both.
    Apart,
    /// Both match the same topics.
    Same,
    /// The other matches all topics of this one, and more.
    MoreSpecific,
    /// This one matches all topics of the other, and more.
    LessSpecific,
    /// They share topics, and each matches some that the other doesn't.
    Crossing,
}

impl Relation {
    /// What the first template is to the second. One walk through both, without allocation.
    #[must_use]
    pub const fn of(a: Shape<'_>, b: Shape<'_>) -> Self {
        if part_early(a.text().as_bytes(), b.text().as_bytes()) {
            return Self::Apart;
        }
        let (mut ours, mut theirs) = (a.positions(), b.positions());
        // Whether all that one takes so far is taken by the other.
        let (mut covers, mut is_covered) = (true, true);
        loop {
            let (our, their) = match (ours.next(), theirs.next()) {
                (None, None) => break,
                (Some(our), Some(their)) => (our, their),
                _ => return Self::Apart,
            };
            let is_over = our.is_tail || their.is_tail;
            let (here, there) = if is_over {
                (our.is_tail, their.is_tail)
            } else {
                (our.takes.covers(their.takes), their.takes.covers(our.takes))
            };
            if !here && !there && !our.takes.overlaps(their.takes) {
                return Self::Apart;
            }
            covers &= here;
            is_covered &= there;
            if is_over {
                break;
            }
        }
        match (covers, is_covered) {
            (true, true) => Self::Same,
            (true, false) => Self::LessSpecific,
            (false, true) => Self::MoreSpecific,
            (false, false) => Self::Crossing,
        }
    }

    /// Whether the first matches every topic that the second matches.
    #[must_use]
    pub const fn covers(self) -> bool {
        matches!(self, Self::Same | Self::LessSpecific)
    }

    /// Whether the topics that both match are those of the first, or of the second, if they are one's. Where neither is
    /// more specific, they are those of the one of the higher rank.
    #[must_use]
    pub const fn first_wins(self, first_rank: u32, second_rank: u32) -> Option<bool> {
        match self {
            Self::MoreSpecific => Some(true),
            Self::LessSpecific => Some(false),
            Self::Crossing if first_rank != second_rank => Some(first_rank > second_rank),
            _ => None,
        }
    }

    /// Whether there is a topic that both match.
    #[must_use]
    pub const fn overlaps(self) -> bool {
        !matches!(self, Self::Apart)
    }
}

/// Whether two texts part in what is literal at the beginning of both: the cheap way to tell that they share
/// nothing, of nearly all pairs of a hierarchy.
const fn part_early(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    let mut is_start = true;
    while at < a.len() && at < b.len() {
        if is_start && (may_vary(a[at]) || may_vary(b[at])) {
            return false;
        }
        if a[at] != b[at] {
            return true;
        }
        is_start = a[at] == b'.';
        at += 1;
    }
    false
}

/// Whether a segment that begins so may be more than a literal.
const fn may_vary(first: u8) -> bool {
    matches!(first, b'<' | b'*' | b'>')
}
