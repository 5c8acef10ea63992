//! The patterns of an enum's variants that have templates of their own.

use topics::{
    Hierarchy, ParseError, ParseTopic, Segment, SegmentValue, Tail, Topic, TopicPattern, TopicType,
    Topics,
};

#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
enum State {
    Applied,
    Failed,
}

#[derive(Topic, Clone, Debug, PartialEq)]
#[topic("system.<worker>.health")]
struct Health<'a> {
    worker: Segment<'a>,
}

/// Variants of every kind, with a lifetime of the user's own name.
#[derive(Topics, Clone, Debug, PartialEq)]
enum BusTopic<'text> {
    #[topic("topology.<id>.mutation.<state>")]
    #[was("mutation.<state>.<id>")]
    #[was("mutations.<id>.<state>")]
    TopologyMutation {
        state: State,
        id: Segment<'text>,
    },
    #[topic("attacker.<kind>.<what..>")]
    HTTPAttacker {
        what: Tail<'text>,
        kind: Segment<'static>,
    },
    #[topic("type.<type>.<fn>")]
    r#Type {
        r#fn: u8,
        r#type: Segment<'text>,
    },
    #[topic("system.log")]
    #[was("log")]
    Log,
    Health(Health<'text>),
    #[cfg(any())]
    #[topic("topology.<id>.mutation.<state>")]
    Never {
        id: NoSuchType,
        state: NoSuchType,
    },
    #[cfg(test)]
    #[topic("always.<n>")]
    Always {
        n: u8,
    },
}

/// Nothing in it borrows.
#[derive(Topics, Clone, Debug, PartialEq)]
enum Owned {
    #[topic("session.<id>.<open>")]
    #[was("session.<open>.of.<id>")]
    Session { id: Segment<'static>, open: bool },
    #[topic("shard.<n>")]
    Shard { n: u16 },
}

fn patterns(of: &impl TopicPattern) -> Vec<String> {
    of.to_patterns().into_iter().map(Into::into).collect()
}

#[test]
fn what_is_not_set_is_a_wildcard() -> Result<(), topics::BuildError> {
    let every = BusTopic::topology_mutation_pattern();
    assert_eq!(every.to_string(), "topology.*.mutation.*");
    let failed = every.clone().state(State::Failed);
    assert_eq!(failed.to_pattern(), "topology.*.mutation.failed");
    let one = failed.clone().id("t-17")?;
    assert_eq!(one.to_pattern(), "topology.t-17.mutation.failed");
    assert_ne!(every, failed);
    assert_eq!(topics::Pattern::from(one.clone()), one.to_pattern());
    assert!(failed.id("a.b").is_err());

    let attacker = BusTopic::http_attacker_pattern();
    assert_eq!(attacker.to_pattern(), "attacker.*.>");
    let attacker = attacker.what("22.open")?;
    assert_eq!(attacker.to_string(), "attacker.*.22.open");
    assert_eq!(
        attacker.kind(String::from("port"))?.to_string(),
        "attacker.port.22.open"
    );

    assert_eq!(BusTopic::log_pattern().to_string(), "system.log");
    assert_eq!(BusTopic::always_pattern().n(7).to_pattern(), "always.7");
    assert_eq!(
        Owned::session_pattern().id("s-1")?.open(true).to_pattern(),
        "session.s-1.true"
    );
    Ok(())
}

#[test]
fn raw_names_lose_their_prefix() -> Result<(), topics::BuildError> {
    let pattern: BusTopicTypePattern = BusTopic::type_pattern();
    assert_eq!(pattern.to_string(), "type.*.*");
    let pattern = pattern.r#fn(7).r#type("x")?;
    assert_eq!(pattern.to_pattern(), "type.x.7");
    Ok(())
}

#[test]
fn former_names_are_subscribed_to() -> Result<(), topics::BuildError> {
    assert_eq!(
        patterns(&BusTopic::topology_mutation_pattern().id("t-17")?),
        [
            "topology.t-17.mutation.*",
            "mutation.*.t-17",
            "mutations.t-17.*"
        ]
    );
    assert_eq!(patterns(&BusTopic::log_pattern()), ["system.log", "log"]);
    assert_eq!(
        patterns(&BusTopic::http_attacker_pattern()),
        ["attacker.*.>"]
    );
    assert_eq!(
        patterns(&Owned::session_pattern().open(false)),
        ["session.*.false", "session.false.of.*"]
    );
    assert_eq!(patterns(&Owned::shard_pattern()), ["shard.*"]);
    Ok(())
}

/// What a generic subscriber does with a pattern, whatever it is of.
fn receive<'t, P: TopicPattern>(
    pattern: &P,
    text: &'t str,
) -> Option<Result<<P::Topic as ParseTopic>::Of<'t>, ParseError>> {
    let is_mine = pattern.to_patterns().iter().any(|one| one.matches(text));
    is_mine.then(|| P::Topic::parse_from(text))
}

#[test]
fn what_is_received_is_the_enum() -> Result<(), Box<dyn std::error::Error>> {
    let failed = BusTopic::topology_mutation_pattern().state(State::Failed);
    let expected = BusTopic::TopologyMutation {
        id: Segment::new("t-17")?,
        state: State::Failed,
    };
    for text in [
        "topology.t-17.mutation.failed",
        "mutation.failed.t-17",
        "mutations.t-17.failed",
    ] {
        let received: BusTopic<'_> = receive(&failed, text).ok_or(text)??;
        assert_eq!(received, expected);
    }
    assert!(receive(&failed, "topology.t-17.mutation.applied").is_none());
    let received: Owned = receive(&Owned::shard_pattern(), "shard.7").ok_or("none")??;
    assert_eq!(received, Owned::Shard { n: 7 });
    assert!(receive(&Owned::shard_pattern(), "shard.x").is_some_and(|read| read.is_err()));
    Ok(())
}

#[test]
fn a_pattern_is_that_of_the_variants_template() {
    fn first<H: Hierarchy>() -> topics::Pattern<'static> {
        H::TEMPLATES[0].pattern()
    }
    assert_eq!(
        first::<BusTopic<'_>>(),
        BusTopic::topology_mutation_pattern().to_pattern()
    );
    assert_eq!(
        <Health<'_> as TopicType>::TEMPLATE.pattern(),
        Health::pattern().to_pattern()
    );
    assert_eq!(BusTopic::TEMPLATES.len(), 6);
}

/// A pattern keeps text that was made before it, and is kept in a constant while it has none.
#[test]
fn patterns_borrow_what_they_are_given() -> Result<(), topics::BuildError> {
    const EVERY: BusTopicTopologyMutationPattern = BusTopic::topology_mutation_pattern();
    let id = String::from("t-17");
    let pattern: BusTopicTopologyMutationPattern = EVERY.id(&id)?;
    assert_eq!(pattern.to_string(), "topology.t-17.mutation.*");
    Ok(())
}

mod visibility {
    mod inner {
        #[derive(topics::Topics)]
        pub(super) enum Shown {
            #[topic("shown.<n>")]
            Line { n: u8 },
        }
    }

    #[derive(topics::Topics)]
    enum Hidden<'a> {
        #[topic("hidden.<x>")]
        Line { x: topics::Segment<'a> },
    }

    #[test]
    fn a_pattern_is_as_visible_as_its_enum() -> Result<(), topics::BuildError> {
        let pattern: inner::ShownLinePattern = inner::Shown::line_pattern();
        assert_eq!(pattern.n(7).to_string(), "shown.7");
        let pattern: HiddenLinePattern = Hidden::line_pattern();
        assert_eq!(pattern.x("y")?.to_string(), "hidden.y");
        Ok(())
    }

    #[test]
    fn an_enum_may_stand_in_a_function() {
        #[derive(topics::Topics)]
        enum Local {
            #[topic("local.<n>")]
            Line { n: u8 },
        }
        assert_eq!(Local::line_pattern().n(1).to_string(), "local.1");
        assert_eq!((Local::Line { n: 1 }).to_string(), "local.1");
    }
}

/// Two enums may have variants of one name side by side, and beside a struct of that name.
mod neighbours {
    topics::topics! {
        pub(crate) enum AnyTopic;
        line.<n: u8>;
    }

    #[derive(topics::Topics)]
    enum First {
        #[topic("first.<n>")]
        Line {
            n: u8,
        },
        #[topic("pattern")]
        Pattern,
        #[topic("line.pattern")]
        LinePattern,
        Wrapped(Line),
    }

    #[derive(topics::Topics)]
    enum Second {
        #[topic("second.<n>")]
        Line { n: u8 },
    }

    #[test]
    fn their_patterns_have_names_of_their_own() {
        assert_eq!(Line::pattern().n(1).to_pattern(), "line.1");
        assert_eq!(First::line_pattern().n(1).to_pattern(), "first.1");
        assert_eq!(First::pattern_pattern().to_pattern(), "pattern");
        assert_eq!(First::line_pattern_pattern().to_pattern(), "line.pattern");
        assert_eq!(Second::line_pattern().n(1).to_pattern(), "second.1");
        assert!(First::parse("line.7").is_ok());
    }
}
