//! What a pattern becomes is found without a trait, whatever placeholders are called.

topics::topics! {
    #[was("worker.<id>.health")]
    system.<id>.health;
}

#[derive(topics::Topic, Clone, Debug, PartialEq, Eq, Hash)]
#[topic("decky.<id>")]
struct Decky<'a> {
    id: topics::Segment<'a>,
}

#[derive(topics::Topics, Clone, Debug, PartialEq, Eq, Hash)]
enum Bus<'a> {
    #[topic("attacker.<id>")]
    Attacker { id: topics::Segment<'a> },
}

mod named_likewise {
    topics::topics! {
        a.<to_pattern>;
        b.<to_patterns: u8>;
    }

    pub(crate) fn check() {
        use topics::TopicPattern;

        let pattern = A::pattern().to_pattern("x").expect("a segment");
        assert_eq!(TopicPattern::to_pattern(&pattern), "a.x");
        assert_eq!(TopicPattern::to_patterns(&B::pattern().to_patterns(7)), ["b.7"]);
    }
}

fn main() {
    let pattern = SystemHealth::pattern();
    assert_eq!(pattern.to_pattern(), "system.*.health");
    assert_eq!(pattern.to_patterns(), ["system.*.health", "worker.*.health"]);
    assert_eq!(Decky::pattern().to_pattern(), "decky.*");
    assert_eq!(Bus::attacker_pattern().to_pattern(), "attacker.*");
    named_likewise::check();
}
