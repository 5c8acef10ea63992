//! The search for a topic that two templates share and that is neither's: none that wins over both has it.
//!
//! Segment by segment, each text is tried that both take. Where they take more than can be listed, one text
//! stands for all that no template names, since templates that take it take all of these. So the search is
//! exact; it goes back as soon as one winner has all topics that begin as those looked at.

use alloc::string::String;
use alloc::vec;

use super::set::{Kind, Sample, Set, Shared, Spelled, ValueTexts};
use super::shape::{Cursor, Position, Shape};
use crate::message::Message;

/// How many texts to try before it is taken for granted that there is such a topic: nobody could tell by
/// reading either, and an editor expands at every keystroke.
const MOST_STEPS: usize = 20_000;

/// A text that both templates take at a position.
#[derive(Clone, Copy, Debug)]
struct Chosen<'t> {
    text: Sample<'t>,
    /// Whether it stands for others, which no template names.
    is_fresh: bool,
}

/// The texts to be tried at a position.
#[derive(Clone, Copy)]
enum Choices<'t> {
    Listed(ValueTexts<'t>, Set<'t>),
    Shared(Shared<'t>),
    None,
}

impl<'t> Choices<'t> {
    const fn of(a: Set<'t>, b: Set<'t>) -> Self {
        match (a.values(), b.values()) {
            (Some(values), _) => Self::Listed(values, b),
            (_, Some(values)) => Self::Listed(values, a),
            _ => Self::Shared(Shared::of(a, b)),
        }
    }

    const fn next(&mut self) -> Option<Chosen<'t>> {
        match self {
            Self::Listed(values, other) => {
                while let Some(text) = values.next() {
                    if other.has(text) {
                        let (text, is_fresh) = (Sample::of(text), false);
                        return Some(Chosen { text, is_fresh });
                    }
                }
                None
            }
            Self::Shared(shared) => match shared.next() {
                Some(text) => {
                    let is_fresh = true;
                    Some(Chosen { text, is_fresh })
                }
                None => None,
            },
            Self::None => None,
        }
    }
}

const FRESH_WORD: Chosen<'_> = Chosen {
    text: Sample::WORD,
    is_fresh: true,
};

/// What is tried at one position of the topic.
#[derive(Clone, Copy)]
struct Step<'t> {
    chosen: Chosen<'t>,
    left: Choices<'t>,
    /// What the two templates take.
    sets: [Set<'t>; 2],
    /// The types of which nothing is known: what they refuse isn't shared.
    types: [&'t [u8]; 2],
    /// Where the two templates go on.
    after: [Cursor<'t>; 2],
}

impl<'t> Step<'t> {
    const NONE: Self = Self {
        chosen: FRESH_WORD,
        left: Choices::None,
        sets: [Set::Any; 2],
        types: [b""; 2],
        after: [Cursor::NONE; 2],
    };

    const fn enter(mut after: [Cursor<'t>; 2]) -> Option<Self> {
        let [a, b] = &mut after;
        let (Some(a), Some(b)) = (a.next(), b.next()) else {
            return None;
        };
        Some(Self {
            chosen: FRESH_WORD,
            left: Choices::of(a.takes, b.takes),
            sets: [a.takes, b.takes],
            types: [a.of, b.of],
            after,
        })
    }

    const fn may_end(&self) -> bool {
        let [a, b] = &self.after;
        a.may_end() && b.may_end()
    }

    /// Whether a position of a winner has a text that the two templates share here.
    ///
    /// A type may refuse what the two would then fight over; unless one of them has that type too.
    const fn is_taken_by(&self, winner: Position<'_>, chosen: Chosen<'_>) -> bool {
        let [a, b] = self.types;
        let is_sure = winner.of.is_empty()
            || crate::bytes::same(winner.of, a)
            || crate::bytes::same(winner.of, b);
        is_sure
            && match winner.takes {
                Set::One(_) | Set::Values(_) if chosen.is_fresh => false,
                // The text may stand for integers on both sides of an end.
                Set::Spelled(Spelled {
                    kind: Kind::Integers(integers),
                    ..
                }) if chosen.is_fresh && !integers.is_of_type => {
                    let [a, b] = self.sets;
                    winner.takes.covers(a) || winner.takes.covers(b)
                }
                takes => takes.has_sample(chosen.text),
            }
    }
}

/// Two templates, and those that win over both.
#[derive(Clone, Copy, Debug)]
pub struct Conflict<'r, 't> {
    /// Neither wins over the other.
    pub pair: [Shape<'t>; 2],
    /// Those that win over both, or that may.
    pub winners: &'r [Shape<'t>],
}

impl<'t> Conflict<'_, 't> {
    /// How many segments a topic has that is neither's, if there is one; they are the first of `steps` then.
    ///
    /// There is one step for each segment of the longest template, and one more, which is as good as any
    /// number.
    const fn find(&self, steps: &mut [Step<'t>]) -> Option<usize> {
        let [a, b] = &self.pair;
        steps[0] = match Step::enter([Cursor::of(a), Cursor::of(b)]) {
            Some(step) => step,
            None => return None,
        };
        let (mut at, mut tried) = (0, 0);
        loop {
            let Some(chosen) = steps[at].left.next() else {
                if at == 0 {
                    return None;
                }
                at -= 1;
                continue;
            };
            steps[at].chosen = chosen;
            tried += 1;
            let (begun, _) = steps.split_at(at + 1);
            let is_open = tried > MOST_STEPS;
            if !is_open && self.some_winner_has(begun, true) {
                continue;
            }
            if steps[at].may_end() && (is_open || !self.some_winner_has(begun, false)) {
                return Some(at + 1);
            }
            if at + 1 < steps.len()
                && let Some(step) = Step::enter(steps[at].after)
            {
                at += 1;
                steps[at] = step;
            }
        }
    }

    /// Whether a winner has the topic, or all that the two share and that begins so.
    const fn some_winner_has(&self, begun: &[Step<'t>], and_all_behind: bool) -> bool {
        let mut index = 0;
        while index < self.winners.len() {
            if let Some(cursor) = after(&self.winners[index], begun)
                && if and_all_behind {
                    has_rest(cursor, begun[begun.len() - 1].after)
                } else {
                    cursor.may_end()
                }
            {
                return true;
            }
            index += 1;
        }
        false
    }

    /// The segment at an index of a topic that was found, in three parts.
    const fn segment(&self, steps: &[Step<'t>], index: usize) -> [&'t [u8]; 3] {
        const WORD: &[u8] = b"xxxxxxxxxxxxxxxx";
        let Sample { around, mut inside } = steps[index].chosen.text;
        let mut length = 1;
        while inside.is_empty() {
            let (word, rest) = WORD.split_at(length);
            let sample = Sample {
                around,
                inside: word,
            };
            if rest.is_empty() || !self.some_winner_names(sample, index) {
                inside = word;
            }
            length += 1;
        }
        [around[0], inside, around[1]]
    }

    const fn some_winner_names(&self, word: Sample<'_>, at: usize) -> bool {
        let mut index = 0;
        while index < self.winners.len() {
            let mut cursor = Cursor::of(&self.winners[index]);
            let (mut position, mut before) = (cursor.next(), 0);
            while before < at {
                position = cursor.next();
                before += 1;
            }
            if let Some(position) = position
                && !matches!(position.takes, Set::Any | Set::Tail)
                && position.takes.has_sample(word)
            {
                return true;
            }
            index += 1;
        }
        false
    }

    /// A topic that is neither's, if there is one.
    #[must_use]
    pub fn topic(&self) -> Option<String> {
        let longest = most_segments(self.winners);
        let own = most_segments(&self.pair);
        let mut steps = vec![Step::NONE; longest.max(own) + 1];
        let topic = self.write(&mut steps)?;
        Some(topic.as_str().into())
    }

    /// The same while compiling.
    pub(super) const fn message<const LENGTH: usize>(&self) -> Option<Message> {
        self.write(&mut [Step::NONE; LENGTH])
    }

    const fn write(&self, steps: &mut [Step<'t>]) -> Option<Message> {
        let Some(count) = self.find(steps) else {
            return None;
        };
        let mut topic = Message::new();
        let mut index = 0;
        while index < count {
            if index > 0 {
                topic.text(".");
            }
            topic.pieces(&self.segment(steps, index));
            index += 1;
        }
        Some(topic)
    }
}

/// Where a winner goes on behind the texts that were chosen; `None` if it doesn't have them.
const fn after<'t>(winner: &Shape<'t>, chosen: &[Step<'_>]) -> Option<Cursor<'t>> {
    let mut cursor = Cursor::of(winner);
    let mut index = 0;
    while index < chosen.len() {
        match cursor.next() {
            Some(position) if chosen[index].is_taken_by(position, chosen[index].chosen) => {}
            _ => return None,
        }
        index += 1;
    }
    Some(cursor)
}

/// Whether a winner has all that the two templates share from here on.
const fn has_rest(mut winner: Cursor<'_>, mut after: [Cursor<'_>; 2]) -> bool {
    loop {
        let [a, b] = &after;
        if a.may_end() && b.may_end() && !winner.may_end() {
            return false;
        }
        if a.is_tail() && b.is_tail() && winner.is_tail() {
            return true;
        }
        let Some(mut step) = Step::enter(after) else {
            return true;
        };
        let Some(position) = winner.next() else {
            return false;
        };
        while let Some(chosen) = step.left.next() {
            if !step.is_taken_by(position, chosen) {
                return false;
            }
        }
        after = step.after;
    }
}

/// How many segments the longest template has.
pub(super) const fn most_segments(shapes: &[Shape<'_>]) -> usize {
    let (mut most, mut index) = (0, 0);
    while index < shapes.len() {
        let mut count = 0;
        let mut positions = shapes[index].positions();
        while positions.next().is_some() {
            count += 1;
        }
        if count > most {
            most = count;
        }
        index += 1;
    }
    most
}
