//! The search for a topic that two templates share and that is neither's: none that wins over both has it.
//!
//! Segment by segment, each text is tried that both take. Where they take more than can be listed, a few texts stand for
//! all. Of those that no winner names, all winners that have one have all others too, so one is enough. The search goes
//! back as soon as one winner has all topics that begin as those looked at.
//!
//! Whether patterns together match all topics of a template is the same question: the two are that template, and the
//! patterns win over it.

use alloc::string::String;

use super::set::{Sample, Shared};
use super::shape::{Position, Positions, Shape};
use crate::bytes::{LONGEST_INTEGER, same};
use crate::message::Message;

/// How many texts to try before it is taken for granted that there is such a topic: nobody could tell by
/// reading either, and an editor expands at every keystroke.
pub(super) const MOST_STEPS: usize = 20_000;

/// Behind so many segments it is taken for granted too, since a constant may call no more functions in each other.
const MOST_SEGMENTS: usize = 48;

/// The first segments of a topic, the last of them in front.
struct Begun<'b, 't> {
    text: Sample<'t>,
    /// What the two templates take there.
    of: [Position<'t>; 2],
    before: Option<&'b Self>,
    count: usize,
}

impl Begun<'_, '_> {
    /// Whether a position of a winner surely has the text.
    const fn is_taken_by(&self, winner: Position<'_>) -> bool {
        is_sure(winner, self.of) && winner.takes.has_sample(self.text)
    }

    /// Where a winner goes on behind the texts; `None` if it doesn't have them.
    const fn behind<'w>(begun: Option<&Self>, winner: &Shape<'w>) -> Option<Positions<'w>> {
        let Some(begun) = begun else {
            return Some(winner.positions());
        };
        let Some(mut rest) = Self::behind(begun.before, winner) else {
            return None;
        };
        match rest.next_segment() {
            Some(position) if begun.is_taken_by(position) => Some(rest),
            _ => None,
        }
    }

    const fn write(&self, topic: &mut Message) {
        if let Some(before) = self.before {
            before.write(topic);
            topic.text(".");
        }
        topic.texts(&self.text);
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
    /// A topic that is neither's, if there is one.
    #[must_use]
    pub fn topic(&self) -> Option<String> {
        Some(self.message(MOST_STEPS)?.as_str().into())
    }

    /// The same while compiling.
    pub(super) const fn message(&self, mut steps: usize) -> Option<Message> {
        let ([a, b], mut topic) = (&self.pair, Message::new());
        let pair = [a.positions(), b.positions()];
        if self.find(None, pair, &mut steps, &mut topic) {
            Some(topic)
        } else {
            None
        }
    }

    /// Whether there is a topic that begins so and is neither's; if so, writes it.
    const fn find(
        &self,
        before: Option<&Begun<'_, 't>>,
        [mut a, mut b]: [Positions<'t>; 2],
        steps: &mut usize,
        topic: &mut Message,
    ) -> bool {
        let (Some(ours), Some(theirs)) = (a.next_segment(), b.next_segment()) else {
            return false;
        };
        let count = match before {
            Some(before) => before.count + 1,
            None => 1,
        };
        let (mut texts, mut index) = (Shared::of(ours.takes, theirs.takes), 0);
        loop {
            let mut room = [0; LONGEST_INTEGER];
            let text = if let Some(text) = texts.next() {
                text
            } else if index < self.winners.len() {
                index += 1;
                match self.behind_range(before, index - 1, &mut room) {
                    Some(text) if ours.takes.has_sample(text) && theirs.takes.has_sample(text) => {
                        text
                    }
                    _ => continue,
                }
            } else {
                return false;
            };
            let begun = Begun {
                text,
                of: [ours, theirs],
                before,
                count,
            };
            *steps = steps.saturating_sub(1);
            let is_given_up = *steps == 0 || count == MOST_SEGMENTS;
            let [name_it, have_it, have_all] = self.winners(&begun, &[a, b]);
            if is_given_up || !have_all {
                let may_end = a.may_end() && b.may_end();
                if may_end && (is_given_up || !have_it) || count == MOST_SEGMENTS {
                    begun.write(topic);
                    return true;
                }
                if self.find(Some(&begun), [a, b], steps, topic) {
                    return true;
                }
            }
            if !name_it {
                return false;
            }
        }
    }

    /// The integer behind those that a winner has next. If the ranges of winners leave out some of what the two share, one of
    /// these is among them, or one of the two's first and last.
    const fn behind_range<'b>(
        &'b self,
        before: Option<&Begun<'_, 't>>,
        winner: usize,
        room: &'b mut [u8; LONGEST_INTEGER],
    ) -> Option<Sample<'b>> {
        let Some(mut rest) = Begun::behind(before, &self.winners[winner]) else {
            return None;
        };
        match rest.next_segment() {
            Some(position) => position.takes.behind_range(room),
            None => None,
        }
    }

    /// Whether a winner has the last text by name, and so perhaps no other in its place; whether one has the topic of these
    /// texts only; whether one has all that the two share and that begins so.
    const fn winners(&self, begun: &Begun<'_, 't>, pair: &[Positions<'t>; 2]) -> [bool; 3] {
        let ([mut name_it, mut have_it, mut have_all], mut index) = ([false; 3], 0);
        while index < self.winners.len() {
            if let Some(mut rest) = Begun::behind(begun.before, &self.winners[index])
                && let Some(position) = rest.next_segment()
                && begun.is_taken_by(position)
            {
                name_it |= !position.takes.is_any();
                have_it |= rest.may_end();
                have_all |= has_rest(rest, pair);
            }
            index += 1;
        }
        [name_it, have_it, have_all]
    }
}

/// Whether what a winner takes is known where the two take this. A type may refuse what the two would then fight over;
/// unless one of them has that type too.
const fn is_sure(winner: Position<'_>, [a, b]: [Position<'_>; 2]) -> bool {
    winner.of.is_empty() || same(winner.of, a.of) || same(winner.of, b.of)
}

/// Whether a winner has all that the two templates share from here on.
const fn has_rest(mut winner: Positions<'_>, pair: &[Positions<'_>; 2]) -> bool {
    let [mut a, mut b] = *pair;
    loop {
        if a.may_end() && b.may_end() && !winner.may_end() {
            return false;
        }
        if winner.is_tail {
            return true;
        }
        let (Some(ours), Some(theirs)) = (a.next_segment(), b.next_segment()) else {
            return true;
        };
        match winner.next_segment() {
            Some(own)
                if is_sure(own, [ours, theirs])
                    && (own.takes.covers(ours.takes) || own.takes.covers(theirs.takes)) => {}
            _ => return false,
        }
    }
}

impl Shape<'_> {
    /// Whether each of its topics is matched by one of some patterns.
    #[must_use]
    pub const fn is_covered_by(&self, patterns: &[Shape<'_>]) -> bool {
        let (pair, winners) = ([*self; 2], patterns);
        (Conflict { pair, winners }).message(usize::MAX).is_none()
    }
}
