//! In generic functions, traits and closures, and of what only they know.

use topics::{Hierarchy, ParseError, Pattern, PatternOf, SegmentValue, TextError, pattern, topic};

topics::topics! {
    pub enum BusTopic;
    shard.<number: u16>.<rest..>;
    system.log;
}

fn of_a_value<T: SegmentValue>(number: T) -> Result<PatternOf<'static, BusTopic<'static>>, TextError> {
    pattern!(BusTopic, "shard.{number}.>")
}

fn received<'t, H: Hierarchy>(pattern: &PatternOf<'_, H>, name: &'t str) -> Result<H::Of<'t>, ParseError> {
    pattern.parse(name)
}

trait Subscription {
    const PATTERN: Pattern<'static> = pattern!("shard.>");

    fn name(&self) -> String {
        topic!(BusTopic, "system.log").to_string()
    }
}

impl Subscription for () {}

fn main() {
    let one = of_a_value(7_u16).unwrap();
    assert_eq!(one, "shard.7.>");
    let topic = received(&one, "shard.7.a").unwrap();
    assert_eq!(topic.to_string(), "shard.7.a");
    assert_eq!(<() as Subscription>::PATTERN, "shard.>");
    assert_eq!(().name(), "system.log");
    let all: Vec<_> = [1_u16, 2].iter().map(|number| pattern!("shard.{number}.>")).collect();
    assert!(all.iter().all(Result::is_ok));
}
