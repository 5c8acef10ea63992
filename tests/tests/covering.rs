//! Patterns that are known to match every topic of a hierarchy.

use topics::{Hierarchy, Pattern, PatternOf, SegmentValue, TopicPattern, covering, pattern};
use topics_tests::naive;

#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
enum Region {
    #[segment(alias = "europe")]
    Eu,
    Us,
}

mod bus {
    topics::topics! {
        pub enum BusTopic;

        attacker;
        attacker.<path..> as Attacks;
        #[was("log")]
        system.log;
        metrics.<region: super::Region>.<on: bool>;
    }
}

use bus::BusTopic;

topics::topics! {
    /// Of one letter each, for brute force.
    enum Small;

    #[first]
    <x>.<y: a | b was c> as Values;
    b.<rest..> as Tail;
    <x: a | c> as One;
}

#[test]
fn the_patterns_are_those_that_were_written() {
    const ALL: [PatternOf<'static, BusTopic<'static>>; 5] = covering!(
        bus::BusTopic,
        "attacker",
        "attacker.>",
        "*.log",
        "log",
        "metrics.>"
    );
    assert_eq!(ALL[3], pattern!(BusTopic, "log"));
    assert_eq!(ALL[2].to_pattern(), "*.log");
    let patterns = ALL.map(Pattern::from);
    assert_eq!(BusTopic::missed_by(&patterns).next(), None);
    assert!(BusTopic::missed_by(&patterns[1..]).eq([bus::Attacker::TEMPLATE]));
}

/// Those of `bool` and of an enum, both texts of a renamed one.
#[test]
fn the_values_of_a_type_count_one_by_one() {
    let _ = covering!(
        BusTopic,
        "attacker",
        "attacker.*",
        "attacker.*.>",
        "log",
        "system.>",
        "metrics.eu.*",
        "metrics.us.true",
        "metrics.us.false",
        "metrics.europe.>",
    );
    let all = [
        "attacker",
        "attacker.>",
        "log",
        "system.log",
        "metrics.*.true",
        "metrics.us.false",
    ];
    let mut all = all.map(Pattern::from_static).to_vec();
    assert!(BusTopic::missed_by(&all).eq([bus::Metrics::TEMPLATE]));
    all.push(Pattern::from_static("*.eu.*"));
    assert!(BusTopic::missed_by(&all).eq([bus::Metrics::TEMPLATE]));
    all.push(Pattern::from_static("*.europe.*"));
    assert_eq!(BusTopic::missed_by(&all).next(), None);
}

/// Every pair of patterns over a small alphabet, and every topic: a line is missed if and only if some topic is.
#[test]
fn what_is_missed_is_what_some_topic_shows() {
    let topics = naive::topics(&["a", "b", "c", "d"], 4);
    let patterns = naive::patterns(&["a", "b"], 3);
    for (index, first) in patterns.iter().enumerate() {
        for second in &patterns[index..] {
            let both = [first, second].map(|text| Pattern::new(text.as_str()).unwrap());
            let missed: Vec<_> = Small::missed_by(&both).collect();
            for template in Small::TEMPLATES {
                let is_missed = topics.iter().any(|topic| {
                    let is_matched = |text: &String| naive::matches(text, topic);
                    template.matches(topic) && !is_matched(first) && !is_matched(second)
                });
                assert_eq!(missed.contains(template), is_missed, "{template} {both:?}");
            }
        }
    }
}

#[test]
fn zero_or_more_segments_are_two_patterns() {
    let [all, below] = pattern!(BusTopic, "attacker")
        .and_below()
        .try_into()
        .unwrap();
    assert_eq!([&all, &below], ["attacker", "attacker.>"]);
    assert!(all.matches("attacker") && below.matches("attacker.web.1"));
    assert_eq!(
        topics::disjoint_patterns([&all, &below]),
        ["attacker", "attacker.>"]
    );
    assert_eq!(
        bus::Attacks::pattern().to_pattern().and_below(),
        ["attacker.>"]
    );
}
