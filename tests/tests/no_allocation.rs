//! Reading a topic and matching a pattern allocate nothing; refusing one allocates a copy of its text. A map gives back
//! what it no longer needs.
//!
//! In a binary of its own, since the allocator that counts is that of the whole program.

use std::num::NonZero;

use topics::{Pattern, PatternMap, Segment, SegmentValue, Tail, Template, TopicName};
use uuid::Uuid;

/// What a call returns, and how often it allocates on this thread.
fn counted<T>(call: impl FnOnce() -> T) -> (T, u64) {
    let mut result = None;
    let allocations = allocation_counter::measure(|| result = Some(call()));
    (result.expect("the call was made"), allocations.count_total)
}

/// What a call returns that allocates nothing.
#[track_caller]
fn without_allocation<T>(call: impl FnOnce() -> T) -> T {
    let (result, allocations) = counted(call);
    assert_eq!(allocations, 0);
    result
}

/// A value with texts of its own.
#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
pub enum Priority {
    /// `high`
    High,
    /// `low`
    Low,
}

/// A value around another.
#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number(i64);

topics::topics! {
    /// Each kind of placeholder, and lines that refuse before another one takes.
    pub enum BusTopic;

    system.log;
    system.<worker>.health;
    topology.<id>.mutation.<state: enqueued | applied | failed>;
    attacker.<rest..>;
    small.<a: u8>.<b: i16>.<c: u32>;
    large.<a: u64>.<b: i128>.<c: usize>.<d: NonZero<u8>>;
    session.<id: Uuid>.<open: bool>;
    job.<priority: Priority>.<number: Number>;
    fall.<a: u8>.<b: x | y>.end;
    fall.<a>.<rest..> as Fall;
    #[was("was.<state>.<n>.<rest..>")]
    is.<n: u8>.<state: on | off>.<rest..>;
}

/// A topic of each line.
const TEXTS: [&str; 14] = [
    "system.log",
    "system.mutator.health",
    "topology.t-17.mutation.applied",
    "attacker.session",
    "attacker.session.started.again.and.again.and.again.and.again",
    "small.255.-32768.4294967295",
    "large.18446744073709551615.-170141183460469231731687303715884105728.0.1",
    "session.67e55044-10b1-426f-9247-bb680e5fe0c8.true",
    "job.low.-7",
    "fall.1.x.end",
    "fall.one.x.end",
    "fall.1.z.end",
    "fall.007.x.y",
    "is.7.on.x.y",
];

#[test]
fn the_allocator_counts() {
    let (text, allocations) = counted(|| String::from("x"));
    assert_eq!((text.as_str(), allocations), ("x", 1));
}

#[test]
fn the_enum_reads_every_topic_without_allocation() {
    for text in TEXTS {
        let topic = without_allocation(|| BusTopic::parse(text)).expect(text);
        assert_eq!(topic.to_string(), text);
    }
}

#[test]
fn the_conversion_from_a_str_allocates_nothing() {
    for text in TEXTS {
        without_allocation(|| BusTopic::try_from(text)).expect(text);
    }
}

#[test]
fn each_struct_reads_its_topics_without_allocation() {
    without_allocation(|| SystemLog::parse("system.log")).expect("a topic");
    without_allocation(|| SystemHealth::parse("system.x.health")).expect("a topic");
    without_allocation(|| TopologyMutation::parse("topology.t.mutation.failed")).expect("a topic");
    without_allocation(|| Attacker::parse("attacker.a.b.c.d.e.f")).expect("a topic");
    without_allocation(|| Small::parse("small.0.0.0")).expect("a topic");
    without_allocation(|| Large::parse("large.1.1.1.1")).expect("a topic");
    let session = "session.67e55044-10b1-426f-9247-bb680e5fe0c8.false";
    without_allocation(|| Session::parse(session)).expect("a topic");
    without_allocation(|| Job::parse("job.high.7")).expect("a topic");
    without_allocation(|| Fall::parse("fall.1.z.end")).expect("a topic");
}

#[test]
fn a_former_name_is_read_without_allocation() {
    let name = "was.on.7.x.y";
    without_allocation(|| BusTopic::parse(name)).expect("a topic");
    without_allocation(|| BusTopic::parse_with_template(name)).expect("a topic");
    without_allocation(|| Is::parse(name)).expect("a topic");
    without_allocation(|| Is::parse("is.7.on.x.y")).expect("a topic");
}

#[test]
fn a_topic_of_many_segments_is_read_without_allocation() {
    let text = format!("attacker.{}", vec!["x"; 10_000].join("."));
    without_allocation(|| BusTopic::parse(&text)).expect("a topic");
}

#[test]
fn a_pattern_matches_without_allocation() {
    for pattern in ["system.*.health", "topology.>", ">", "*.*", "small.1.2.3"] {
        let pattern = without_allocation(|| Pattern::new(pattern)).expect("a pattern");
        for text in TEXTS {
            without_allocation(|| pattern.matches(text));
        }
        without_allocation(|| pattern.matches("not..a.topic"));
    }
}

/// Patterns of more shapes than a topic is looked up by.
fn many_shapes() -> Vec<Pattern<'static>> {
    let pattern = |stars: usize| {
        let pieces = (0..6).map(|piece| if stars >> piece & 1 == 1 { "*" } else { "x" });
        Pattern::new(pieces.collect::<Vec<_>>().join(".")).expect("a pattern")
    };
    (0..64).map(pattern).collect()
}

#[test]
fn a_map_finds_what_matches_without_allocation() {
    let texts = ["system.*.health", "topology.>", ">", "*.*", "small.1.2.3"];
    let mut map: PatternMap<usize> = texts
        .map(Pattern::from_static)
        .into_iter()
        .zip(0..)
        .collect();
    map.extend(many_shapes().into_iter().zip(0..));
    for text in TEXTS {
        assert!(without_allocation(|| map.matches(text).count()) > 0);
    }
    assert_eq!(
        without_allocation(|| map.matches("x.x.x.x.x.x").count()),
        65
    );
    let entries = without_allocation(|| map.matches("x.y.x.x.x.x").entries().count());
    assert_eq!(entries, 33);
    assert_eq!(
        without_allocation(|| map.matches("not..a.topic").count()),
        0
    );
}

/// How many more bytes are allocated after a call than before.
fn kept(call: impl FnOnce()) -> i64 {
    allocation_counter::measure(call).bytes_current
}

fn numbered(number: usize, rest: &str) -> Pattern<'static> {
    Pattern::new(format!("{number}.{rest}")).expect("a pattern")
}

#[test]
fn a_map_with_capacity_allocates_less_often() {
    let grow = |mut map: PatternMap<usize>| {
        let patterns: Vec<_> = (0..1_000).map(|number| numbered(number, "a")).collect();
        counted(|| map.extend(patterns.into_iter().zip(0..))).1
    };
    let mut reserved = PatternMap::new();
    reserved.reserve(1_000);
    let [reserved, with_capacity] = [reserved, PatternMap::with_capacity(1_000)].map(grow);
    assert!(reserved < grow(PatternMap::new()));
    assert_eq!(reserved, with_capacity);
}

#[test]
fn a_map_does_not_keep_the_texts_of_removed_patterns() {
    let mut map = PatternMap::new();
    map.insert(Pattern::from_static(">"), 0);
    let kept = kept(|| {
        for number in 0..10_000 {
            let key = map.insert(numbered(number, "a"), number);
            map.remove(key);
        }
    });
    assert!(kept < 4_000, "{kept} bytes");
}

#[test]
fn a_shrunk_map_has_no_room_for_removed_values() {
    let mut map: PatternMap<usize> = many_shapes().into_iter().zip(0..).collect();
    map.shrink_to_fit();
    // Patterns of a shape that topics are looked up by, and of one that they aren't.
    for rest in ["a", "*.*.*.*.*"] {
        let kept = kept(|| {
            let keys: Vec<_> = (0..1_000)
                .map(|number| map.insert(numbered(number, rest), number))
                .collect();
            for key in keys {
                map.remove(key);
            }
            map.shrink_to_fit();
        });
        assert!(kept < 1_000, "{kept} bytes");
    }
}

/// A clone has no room that it doesn't need.
#[test]
fn a_shrunk_map_takes_as_much_as_a_clone_of_it() {
    let mut map = PatternMap::new();
    let taken = kept(|| {
        let keys: Vec<_> = (0..1_000)
            .map(|number| map.insert(numbered(number, "a"), number))
            .collect();
        for key in keys.into_iter().step_by(3) {
            map.remove(key);
        }
        map.shrink_to_fit();
    });
    let mut clone = PatternMap::new();
    let copied = kept(|| clone = map.clone());
    assert!((taken - copied).abs() < 200, "{taken} and {copied} bytes");
}

#[test]
fn patterns_are_compared_without_allocation() {
    let [all, one] = [Pattern::from_static("a.>"), Pattern::from_static("a.*.c")];
    assert!(without_allocation(|| all.covers(&one)));
    assert!(without_allocation(|| all.overlaps(&one)));
}

#[test]
fn a_template_matches_without_allocation() {
    for template in BusTopic::TEMPLATES {
        for text in TEXTS {
            without_allocation(|| template.matches(text));
        }
    }
}

#[test]
fn text_is_checked_without_allocation() {
    without_allocation(|| Segment::new("t-17")).expect("a segment");
    without_allocation(|| Tail::new("a.b.c")).expect("a tail");
    without_allocation(|| TopicName::new("a.b.c")).expect("a topic");
    without_allocation(|| Template::new("a.<b: c | d>.<e..>")).expect("a template");
}

#[test]
fn a_topic_is_built_of_borrowed_text_without_allocation() {
    without_allocation(|| SystemHealth::new("mutator")).expect("a topic");
    without_allocation(|| Attacker::new("a.b.c")).expect("a topic");
    without_allocation(|| Small::new(1, 2, 3));
}

#[test]
fn a_name_is_written_into_a_string_with_room_without_allocation() {
    let mut name = String::with_capacity(128);
    for text in TEXTS {
        let topic = BusTopic::parse(text).expect(text);
        name.clear();
        without_allocation(|| topic.write_to(&mut name));
        assert_eq!(name, text);
    }
}

#[test]
fn a_name_is_made_in_one_allocation_and_has_no_more_room_than_it_takes() {
    for text in TEXTS {
        let topic = BusTopic::parse(text).expect(text);
        let (name, allocations) = counted(|| topic.name());
        assert_eq!((name.as_str(), allocations), (text, 1));
        assert_eq!(String::from(name).capacity(), text.len());
        let (name, allocations) = counted(|| topic.to_string());
        assert_eq!((name.as_str(), allocations), (text, 1));
        let (name, allocations) = counted(|| {
            let mut name = String::new();
            topic.write_to(&mut name);
            name
        });
        assert_eq!((name.as_str(), allocations), (text, 1));
        assert_eq!(name.capacity(), text.len());
    }
}

#[test]
fn a_pattern_is_allocated_once_for_each_placeholder_that_is_set() {
    let every = without_allocation(|| Pattern::from(SystemHealth::pattern()));
    assert_eq!(every, "system.*.health");
    let (pattern, allocations) = counted(|| {
        let pattern = SystemHealth::pattern().worker("mutator");
        pattern.map(Pattern::from)
    });
    assert_eq!(pattern.expect("a pattern"), "system.mutator.health");
    assert_eq!(allocations, 1);
}

#[test]
fn a_refusal_allocates_a_copy_of_its_text_and_no_more() {
    for text in [
        "",
        "a..b",
        "a b",
        "unknown",
        "system.x.y.z",
        "small.256.0.0",
        "small.0.007.0",
        "session.7.true",
        "session.67e55044-10b1-426f-9247-bb680e5fe0c8.yes",
        "topology.t.mutation.undone",
        "job.urgent.7",
        "job.high.x",
    ] {
        let (result, allocations) = counted(|| BusTopic::parse(text));
        let error = result.expect_err(text);
        assert_eq!(error.text(), text);
        // A copy of an empty text takes no memory.
        assert_eq!(allocations, u64::from(!text.is_empty()), "{text:?}");
    }
}
