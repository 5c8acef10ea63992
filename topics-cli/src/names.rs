//! Reads names by the templates of a lock.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use topics::lock::{Lock, LockEntry};
use topics::{PlaceholderKind, Template, TemplateSegment, TextErrorKind, Texts, TopicName};

/// The templates of a lock, ready to read names.
pub(crate) struct Names<'l> {
    lines: Vec<Line<'l>>,
    /// The lines by their segments. The first node is the root.
    nodes: Vec<Node<'l>>,
    /// Whether a line is read before others that are no less specific.
    has_first: bool,
    placeholders: Vec<&'l str>,
}

/// Where a name may be after some of its segments.
#[derive(Default)]
struct Node<'l> {
    literals: HashMap<&'l str, usize, RandomState>,
    /// The node after any segment.
    any: Option<usize>,
    /// The places of the lines that end here; the more specific one comes first.
    ends: Vec<usize>,
    /// The same of those that take one or more segments from here on.
    tails: Vec<usize>,
}

/// Where the segments of a name end; kept from name to name, so that it costs no allocation.
#[derive(Default)]
pub(crate) struct Cut(Vec<usize>);

impl Cut {
    fn of(&mut self, name: &str) {
        self.0.clear();
        let bytes = name.bytes().enumerate();
        self.0
            .extend(bytes.filter(|(_, byte)| *byte == b'.').map(|(at, _)| at));
        self.0.push(name.len());
    }

    fn segment<'n>(&self, name: &'n str, place: usize) -> &'n str {
        let start = place.checked_sub(1).map_or(0, |before| self.0[before] + 1);
        &name[start..self.0[place]]
    }
}

/// A template, ready to read names.
pub(crate) struct Line<'l> {
    pub(crate) template: Template<'l>,
    values: Vec<Expected<'l>>,
    /// Whether each value can be any.
    takes_any: bool,
    /// The places of the lines that are no less specific, but which this one is read before.
    first_before: Vec<usize>,
}

/// Whether the topics that both match are read as those of the first line.
///
/// What is recorded of a type beyond its name counts only when a name is read: where the declaration is compiled and its
/// lines are put into order, nobody knows it.
pub(crate) fn wins(one: &LockEntry, other: &LockEntry) -> bool {
    let (is_first, one, other) = (
        one.is_first() && !other.is_first(),
        one.template(),
        other.template(),
    );
    let is_less_specific = one.covers(&other);
    let is_more_specific = other.covers(&one);
    !is_less_specific && (is_more_specific || is_first && one.overlaps(&other))
}

/// A placeholder of one segment.
struct Expected<'l> {
    /// The place of the segment.
    place: usize,
    /// The place of its name among those of the hierarchy.
    name: usize,
    of: Texts<'l>,
}

/// Why a name is no topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault<'l> {
    NotATopic {
        kind: TextErrorKind,
        at: usize,
    },
    NoSuchTopic,
    NoSuchValue {
        template: Template<'l>,
        placeholder: &'l str,
        place: usize,
    },
}

impl<'l> Names<'l> {
    pub(crate) fn of(lock: &'l Lock) -> Self {
        let mut entries: Vec<&LockEntry> = lock.entries().iter().collect();
        // A lock may have a template twice, with different payloads.
        entries.dedup_by_key(|entry| entry.template());
        let covering = |entry: &LockEntry| {
            let template = entry.template();
            let covers = |other: &&&LockEntry| other.template().covers(&template);
            entries.iter().filter(covers).count()
        };
        // More templates cover the more specific one.
        let mut ordered = entries.clone();
        ordered.sort_by_cached_key(|entry| Reverse(covering(entry)));
        let mut placeholders = Vec::new();
        for entry in &ordered {
            let of_one_segment = entry.template().placeholders();
            let of_one_segment = of_one_segment.filter(|p| *p.kind() != PlaceholderKind::Tail);
            placeholders.extend(of_one_segment.map(|placeholder| placeholder.name()));
        }
        placeholders.sort_unstable();
        placeholders.dedup();
        let lines: Vec<_> = ordered
            .iter()
            .map(|entry| Line::of(entry, &ordered, lock, &placeholders))
            .collect();
        let mut nodes = vec![Node::default()];
        for (place, line) in lines.iter().enumerate() {
            add(line.template, place, &mut nodes);
        }
        let has_first = lines.iter().any(|line| !line.first_before.is_empty());
        Self {
            lines,
            nodes,
            has_first,
            placeholders,
        }
    }

    /// The lines; each keeps its place.
    pub(crate) fn lines(&self) -> &[Line<'l>] {
        &self.lines
    }

    /// The names of the placeholders of one segment, sorted, each once.
    pub(crate) fn placeholders(&self) -> &[&'l str] {
        &self.placeholders
    }

    /// The place of the line that a name is read as: the most specific one that matches, or the first one.
    pub(crate) fn find(&self, name: &str, cut: &mut Cut) -> Result<usize, Fault<'l>> {
        if let Err(error) = TopicName::new(name) {
            let (kind, at) = (error.kind(), error.at());
            return Err(Fault::NotATopic { kind, at });
        }
        cut.of(name);
        let mut search = Search {
            names: self,
            name,
            cut,
            found: None,
            fault: None,
        };
        search.enter(0, 0);
        let fault = search.fault.unwrap_or(Fault::NoSuchTopic);
        search.found.ok_or(fault)
    }
}

/// Adds a line to the nodes.
fn add<'l>(template: Template<'l>, place: usize, nodes: &mut Vec<Node<'l>>) {
    let mut at = 0;
    for segment in template.segments() {
        let new = nodes.len();
        let next = match segment {
            TemplateSegment::Literal(text) => *nodes[at].literals.entry(text).or_insert(new),
            TemplateSegment::Placeholder(of) if *of.kind() == PlaceholderKind::Tail => {
                nodes[at].tails.push(place);
                return;
            }
            TemplateSegment::Placeholder(_) => *nodes[at].any.get_or_insert(new),
        };
        if next == new {
            nodes.push(Node::default());
        }
        at = next;
    }
    nodes[at].ends.push(place);
}

/// The search for the line of one name.
struct Search<'s, 'l> {
    names: &'s Names<'l>,
    name: &'s str,
    cut: &'s Cut,
    found: Option<usize>,
    fault: Option<Fault<'l>>,
}

impl<'s, 'l> Search<'s, 'l> {
    /// Tries the lines of a node that is reached with so many segments, literals first.
    fn enter(&mut self, node: usize, passed: usize) {
        let node: &'s Node<'l> = &self.names.nodes[node];
        if passed == self.cut.0.len() {
            return self.try_all(&node.ends);
        }
        if !node.literals.is_empty() {
            let literal = node.literals.get(self.cut.segment(self.name, passed));
            if let Some(next) = literal {
                self.enter(*next, passed + 1);
            }
        }
        if let Some(next) = node.any.filter(|_| !self.is_over()) {
            self.enter(next, passed + 1);
        }
        self.try_all(&node.tails);
    }

    /// Whether no other line can be the one that is read first.
    fn is_over(&self) -> bool {
        self.found.is_some() && !self.names.has_first
    }

    fn try_all(&mut self, places: &[usize]) {
        for place in places {
            let line = &self.names.lines[*place];
            if self.is_over() {
                return;
            }
            if self
                .found
                .is_some_and(|found| !line.first_before.contains(&found))
            {
                continue;
            }
            match line.wrong_value(self.name, self.cut) {
                None => self.found = Some(*place),
                Some(wrong) => {
                    self.fault.get_or_insert(Fault::NoSuchValue {
                        template: line.template,
                        placeholder: self.names.placeholders[wrong.name],
                        place: wrong.place,
                    });
                }
            }
        }
    }
}

impl<'l> Line<'l> {
    fn of(entry: &'l LockEntry, lines: &[&LockEntry], lock: &'l Lock, names: &[&str]) -> Self {
        let template = entry.template();
        let mut values = Vec::new();
        for (place, segment) in template.segments().enumerate() {
            let TemplateSegment::Placeholder(placeholder) = segment else {
                continue;
            };
            if let PlaceholderKind::Tail = placeholder.kind() {
                continue;
            }
            // What isn't known may be any.
            let of = lock.texts_of(placeholder.kind()).unwrap_or(Texts::ANY);
            if let Ok(name) = names.binary_search(&placeholder.name()) {
                values.push(Expected { place, name, of });
            }
        }
        let others = lines.iter().enumerate();
        let first_before =
            others.filter(|(_, other)| wins(entry, other) && !other.template().covers(&template));
        Self {
            template,
            takes_any: values.iter().all(|value| value.of == Texts::ANY),
            values,
            first_before: first_before.map(|(place, _)| place).collect(),
        }
    }

    /// The first placeholder that does not have such a value.
    fn wrong_value(&self, name: &str, cut: &Cut) -> Option<&Expected<'l>> {
        if self.takes_any {
            return None;
        }
        let mut values = self.values.iter();
        values.find(|expected| !expected.of.have(cut.segment(name, expected.place)))
    }

    /// The placeholders, by their places among the names, and their values in a name of this line; tails are left out.
    pub(crate) fn values<'n>(
        &self,
        name: &'n str,
        cut: &Cut,
    ) -> impl Iterator<Item = (usize, &'n str)> {
        let values = self.values.iter();
        values.map(|expected| (expected.name, cut.segment(name, expected.place)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_specific_line_reads_a_name() {
        let text =
            "topics-lock 1 Bus\na.<x>\na.<x: on | off>\na.b\na.<rest..>\ntype T => p\nc.<t: T>\n";
        let lock = Lock::parse(text).expect("a lock");
        let names = Names::of(&lock);
        let read = |name: &str| {
            names
                .find(name, &mut Cut::default())
                .map(|place| names.lines()[place].template.as_str())
        };
        assert_eq!(read("a.b"), Ok("a.b"));
        assert_eq!(read("a.on"), Ok("a.<x: on | off>"));
        assert_eq!(read("a.c"), Ok("a.<x>"));
        assert_eq!(read("a.c.d"), Ok("a.<rest..>"));
        assert_eq!(read("c.p"), Ok("c.<t: T>"));
        assert_eq!(read("b"), Err(Fault::NoSuchTopic));
        assert!(matches!(
            read("c.q"),
            Err(Fault::NoSuchValue {
                placeholder: "t",
                place: 1,
                ..
            })
        ));
        assert!(matches!(read("a..b"), Err(Fault::NotATopic { at: 2, .. })));
    }

    /// Also where a type takes less than lines that are more specific as far as the macro knows.
    #[test]
    fn a_name_is_read_as_the_program_reads_it() {
        use topics::SegmentValue;

        #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[segment(rename_all = "lowercase")]
        enum Region {
            #[segment(alias = "p")]
            Q,
        }

        topics::topics! {
            enum Bus;
            c.<region: Region>;
            c.<x: p | q | r> as Listed;
            #[first]
            <region: Region>.d.<text>;
            <x>.<of: s | q>.e as Closed;
            p.<y: u8>.<text> as P;
        }

        let text = "topics-lock 1 Bus\nc.<region: Region>\nc.<x: p | q | r>\nfirst <region: Region>.d.<text>\n\
                    <x>.<of: s | q>.e\np.<y: u8>.<text>\ntype Region => q was p\n";
        let lock = Lock::parse(text).expect("a lock");
        let names = Names::of(&lock);
        let segments = ["c", "d", "e", "p", "q", "r", "s", "7"];
        let pairs = segments
            .iter()
            .flat_map(|a| segments.map(|b| format!("{a}.{b}")));
        let pairs: Vec<String> = pairs.collect();
        let threes = pairs
            .iter()
            .flat_map(|pair| segments.map(|end| format!("{pair}.{end}")));
        for name in threes.chain(pairs.clone()) {
            let found = names.find(&name, &mut Cut::default()).ok();
            let found = found.map(|place| names.lines()[place].template);
            let read = Bus::parse(&name).ok().map(|topic| topic.template());
            assert_eq!(found, read, "{name}");
        }
    }

    #[test]
    fn the_first_line_is_read_before_lines_that_are_no_less_specific() {
        let text = "topics-lock 1 Homie\n5.<device>.<node>.<property>\nfirst 5.$broadcast.<sub..>\n\
                    5.<device>.$state\n5.$broadcast.$state\n";
        let lock = Lock::parse(text).expect("a lock");
        let names = Names::of(&lock);
        for (name, expected) in [
            ("5.lamp.light.on", "5.<device>.<node>.<property>"),
            ("5.$broadcast.alert.fire", "5.$broadcast.<sub..>"),
            ("5.$broadcast.alert", "5.$broadcast.<sub..>"),
            ("5.$broadcast.$state", "5.$broadcast.$state"),
            ("5.lamp.$state", "5.<device>.$state"),
        ] {
            let found = names.find(name, &mut Cut::default()).expect("a topic");
            assert_eq!(names.lines()[found].template, expected, "{name}");
        }
    }
}
