//! Declarations whose names are also the names of something generated, or of something that a lint has
//! an opinion on.
#![deny(warnings, clippy::pedantic)]

use topics::{SegmentValue, TopicPattern as _};

mod associated_types {
    topics::topics! {
        pub(crate) enum Associated;

        error;
        err;
        of;
        ok;
        closed.<value: err | error | of | ok>;
    }
}

#[test]
fn topics_and_values_may_be_called_as_associated_types() {
    use associated_types::{Associated, ClosedValue};

    for text in ["error", "err", "of", "ok", "closed.err", "closed.of"] {
        let topic = Associated::parse(text).expect(text);
        assert_eq!(topic.to_string(), text);
        assert_eq!(text.parse(), Ok(topic));
    }
    assert_eq!("err".parse(), Ok(ClosedValue::Err));
}

mod stand_ins {
    /// Called as the type that stands for the placeholder of the line that it is published on.
    pub(crate) struct WithId;

    topics::topics! {
        pub(crate) enum Named;

        payload.<id> => WithId;
        with.name;
        other.<name>;
    }
}

/// Enums of messages, patterns and types from elsewhere that are called as those that stand for placeholders.
mod more_stand_ins {
    pub(crate) mod asked_for {
        topics::topics! {
            #[messages(WithId)]
            pub(crate) enum Bus;
            x.<id>.y;
            z => u8;
        }
    }

    pub(crate) mod made {
        topics::topics! {
            #[messages]
            pub(crate) enum WithTopic;
            z.<message>;
        }
    }

    pub(crate) mod shared_pattern {
        topics::topics! {
            pub(crate) enum With;
            x.<pattern>.y;
        }
    }

    pub(crate) mod numbered {
        use super::super::stand_ins::WithId;

        #[allow(non_camel_case_types)]
        pub(crate) struct WithId_2;

        topics::topics! {
            pub(crate) enum Numbered;
            z.<id> => WithId;
            q.<b> => WithId_2;
        }
    }
}

#[test]
fn no_type_that_is_declared_or_named_is_hidden_by_one_that_stands_for_placeholders() {
    use more_stand_ins::{asked_for, made, numbered, shared_pattern};

    let topic = asked_for::XY::new("a").expect("a topic");
    assert!(matches!(
        asked_for::WithId::XY(topic, b"b"),
        asked_for::WithId::XY(_, b"b")
    ));
    assert_eq!(
        asked_for::XY::pattern()
            .id("a")
            .expect("a segment")
            .to_string(),
        "x.a.y"
    );
    let topic = made::Z::new("a").expect("a topic");
    assert!(matches!(
        made::WithMessage::Z(topic, b"b"),
        made::WithMessage::Z(_, b"b")
    ));
    let pattern = shared_pattern::XY::pattern()
        .pattern("a")
        .expect("a segment");
    assert_eq!(pattern.to_string(), "x.a.y");
    let _: <numbered::Q<'_> as topics::HasPayload>::Payload = numbered::WithId_2;
    assert!(numbered::Numbered::parse("q.b").is_ok());
}

#[test]
fn types_may_be_called_as_those_that_stand_for_placeholders() {
    use stand_ins::{Named, Other, Payload, WithId, WithName};

    let _: <Payload<'_> as topics::HasPayload>::Payload = WithId;
    let set = Payload::pattern().id("a").expect("a segment");
    assert_eq!(set.to_string(), "payload.a");
    let set = Other::pattern().name("b").expect("a segment");
    assert_eq!(set.to_string(), "other.b");
    assert_eq!(Named::parse("with.name"), Ok(WithName.into()));
}

mod placeholders {
    topics::topics! {
        pub(crate) enum Placeholders;

        constructor.<new>;
        future.<gen>;
        text.<to_pattern>.<to_patterns>;
        locals.<visit>.<topic>.<from: u8>.<other: f | text>.<state: u8>.<out>.<pattern..>;
    }
}

#[test]
fn placeholders_may_be_called_as_locals_of_generated_code() {
    const NAME: &str = "locals.a.b.1.text.2.c.d.e";
    let topic = placeholders::Placeholders::parse(NAME).expect("a topic");
    assert_eq!(topic.to_string(), NAME);
    assert_eq!(topic.clone().into_owned(), topic);
    let placeholders::Placeholders::Locals(line) = topic else {
        panic!("{topic:?}");
    };
    let placeholders::Locals {
        visit,
        topic,
        from,
        other,
        state,
        out,
        pattern,
    } = line;
    let built = placeholders::Locals::new(visit, topic, from, other, state, out, pattern);
    assert_eq!(built.expect("a topic").to_string(), NAME);
    let set = placeholders::Locals::pattern()
        .visit("a")
        .expect("a segment");
    let set = set
        .topic("b")
        .expect("a segment")
        .from(1)
        .other(other)
        .state(2);
    assert_eq!(set.to_pattern(), "locals.a.b.1.text.2.*.>");
}

#[test]
fn a_placeholder_may_be_called_new() {
    let topic = placeholders::Constructor::new("x").expect("a topic");
    assert_eq!(topic.to_string(), "constructor.x");
    let pattern = placeholders::Constructor::pattern().new("x");
    assert_eq!(pattern.expect("a pattern").to_pattern(), "constructor.x");
}

#[test]
fn a_placeholder_may_be_called_as_a_method_of_patterns() {
    let pattern = placeholders::Text::pattern()
        .to_pattern("x")
        .expect("a pattern");
    let pattern = pattern.to_patterns("y").expect("a pattern");
    assert_eq!(topics::TopicPattern::to_pattern(&pattern), "text.x.y");
}

#[test]
fn a_placeholder_may_be_called_as_the_newest_keyword() {
    let topic = placeholders::Future::new("x").expect("a topic");
    assert_eq!(topic.r#gen, "x");
}

mod opinions {
    topics::topics! {
        pub(crate) enum Opinions;

        // More arguments than a function should have.
        many.<a>.<b>.<c>.<d>.<e>.<f>.<g>.<h>.<i: u8>;
        // Constructors called as their type.
        parse;
        new;
        pattern;
        // Fields that begin as their type, or all as each other.
        shard.<shard_a>.<shard_b>.<shard_c>;
        ids.<a_id>.<b_id>.<c_id>;
        // A field that looks private.
        private.<_x>;
        // Values that all end as each other.
        light.<colour: red_light | green_light | blue_light>;
    }
}

mod prefixed {
    topics::topics! {
        pub(crate) enum Prefixed;

        system.a;
        system.b;
        system.c;
        system.d.<x>;
    }
}

#[test]
fn no_lint_has_an_opinion_on_names() {
    for text in ["many.a.b.c.d.e.f.g.h.1", "parse", "new", "light.red_light"] {
        assert_eq!(
            opinions::Opinions::parse(text).expect(text).to_string(),
            text
        );
    }
    assert!(prefixed::Prefixed::parse("system.c").is_ok());
}

mod deprecated_value {
    #[deprecated]
    #[derive(topics::SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    pub(crate) enum Old {
        One,
        #[deprecated]
        Two,
    }
}

#[test]
fn a_deprecated_type_can_be_a_value() {
    #[expect(
        deprecated,
        reason = "that it is reported here, and nowhere else, is what is tested"
    )]
    let one = deprecated_value::Old::One;
    assert_eq!(one.to_segment(), "One");
}

/// A generic value around another.
#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
struct Inner<T>(T);

/// A generic value around that.
#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
struct Outer<T>(Inner<T>);

#[test]
fn generic_values_nest_generically() {
    assert_eq!(Outer(Inner(7_u8)).to_segment(), "7");
}
