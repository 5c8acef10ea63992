//! Templates among each other, as `const fn`: which comes first, and which cannot stand side by side.
//!
//! For an enum over topics that are declared in many places, whose templates only the compiler has all
//! together. It says what the analyses of a `topics!` declaration say, in the same words.

use super::Template;
use super::position::{Position, Set, first_value};
use crate::bytes::same;
use crate::message::Message;

/// How many segments the longest template has.
#[must_use]
pub(super) const fn most_segments(templates: &[Template<'_>]) -> usize {
    let (mut most, mut index) = (0, 0);
    while index < templates.len() {
        let mut count = 0;
        let mut next = Some(start(&templates[index]));
        while let Some(position) = next {
            count += 1;
            next = position.next();
        }
        if count > most {
            most = count;
        }
        index += 1;
    }
    most
}

const fn start<'t>(template: &Template<'t>) -> Position<'t> {
    Position::first(template.0.as_bytes())
}

/// The indices of the templates, such that a more specific one comes before a less specific one.
///
/// # Panics
///
/// If there are not `N` templates.
#[must_use]
pub(super) const fn by_specificity<const N: usize>(templates: &[Template<'_>]) -> [usize; N] {
    assert!(templates.len() == N, "one place for each template");
    let mut order = [0; N];
    let mut sorted = 0;
    while sorted < N {
        // Where it belongs among those that are sorted, by halving.
        let (mut low, mut high) = (0, sorted);
        while low < high {
            let middle = usize::midpoint(low, high);
            if is_before(&templates[sorted], &templates[order[middle]]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        let mut at = sorted;
        while at > low {
            order[at] = order[at - 1];
            at -= 1;
        }
        order[low] = sorted;
        sorted += 1;
    }
    order
}

/// A more specific template takes a subset at every position, and fewer segments at the first position
/// where the two differ; so that is what decides.
const fn is_before(a: &Template<'_>, b: &Template<'_>) -> bool {
    let (mut a, mut b) = (start(a), start(b));
    loop {
        let (a_rank, b_rank) = (a.rank(), b.rank());
        if a_rank != b_rank {
            return a_rank < b_rank;
        }
        match (a.next(), b.next()) {
            (Some(a_next), Some(b_next)) => (a, b) = (a_next, b_next),
            (None, b_next) => return b_next.is_some(),
            (Some(_), None) => return false,
        }
    }
}

/// Whether `a` matches every topic that `b` matches.
const fn covers(a: &Template<'_>, b: &Template<'_>) -> bool {
    let (mut a, mut b) = (start(a), start(b));
    loop {
        match (a.set, b.set) {
            (Set::Tail(_), _) => return true,
            (_, Set::Tail(_)) => return false,
            _ if !a.covers(b) => return false,
            _ => {}
        }
        match (a.next(), b.next()) {
            (Some(a_next), Some(b_next)) => (a, b) = (a_next, b_next),
            (None, None) => return true,
            _ => return false,
        }
    }
}

/// Whether two templates part in what is literal at the beginning of both: the cheap way to tell that
/// they do not overlap, of nearly all pairs of a hierarchy.
const fn part_early(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    let mut is_start = true;
    while at < a.len() && at < b.len() {
        if is_start && (a[at] == b'<' || b[at] == b'<') {
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

/// Whether some topic is matched by both.
const fn overlaps(a: &Template<'_>, b: &Template<'_>) -> bool {
    if part_early(a.0.as_bytes(), b.0.as_bytes()) {
        return false;
    }
    let (mut a, mut b) = (start(a), start(b));
    loop {
        match (a.set, b.set) {
            (Set::Tail(_), _) | (_, Set::Tail(_)) => return true,
            _ if !a.overlaps(b) => return false,
            _ => {}
        }
        match (a.next(), b.next()) {
            (Some(a_next), Some(b_next)) => (a, b) = (a_next, b_next),
            (None, None) => return true,
            _ => return false,
        }
    }
}

/// Fails the compilation if the template at the index `later` matches the same topics as one of the first
/// `others`, or if it shares a topic with one of them and nothing says whose that topic is.
///
/// `LENGTH` is one more than [`most_segments`].
///
/// # Panics
///
/// That is how it fails: it is meant for constants.
#[track_caller]
pub(super) const fn refuse_conflicts<const LENGTH: usize>(
    templates: &[Template<'_>],
    later: usize,
    others: usize,
) {
    let mut earlier = 0;
    while earlier < others {
        let (first, second) = (&templates[earlier], &templates[later]);
        if overlaps(first, second) {
            match (covers(first, second), covers(second, first)) {
                (true, true) => refuse_same(first, second),
                (false, false) => {
                    let mut search = Search {
                        templates,
                        pair: (first, second),
                        topic: [Chosen::NONE; LENGTH],
                    };
                    if let Some(length) = search.unsettled() {
                        search.refuse(length);
                    }
                }
                _ => {}
            }
        }
        earlier += 1;
    }
}

#[track_caller]
const fn refuse_same(first: &Template<'_>, second: &Template<'_>) -> ! {
    let mut message = Message::new();
    message.quoted(second.0);
    if same(first.0.as_bytes(), second.0.as_bytes()) {
        message.text(" is declared twice; remove this one");
    } else {
        message.text(" and ");
        message.quoted(first.0);
        message.text(" match the same topics; remove one, or tell them apart by a literal segment");
    }
    message.fail()
}

/// The search for a topic that two templates share and that no template settles: none that is more
/// specific than both matches it.
///
/// Where both take any segment, whatever settles all that they share takes any too; so one segment that
/// no template names stands for all. Elsewhere each of the finitely many segments is tried.
struct Search<'t, const LENGTH: usize> {
    templates: &'t [Template<'t>],
    pair: (&'t Template<'t>, &'t Template<'t>),
    /// The segments chosen so far.
    topic: [Chosen<'t>; LENGTH],
}

#[derive(Clone, Copy)]
struct Chosen<'t> {
    text: &'t [u8],
    /// Whether it stands for any segment; the text is but a name for it.
    is_any: bool,
}

impl Chosen<'_> {
    const NONE: Self = Self {
        text: b"",
        is_any: true,
    };
}

impl<'t, const LENGTH: usize> Search<'t, LENGTH> {
    /// How many segments such a topic has, if there is one; they are in `topic` then.
    const fn unsettled(&mut self) -> Option<usize> {
        let (a, b) = (start(self.pair.0), start(self.pair.1));
        // One segment more than any template has is as good as any number above.
        let mut length = 1;
        while length <= LENGTH {
            if self.descend(Some(a), Some(b), 0, length) {
                return Some(length);
            }
            length += 1;
        }
        None
    }

    /// Tries all segments from `at` on, with the positions that take the segment there.
    const fn descend(
        &mut self,
        a: Option<Position<'t>>,
        b: Option<Position<'t>>,
        at: usize,
        length: usize,
    ) -> bool {
        if at == length {
            return Position::may_end(a) && Position::may_end(b) && !self.is_settled(length);
        }
        let (Some(a), Some(b)) = (a, b) else {
            return false;
        };
        let (mut rest, other) = match (a.values(), b.values()) {
            (None, None) => {
                let (Set::Any(name) | Set::Tail(name) | Set::One(name) | Set::Values(name)) = a.set;
                self.topic[at] = Chosen {
                    text: name,
                    is_any: true,
                };
                return self.descend(a.advance(), b.advance(), at + 1, length);
            }
            (None, values) => (values, a),
            (values, _) => (values, b),
        };
        while let Some(values) = rest {
            let text;
            (text, rest) = first_value(values);
            if other.has(text) {
                let is_any = false;
                self.topic[at] = Chosen { text, is_any };
                if self.descend(a.advance(), b.advance(), at + 1, length) {
                    return true;
                }
            }
        }
        false
    }

    const fn is_settled(&self, length: usize) -> bool {
        let mut index = 0;
        while index < self.templates.len() {
            let template = &self.templates[index];
            if self.is_matched_by(template, length)
                && covers(self.pair.0, template)
                && covers(self.pair.1, template)
            {
                return true;
            }
            index += 1;
        }
        false
    }

    const fn is_matched_by(&self, template: &Template<'_>, length: usize) -> bool {
        let mut next = Some(start(template));
        let mut at = 0;
        while at < length {
            let Some(position) = next else {
                return false;
            };
            let Chosen { text, is_any } = self.topic[at];
            let takes = if is_any {
                position.has_any()
            } else {
                position.has(text)
            };
            if !takes {
                return false;
            }
            next = position.advance();
            at += 1;
        }
        Position::may_end(next)
    }

    #[track_caller]
    const fn refuse(&self, length: usize) -> ! {
        let mut topic = Message::new();
        let mut at = 0;
        while at < length {
            if at > 0 {
                topic.text(".");
            }
            topic.piece(self.topic[at].text);
            at += 1;
        }
        let topic = topic.as_str();
        let mut message = Message::new();
        message.quoted(self.pair.0.0);
        message.text(" and ");
        message.quoted(self.pair.1.0);
        message.text(" both match ");
        message.quoted(topic);
        message.text(" and neither is more specific; declare ");
        message.quoted(topic);
        message.text(", or rename one");
        message.fail()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use alloc::vec::Vec;
    use alloc::{format, vec};

    /// All templates of at most two segments over few literals, and some longer ones.
    fn templates() -> Vec<String> {
        let segments = ["a", "b", "<x>", "<x: a | b>", "<x: b | c>"];
        let lasts = ["a", "b", "<y>", "<y: a | b>", "<y: c | b>", "<y..>"];
        let mut templates: Vec<String> = lasts.iter().map(|last| (*last).into()).collect();
        for segment in segments {
            templates.extend(lasts.iter().map(|last| format!("{segment}.{last}")));
        }
        templates.extend(
            [
                "a.b.c",
                "<x>.<y>.<z>",
                "a.<y>.<z..>",
                "<x>.b.<z: a | c>",
                "a.<y: b | c>.c",
            ]
            .map(String::from),
        );
        templates
    }

    /// Every topic of at most four segments over the literals, and a segment that no template names.
    fn topics() -> Vec<String> {
        let mut topics: Vec<String> = Vec::new();
        let mut longest = vec![String::new()];
        for _ in 0..4 {
            longest = longest
                .iter()
                .flat_map(|start| ["a", "b", "c", "z"].map(|end| format!("{start}.{end}")))
                .collect();
            topics.extend(longest.iter().map(|topic| topic[1..].into()));
        }
        topics
    }

    #[test]
    fn it_says_of_two_templates_what_the_methods_say() {
        let texts = templates();
        for a in &texts {
            for b in &texts {
                let (a, b) = (Template::from_checked(a), Template::from_checked(b));
                assert_eq!(covers(&a, &b), a.covers(&b), "{a} {b}");
                assert_eq!(overlaps(&a, &b), a.overlaps(&b), "{a} {b}");
            }
        }
    }

    #[test]
    fn the_more_specific_come_first() {
        const LENGTH: usize = 41;
        let texts = templates();
        let templates: Vec<Template<'_>> = texts
            .iter()
            .map(|text| Template::from_checked(text))
            .collect();
        let order = by_specificity::<LENGTH>(&templates);
        for (place, index) in order.into_iter().enumerate() {
            for later in &order[place..] {
                let (before, after) = (templates[index], templates[*later]);
                assert!(
                    !before.covers(&after) || after.covers(&before),
                    "{before} {after}"
                );
            }
        }
    }

    /// Whether each topic that both match is matched by one more specific than both, in plain words.
    fn is_settled(templates: &[Template<'_>], topics: &[String]) -> bool {
        let [a, b, ..] = templates else {
            return true;
        };
        let settling: Vec<_> = templates
            .iter()
            .filter(|other| a.covers(other) && b.covers(other))
            .collect();
        topics
            .iter()
            .filter(|topic| a.matches(topic) && b.matches(topic))
            .all(|topic| settling.iter().any(|other| other.matches(topic)))
    }

    #[test]
    fn overlaps_are_settled_as_brute_force_says() {
        let (texts, topics) = (templates(), topics());
        let all: Vec<Template<'_>> = texts
            .iter()
            .map(|text| Template::from_checked(text))
            .collect();
        let mut random = 1_usize;
        let (mut settled, mut unsettled) = (0, 0);
        for a in &all {
            for b in &all {
                if !a.overlaps(b) || a.covers(b) || b.covers(a) {
                    continue;
                }
                // What may settle is drawn from what lies below both, and a few that do not.
                let below: Vec<_> = all
                    .iter()
                    .filter(|other| a.covers(other) && b.covers(other))
                    .collect();
                for round in 0..24 {
                    let mut templates = vec![*a, *b];
                    for _ in 0..round % 6 {
                        random = random
                            .wrapping_mul(6_364_136_223_846_793_005)
                            .wrapping_add(1);
                        let drawn = random >> 33;
                        templates.push(match below.get(drawn % (below.len() + 1)) {
                            Some(other) => **other,
                            None => all[drawn % all.len()],
                        });
                    }
                    let found = Search {
                        templates: &templates,
                        pair: (a, b),
                        topic: [Chosen::NONE; 4],
                    }
                    .unsettled();
                    let expected = is_settled(&templates, &topics);
                    assert_eq!(found.is_none(), expected, "{templates:?}");
                    if expected {
                        settled += 1;
                    } else {
                        unsettled += 1;
                    }
                }
            }
        }
        assert!(settled > 100 && unsettled > 100, "{settled} {unsettled}");
    }
}
