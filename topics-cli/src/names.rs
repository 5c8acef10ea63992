//! Reads names by the templates of a lock.

use std::cmp::Reverse;

use topics::lock::{Lock, LockEntry};
use topics::{PatternMap, PlaceholderKind, Template, TemplateSegment, TextErrorKind, TopicName};

/// The templates of a lock, ready to read names.
pub(crate) struct Names<'l> {
    lines: Vec<Line<'l>>,
    /// The places of the lines; of lines with one pattern, the more specific one comes first.
    by_pattern: PatternMap<usize>,
    /// Whether a line is read before others that are no less specific.
    has_first: bool,
}

/// A template, ready to read names.
pub(crate) struct Line<'l> {
    pub(crate) template: Template<'l>,
    /// What each segment has to be, beside what the pattern says.
    segments: Vec<Expected<'l>>,
    /// The places of the lines that are no less specific, but which this one is read before.
    first_before: Vec<usize>,
}

/// Whether the topics that both match are read as those of the first line.
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

enum Expected<'l> {
    Literal,
    Value { name: &'l str, of: Allowed<'l> },
    Tail,
}

/// What the value of a placeholder can be.
enum Allowed<'l> {
    Any,
    Texts(Vec<&'l str>),
    Integer { is_signed: bool, bits: u32 },
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
        let lines: Vec<_> = ordered
            .iter()
            .map(|entry| Line::of(entry, &ordered, lock))
            .collect();
        let patterns = lines.iter().map(|line| line.template.pattern());
        let by_pattern = patterns.zip(0..).collect();
        let has_first = lines.iter().any(|line| !line.first_before.is_empty());
        Self {
            lines,
            by_pattern,
            has_first,
        }
    }

    /// The lines; each keeps its place.
    pub(crate) fn lines(&self) -> &[Line<'l>] {
        &self.lines
    }

    /// The place of the line that a name is read as: the most specific one that matches, or the first one.
    pub(crate) fn find(&self, name: &str) -> Result<usize, Fault<'l>> {
        let (mut fault, mut found) = (None, None);
        for place in self.by_pattern.matches(name) {
            let line = &self.lines[*place];
            if found.is_some_and(|found| !line.first_before.contains(&found)) {
                continue;
            }
            match line.wrong_value(name) {
                None if !self.has_first => return Ok(*place),
                None => found = Some(*place),
                Some((placeholder, at)) => {
                    fault.get_or_insert(Fault::NoSuchValue {
                        template: line.template,
                        placeholder,
                        place: at,
                    });
                }
            }
        }
        if let Some(found) = found {
            return Ok(found);
        }
        Err(fault.unwrap_or_else(|| match TopicName::new(name) {
            Ok(_) => Fault::NoSuchTopic,
            Err(error) => Fault::NotATopic {
                kind: error.kind(),
                at: error.at(),
            },
        }))
    }
}

impl<'l> Line<'l> {
    fn of(entry: &'l LockEntry, lines: &[&LockEntry], lock: &'l Lock) -> Self {
        let template = entry.template();
        let segments = template.segments().map(|segment| match segment {
            TemplateSegment::Literal(_) => Expected::Literal,
            TemplateSegment::Placeholder(placeholder) => {
                let of = match placeholder.kind() {
                    PlaceholderKind::Tail => return Expected::Tail,
                    PlaceholderKind::Closed(values) => Allowed::Texts(values.clone().collect()),
                    PlaceholderKind::Typed(name) => match lock.type_named(name) {
                        Some(of) => Allowed::Texts(of.texts().collect()),
                        None => Allowed::of_type(name),
                    },
                    _ => Allowed::Any,
                };
                Expected::Value {
                    name: placeholder.name(),
                    of,
                }
            }
        });
        let others = lines.iter().enumerate();
        let first_before =
            others.filter(|(_, other)| wins(entry, other) && !other.template().covers(&template));
        Self {
            template,
            segments: segments.collect(),
            first_before: first_before.map(|(place, _)| place).collect(),
        }
    }

    /// The first placeholder that does not have such a value, and the place of its segment.
    fn wrong_value(&self, name: &str) -> Option<(&'l str, usize)> {
        let mut segments = self.segments.iter().zip(name.split('.')).enumerate();
        segments.find_map(|(place, (expected, value))| match expected {
            Expected::Value { name, of } if !of.allows(value) => Some((*name, place)),
            _ => None,
        })
    }

    /// The placeholders and their values in a name of this line; tails are left out.
    pub(crate) fn values<'n>(&self, name: &'n str) -> impl Iterator<Item = (&'l str, &'n str)> {
        let segments = self.segments.iter().zip(name.split('.'));
        segments.filter_map(|(expected, value)| match expected {
            Expected::Value { name, .. } => Some((*name, value)),
            _ => None,
        })
    }
}

impl Allowed<'_> {
    /// Of a type that the lock has no texts of.
    fn of_type(name: &str) -> Self {
        let (is_signed, bits) = match name.split_at_checked(1) {
            Some(("u", bits)) => (false, bits),
            Some(("i", bits)) => (true, bits),
            _ if name == "bool" => return Self::Texts(vec!["true", "false"]),
            _ => return Self::Any,
        };
        match bits {
            "8" | "16" | "32" | "64" | "128" => match bits.parse() {
                Ok(bits) => Self::Integer { is_signed, bits },
                Err(_) => Self::Any,
            },
            "size" => Self::Integer {
                is_signed,
                bits: 64,
            },
            _ => Self::Any,
        }
    }

    fn allows(&self, value: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Texts(texts) => texts.contains(&value),
            Self::Integer { is_signed, bits } => is_integer(value, *is_signed, *bits),
        }
    }
}

/// Whether a text is an integer as the library writes it: no sign but `-`, and no zero in front.
fn is_integer(value: &str, is_signed: bool, bits: u32) -> bool {
    let (is_negative, digits) = match value.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, value),
    };
    let is_written_so = match digits.as_bytes() {
        [b'0'] => !is_negative,
        [b'1'..=b'9', rest @ ..] => rest.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    let bits_of_size = if is_signed { bits - 1 } else { bits };
    let most = u128::MAX >> (128 - bits_of_size);
    is_written_so
        && (is_signed || !is_negative)
        && digits
            .parse::<u128>()
            .is_ok_and(|size| size.saturating_sub(u128::from(is_negative)) <= most)
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
                .find(name)
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
            let found = names.find(name).expect("a topic");
            assert_eq!(names.lines()[found].template, expected, "{name}");
        }
    }

    #[test]
    fn integers_are_those_of_the_library() {
        fn agrees<T: topics::SegmentValue>(is_signed: bool, bits: u32) {
            for text in [
                "0",
                "-0",
                "00",
                "+1",
                "1",
                "-1",
                "127",
                "128",
                "-128",
                "-129",
                "255",
                "256",
                "x",
                "",
                "18446744073709551615",
                "18446744073709551616",
                "-9223372036854775808",
                "-9223372036854775809",
                "340282366920938463463374607431768211455",
                "170141183460469231731687303715884105727",
                "170141183460469231731687303715884105728",
                "-170141183460469231731687303715884105728",
                "340282366920938463463374607431768211456",
            ] {
                let read = topics::Segment::new(text).is_ok_and(|s| T::from_segment(s).is_ok());
                assert_eq!(
                    is_integer(text, is_signed, bits),
                    read,
                    "{text} {is_signed} {bits}"
                );
            }
        }
        agrees::<u8>(false, 8);
        agrees::<i8>(true, 8);
        agrees::<u64>(false, 64);
        agrees::<i64>(true, 64);
        agrees::<u128>(false, 128);
        agrees::<i128>(true, 128);
    }
}
