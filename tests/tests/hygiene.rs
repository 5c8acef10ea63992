//! What is generated depends on nothing around it: not on a prelude, not on the name of the dependency,
//! not on what else has a name that it uses itself.
// What stands around the declarations is there to be in the way, whether it is used or not.
#![allow(dead_code, unused_macros)]

use topics::Topic;

/// Every line of a declaration is read and written.
macro_rules! assert_reads {
    ($Any:ty: $($text:literal),+ $(,)?) => {$(
        let topic = <$Any>::parse($text).expect($text);
        assert_eq!(topic.to_string(), $text);
        assert_eq!(topic.name(), $text);
    )+};
}

// ---- without a prelude, without the name

mod no_prelude {
    #![no_implicit_prelude]

    #[derive(
        ::topics::SegmentValue,
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
    )]
    #[segment(rename_all = "lowercase")]
    pub(crate) enum Level {
        High,
        Low,
    }

    #[derive(
        ::topics::SegmentValue,
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
    )]
    pub(crate) struct Around {
        level: Level,
    }

    ::topics::topics! {
        pub(crate) enum NoPrelude;

        unit => ();
        plain.<x>.<y>;
        closed.<x: a | b>;
        typed.<x: u8>.<y: bool>.<z: Around>;
        tail.<x..>;
        all.<a>.<b: c | d>.<e: Level>.<f..>;
    }
}

#[test]
fn no_prelude_is_needed() {
    assert_reads!(
        no_prelude::NoPrelude<'_>:
        "unit", "plain.x.y", "closed.b", "typed.7.true.high", "tail.x.y.z", "all.x.c.low.y.z",
    );
}

#[test]
fn the_dependency_may_have_another_name() {
    use topics_renamed::RenamedTopic;

    assert_reads!(
        RenamedTopic<'_>:
        "system.log",
        "system.mutator.health",
        "topology.t-17.mutation.failed",
        "shard.7.eu-west.true",
        "attacker.session.started",
    );
    assert!(RenamedTopic::parse("shard.7.eu_west.true").is_err());
}

#[test]
fn a_derive_knows_the_other_name() {
    use topics::{Segment, SegmentValue};
    use topics_renamed::names::Shard;

    let shard = Shard::from_segment(Segment::from_static("7"));
    assert_eq!(shard, Ok(Shard(7)));
}

#[test]
fn topics_of_another_crate_are_topics() {
    fn name(topic: &impl Topic) -> String {
        topic.name().into()
    }
    assert_eq!(name(&topics_renamed::SystemLog), "system.log");
    let light = topics_renamed::closed::Light::new(topics_renamed::closed::LightColour::Red);
    assert_eq!(name(&light), "light.red");
}

// ---- other things of the same name

mod shadowed_crates {
    mod core {}
    mod std {}
    mod alloc {}
    mod topics {}
    mod topics_core {}
    mod topics_macros {}
    mod __private {}

    #[derive(::topics::SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    pub(crate) enum Level {
        High,
    }

    ::topics::topics! {
        pub(crate) enum Shadowed;

        unit;
        all.<a>.<b: c | d>.<e: u8>.<f: Level>.<g..>;
    }
}

#[test]
fn modules_may_be_called_as_the_crates() {
    assert_reads!(shadowed_crates::Shadowed<'_>: "unit", "all.x.c.7.High.y.z");
}

mod shadowed_names {
    pub(crate) struct Option;
    pub(crate) struct Result;
    pub(crate) struct String;
    pub(crate) struct Vec;
    pub(crate) struct Box;
    pub(crate) struct Cow;
    pub(crate) struct Some;
    pub(crate) struct None;
    pub(crate) struct Ok;
    pub(crate) struct Err;
    pub(crate) struct Segment;
    pub(crate) struct Tail;
    pub(crate) struct TopicName;
    pub(crate) struct Template;
    pub(crate) struct Pattern;
    pub(crate) struct ParseError;
    pub(crate) struct BuildError;
    pub(crate) struct ValueError;
    pub(crate) trait Topic {}
    pub(crate) trait TopicType {}
    pub(crate) trait TopicPattern {}
    pub(crate) trait Hierarchy {}
    pub(crate) trait HasPayload {}
    pub(crate) trait SegmentValue {}
    pub(crate) trait IntoSegment {}
    pub(crate) trait IntoTail {}
    pub(crate) trait Clone {}
    pub(crate) trait Copy {}
    pub(crate) trait Debug {}
    pub(crate) trait Default {}
    pub(crate) trait Display {}
    pub(crate) trait Eq {}
    pub(crate) trait From {}
    pub(crate) trait FromStr {}
    pub(crate) trait Hash {}
    pub(crate) trait Into {}
    pub(crate) trait PartialEq {}
    pub(crate) trait Sized {}
    pub(crate) trait ToString {}
    pub(crate) trait TryFrom {}
    pub(crate) trait TryInto {}
    pub(crate) fn drop() {}

    macro_rules! matches {
        () => {};
    }
    macro_rules! panic {
        () => {};
    }
    macro_rules! write {
        () => {};
    }
    macro_rules! concat {
        () => {};
    }
    macro_rules! format {
        () => {};
    }
    macro_rules! topics {
        () => {};
    }

    #[derive(
        ::topics::SegmentValue,
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
    )]
    pub(crate) struct Number(u8);

    ::topics::topics! {
        pub(crate) enum Shadowed;

        unit => Option;
        all.<a>.<b: c | d>.<e: u8>.<f: Number>.<g..> => Result;
    }
}

#[test]
fn types_traits_and_macros_may_be_called_as_those_of_the_prelude() {
    assert_reads!(shadowed_names::Shadowed<'_>: "unit", "all.x.c.7.8.y.z");
}

/// Declares a trait that gives every type methods of these names, which take their receiver so, and a
/// hierarchy beside it.
macro_rules! with_clashing_methods {
    ($module:ident: $($receiver:tt)+) => {
        with_clashing_methods! { @ $module ($($receiver)+) [
            add as_str bytes clone clone_from closed cmp count debug debug_struct default eq field finish fits
            fmt from from_segment from_str get hash into into_error into_owned is len map name pad parse pattern
            position read segment tail template text to_owned to_pattern to_segment to_string try_from try_into typed
            value write write_parts write_segment write_str write_to
        ] }
    };
    (@ $module:ident $receiver:tt [$($method:ident)*]) => {
        mod $module {
            #[allow(clippy::wrong_self_convention, reason = "the clash is in the name")]
            trait Clashing: Sized {
                $(with_clashing_methods! { @method $receiver $method })*
            }

            impl<T> Clashing for T {}

            #[derive(topics::SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub(crate) enum Level {
                High,
                Low,
            }

            #[derive(topics::SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub(crate) struct Around(Level);

            topics::topics! {
                pub(crate) enum Clash;

                unit;
                plain.<x>;
                closed.<x: a | b>;
                typed.<x: u8>.<y: Level>.<z: Around>;
                tail.<x..>;
                #[was("before.<c: a | b>.<z: Around>.<x>.<y..>")]
                former.<x>.<z: Around>.<c: a | b>.<y..>;
            }

            #[derive(topics::Topic, Clone, Debug, PartialEq)]
            #[topic("own.<x>.<y>.<z..>")]
            pub(crate) struct Own<'a> {
                pub(crate) x: topics::Segment<'a>,
                pub(crate) y: Level,
                pub(crate) z: topics::Tail<'a>,
            }

            #[derive(topics::Topics, Clone, Debug, PartialEq)]
            pub(crate) enum OwnClash<'a> {
                Own(Own<'a>),
                #[topic("fields.<x>.<y>.<z..>")]
                Fields {
                    x: topics::Segment<'a>,
                    y: u8,
                    z: topics::Tail<'a>,
                },
            }

            #[derive(topics::Topics, Clone, Debug, PartialEq)]
            pub(crate) enum OwnFields<'a> {
                #[topic("fields.<x>.<y>")]
                Fields { x: topics::Segment<'a>, y: u8 },
                #[topic("unit")]
                Unit,
            }
        }
    };
    (@method ($($receiver:tt)+) $method:ident) => {
        fn $method($($receiver)+) -> crate::Unexpected {
            crate::Unexpected
        }
    };
}

/// What no generated code expects.
struct Unexpected;

with_clashing_methods!(clashing_by_value: self);
with_clashing_methods!(clashing_by_reference: &self);
with_clashing_methods!(clashing_by_mutable_reference: &mut self);

#[test]
fn traits_in_scope_may_have_methods_of_the_same_names() {
    assert_reads!(
        clashing_by_value::Clash<'_>:
        "unit", "plain.x", "closed.b", "typed.7.High.Low", "tail.x.y", "former.x.High.b.y.z",
    );
    assert_reads!(clashing_by_value::OwnClash<'_>: "own.x.Low.y.z", "fields.x.7.y.z");
    assert_reads!(clashing_by_value::OwnFields<'_>: "fields.x.7", "unit");
    assert_reads!(
        clashing_by_reference::Clash<'_>:
        "unit", "plain.x", "closed.b", "typed.7.High.Low", "tail.x.y", "former.x.High.b.y.z",
    );
    assert_reads!(clashing_by_reference::OwnClash<'_>: "own.x.Low.y.z", "fields.x.7.y.z");
    assert_reads!(clashing_by_reference::OwnFields<'_>: "fields.x.7", "unit");
    assert_reads!(
        clashing_by_mutable_reference::Clash<'_>:
        "unit", "plain.x", "closed.b", "typed.7.High.Low", "tail.x.y", "former.x.High.b.y.z",
    );
    assert_reads!(clashing_by_mutable_reference::OwnClash<'_>: "own.x.Low.y.z", "fields.x.7.y.z");
    assert_reads!(clashing_by_mutable_reference::OwnFields<'_>: "fields.x.7", "unit");
}

/// Declares items in the value namespace of these names, of one kind, and one of each macro among them. What
/// such an item is called, no pattern can bind: a local of generated code would be a comparison with it. The names
/// of placeholders and of parameters that the docs show are among them.
macro_rules! with_clashing_values {
    ($module:ident: $($kind:tt)+) => {
        with_clashing_values! { @ $module ($($kind)+) [
            a any arguments around at attempt b bound by c capture captured capture0 check count debug ends
            error f field fields fmt formatter found from h hash hasher hierarchy i id index it key kind len
            length line literal literals lock map n name names of order other out own p part pattern piece
            position q r read refusal refusals refused result s segment self_ shape source split state t table tail
            template templates text topic topics value values visit w write writer x y z
        ] }
    };
    (@ $module:ident $kind:tt [$($name:ident)*]) => {
        #[allow(non_upper_case_globals, non_camel_case_types)]
        mod $module {
            $(with_clashing_values! { @item $kind $name })*

            #[derive(::topics::SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub(crate) enum Level {
                High,
                Low,
            }

            #[derive(::topics::SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub(crate) struct Around(Level);

            #[derive(::topics::SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub(crate) struct Named<P> {
                value: P,
            }

            ::topics::topics! {
                pub(crate) enum Plainly;

                unit;
                plain.<p>;
                closed.<p: on | off>;
                typed.<p: u8>.<q: Level>.<r: Around>.<s: Named<u8>>;
                tail.<p..>;
                plain.<p>.<q> as Paid => Level;
            }

            ::topics::topics! {
                pub(crate) enum Formerly;

                wide.one;
                wide.two;
                wide.three;
                wide.four;
                wide.five;
                wide.six;
                wide.seven;
                wide.eight;
                wide.nine;
                #[was("before.<r: on | off>.<q: Around>.<p>.<s..>")]
                #[was("earlier.<p>.of.<q: Around>.<r: on | off>.<s..>")]
                former.<p>.<q: Around>.<r: on | off>.<s..>;
            }

            #[derive(::topics::Topic, Clone, Debug, PartialEq)]
            #[topic("own.<p>.<q>.<r..>")]
            #[was("mine.<p>.<q>.<r..>")]
            pub(crate) struct Own<'a> {
                pub(crate) p: ::topics::Segment<'a>,
                pub(crate) q: Level,
                pub(crate) r: ::topics::Tail<'a>,
            }

            #[derive(::topics::Topics, Clone, Debug, PartialEq)]
            pub(crate) enum Wrapping<'a> {
                Own(Own<'a>),
                #[topic("fields.<p>.<q>.<r..>")]
                #[was("former.<q>.<p>.<r..>")]
                Fields {
                    p: ::topics::Segment<'a>,
                    q: u8,
                    r: ::topics::Tail<'a>,
                },
            }

            /// Their fields may be called like what is in scope.
            #[derive(::topics::Topics, Clone, Debug, PartialEq)]
            pub(crate) enum Fields {
                #[topic("owned.<p>.<q>")]
                Owned {
                    p: ::topics::Segment<'static>,
                    q: u8,
                },
                #[topic("unit")]
                Unit,
            }

            pub(crate) fn by_literals(parameter: &str) -> [::topics::Pattern<'static>; 5] {
                const LOG: ::topics::TopicName<'static> = ::topics::topic!(Plainly, "unit");
                const ON: ::topics::Segment<'static> = ::topics::segment!("on");
                static CLOSED: ::topics::PatternOf<'static, Plainly<'static>> =
                    ::topics::pattern!(Plainly, "closed.*");
                let by_variable = ::topics::pattern!("{parameter}.>").expect("a segment");
                let declared = ::topics::pattern!(Plainly, "plain.{parameter}").expect("a segment");
                let [log, on] = [String::from(LOG), ON.into()];
                [
                    ::topics::Pattern::new(log).expect("a pattern"),
                    ::topics::Pattern::new(on).expect("a pattern"),
                    CLOSED.clone().into(),
                    by_variable,
                    declared.into(),
                ]
            }

            pub(crate) fn fields_pattern() -> ::topics::Pattern<'static> {
                Wrapping::fields_pattern().q(7).into()
            }
        }
    };
    (@item (const) $name:ident) => {
        const $name: () = ();
    };
    (@item (static) $name:ident) => {
        static $name: () = ();
    };
    (@item (struct) $name:ident) => {
        struct $name;
    };
    (@item (struct of one) $name:ident) => {
        struct $name(());
    };
    (@item (fn) $name:ident) => {
        fn $name() {}
    };
}

with_clashing_values!(beside_constants: const);
with_clashing_values!(beside_statics: static);
with_clashing_values!(beside_unit_structs: struct);
with_clashing_values!(beside_tuple_structs: struct of one);
with_clashing_values!(beside_functions: fn);

#[test]
fn values_in_scope_may_be_called_as_locals() {
    macro_rules! assert_works {
        ($($module:ident)+) => {$(
            assert_reads!(
                $module::Plainly<'_>:
                "unit", "plain.x", "closed.off", "typed.7.High.Low.8", "tail.x.y", "plain.x.y",
            );
            assert_reads!($module::Formerly<'_>: "wide.nine", "former.x.High.off.y.z");
            let former = "before.on.Low.x.y.z";
            let read = $module::Formerly::parse(former).expect(former);
            assert_eq!(read.to_string(), "former.x.Low.on.y.z");
            assert_eq!(read.former_names()[0], former);
            assert_reads!($module::Wrapping<'_>: "own.x.Low.y.z", "fields.x.7.y.z");
            assert!($module::Wrapping::parse("mine.x.High.y").is_ok());
            assert!($module::Wrapping::parse("former.7.x.y").is_ok());
            assert_reads!($module::Fields: "owned.x.7", "unit");
            assert_eq!(
                $module::by_literals("x"),
                ["unit", "on", "closed.*", "x.>", "plain.x"]
            );
            assert_eq!($module::fields_pattern(), "fields.*.7.>");
        )+};
    }
    assert_works!(
        beside_constants beside_statics beside_unit_structs beside_tuple_structs beside_functions
    );
}

// ---- names in the declaration

mod placeholders {
    topics::topics! {
        pub(crate) enum Placeholders;

        locals.<out>.<text>.<split>.<f>.<topic>.<pattern>;
        more.<template>.<state>.<hasher>.<other>.<r#type>.<self_>;
        methods.<parse>.<into_owned>.<segment>.<value>.<tail..>;
        traits.<to_pattern>.<fmt>.<clone>.<from>.<eq>.<hash>;
        fields.<name>.<ends>.<count>.<refusals>.<error>.<r#fn..>;
        typed.<out: u8>.<text: u8>.<split: u8>.<f: u8>.<topic: u8>.<pattern: u8>;
        numbers.<template: u8>.<state: u8>.<hasher: u8>.<other: u8>.<r#type: u8>.<write: u8>;
        closed.<out: a | b>.<f: c | d>.<r#match: on | off>.<state: text | out>;
        letters.<a>.<b: u8>.<h>.<w>.<t..>;
    }
}

#[test]
fn placeholders_may_be_called_as_anything_generated() {
    use placeholders::{Locals, Placeholders, Traits};

    assert_reads!(
        Placeholders<'_>:
        "locals.1.2.3.4.5.6",
        "more.1.2.3.4.5.6",
        "methods.1.2.3.4.5.6.7",
        "traits.1.2.3.4.5.6",
        "fields.1.2.3.4.5.6.7",
        "typed.1.2.3.4.5.6",
        "numbers.1.2.3.4.5.6",
        "closed.a.d.on.out",
        "letters.1.2.3.4.5",
    );
    let topic = Locals::new("1", "2", "3", "4", "5", "6").expect("a topic");
    assert_eq!(topic.to_string(), "locals.1.2.3.4.5.6");
    let pattern = Locals::pattern().out("1").and_then(|it| it.pattern("6"));
    assert_eq!(
        pattern.expect("a pattern").to_string(),
        "locals.1.*.*.*.*.6"
    );
    let pattern = Traits::pattern().to_pattern("1").expect("a pattern");
    assert_eq!(pattern.to_string(), "traits.1.*.*.*.*.*");
}

#[test]
fn a_placeholder_called_as_a_keyword_is_named_without_its_prefix() {
    use placeholders::{Fields, More, Numbers};

    let error = More::new("1", "2", "3", "4", "a b", "6").expect_err("a space");
    assert_eq!(error.placeholder(), "type");
    let error = Numbers::parse("numbers.1.2.3.4.x.6").expect_err("no number");
    assert!(
        error
            .to_string()
            .starts_with("`x` is not a valid `<type>` of")
    );
    assert_eq!(
        Fields::TEMPLATE,
        "fields.<name>.<ends>.<count>.<refusals>.<error>.<fn..>"
    );
    let numbers = format!("{:?}", Numbers::new(1, 2, 3, 4, 5, 6));
    assert!(numbers.contains(", type: 5,"), "{numbers}");
}

mod segments {
    topics::topics! {
        pub(crate) enum Segments;

        string;
        option.<id>;
        result;
        vec;
        r#box;
        some.<x>;
        none;
        ok;
        template.<id: u8>;
        templates;
        segment.<id>;
        tail.<rest..>;
        topic.<name: segment | tail | ok | none | some>;
        hierarchy;
        private.bound;
        payload => ::std::string::String;
        item;
        output;
        target;
        display;
        clone;
        r#type;
        w as W;
        h.<h: u8> as H;
        a.<a> as A;
        t.<t..> as T;
    }
}

#[test]
fn topics_may_be_called_as_anything_generated() {
    assert_reads!(
        segments::Segments<'_>:
        "string", "option.x", "result", "vec", "box", "some.x", "none", "ok", "template.7",
        "templates", "segment.x", "tail.x.y", "topic.none", "hierarchy", "private.bound", "payload",
        "item", "output", "target", "display", "clone", "type", "w", "h.7", "a.x", "t.x.y",
    );
}

// ---- places

#[test]
fn a_declaration_may_stand_in_a_function() {
    #[derive(topics::SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    struct Number(u8);

    topics::topics! {
        enum Local;

        unit => Number;
        all.<a>.<b: c | d>.<e: u8>.<f: Number>.<g..>;
    }

    assert_reads!(Local<'_>: "unit", "all.x.c.7.8.y.z");
}

#[test]
fn two_declarations_may_stand_in_blocks_of_one_function() {
    let first = {
        topics::topics! { unit; }
        AnyTopic::from(Unit).to_string()
    };
    let second = {
        topics::topics! { unit.<x: u8>; }
        AnyTopic::from(Unit::new(7)).to_string()
    };
    assert_eq!([first, second], ["unit", "unit.7"]);
}

struct Publisher;

impl Publisher {
    const SUBJECTS: usize = {
        topics::topics! { unit; all.<x>.<y..>; }
        AnyTopic::TEMPLATES.len()
    };

    fn subject<T: ToString>(id: &T) -> String {
        topics::topics! { publisher.<id>.subject; }
        let topic = PublisherSubject::new(id.to_string());
        topic.expect("a topic").to_string()
    }
}

#[test]
fn a_declaration_may_stand_in_a_constant_or_a_generic_method() {
    assert_eq!(Publisher::SUBJECTS, 2);
    assert_eq!(Publisher::subject(&7), "publisher.7.subject");
}

// ---- in other macros

mod wrapped {
    /// Lines, as they are.
    macro_rules! lines {
        ($Name:ident: $($lines:tt)*) => {
            topics::topics! {
                pub(crate) enum $Name;
                $($lines)*
            }
        };
    }

    pub(crate) mod as_they_are {
        lines!(Wrapped: unit; plain.<x>; closed.<x: a | b>; typed.<x: u8>; tail.<x..>;);
    }

    /// Parts of lines, each of a kind that a macro can ask for.
    macro_rules! parts {
        ($word:ident, $text:literal, $id:ident, $Value:ty, $Payload:ty, $Name:ident) => {
            topics::topics! {
                pub(crate) enum Wrapped;

                $word.$text.<$id> => $Payload;
                $word.typed.<$id: $Value>;
                $word.named.<$id..> as $Name;
                $word.closed.<$id: $word | $text>;
            }
        };
    }

    pub(crate) mod in_parts {
        parts!(
            root,
            "in-quotes",
            name,
            core::num::NonZero<u8>,
            Vec<Option<u8>>,
            Named
        );
    }

    /// A whole declaration that the caller does not see.
    macro_rules! fixed {
        () => {
            topics::topics! {
                pub(crate) enum Wrapped;

                unit;
                all.<a>.<b: c | d>.<e: u8>.<f..>;
            }

            pub(crate) fn all(a: &str) -> topics::Pattern<'static> {
                let pattern = All::pattern().a(a).expect("a segment");
                pattern.b(AllB::D).e(7).into()
            }
        };
    }

    pub(crate) mod whole {
        fixed!();
    }

    /// With what only a macro would put around it.
    macro_rules! decorated {
        ($vis:vis enum $Name:ident; $($(#[$attribute:meta])* $root:ident.$leaf:ident => $Payload:ty),*) => {
            topics::topics! {
                $vis enum $Name;
                $($(#[$attribute])* $root.$leaf => $Payload;)*
            }
        };
    }

    pub(crate) mod with_attributes {
        decorated! {
            pub(crate) enum Wrapped;
            /// What it means.
            a.b => u8,
            #[cfg(any())]
            no.such => NoSuchType,
            #[cfg(all())]
            c.d => String
        }
    }

    /// The same lines below any path.
    macro_rules! below {
        ($($root:tt).+) => {
            topics::topics! {
                pub(crate) enum Wrapped;

                $($root).+.created;
                $($root).+ {
                    <id>.deleted;
                }
            }
        };
    }

    pub(crate) mod below_a_path {
        below!(orders.eu."a/b".7);
    }

    /// A macro that makes the macro.
    macro_rules! twice {
        ($inner:ident) => {
            macro_rules! $inner {
                ($word:ident) => {
                    topics::topics! { pub(crate) enum Wrapped; $word.<$word>; }
                };
            }
        };
    }

    pub(crate) mod by_a_made_macro {
        twice!(made);
        made!(word);
    }
}

#[test]
fn a_macro_may_hand_on_the_lines() {
    assert_reads!(
        wrapped::as_they_are::Wrapped<'_>:
        "unit", "plain.x", "closed.b", "typed.7", "tail.x.y",
    );
}

#[test]
fn a_macro_may_fill_in_the_parts() {
    assert_reads!(
        wrapped::in_parts::Wrapped<'_>:
        "root.in-quotes.x", "root.typed.7", "root.named.x.y", "root.closed.root",
        "root.closed.in-quotes",
    );
}

#[test]
fn a_macro_may_hold_the_whole_declaration() {
    assert_reads!(wrapped::whole::Wrapped<'_>: "unit", "all.x.c.7.y.z");
    assert_eq!(wrapped::whole::all("x"), "all.x.d.7.>");
}

#[test]
fn a_macro_may_add_attributes() {
    assert_reads!(wrapped::with_attributes::Wrapped: "a.b", "c.d");
    assert!(wrapped::with_attributes::Wrapped::parse("no.such").is_err());
}

#[test]
fn a_macro_may_put_lines_below_a_path() {
    assert_reads!(
        wrapped::below_a_path::Wrapped<'_>:
        "orders.eu.a/b.7.created", "orders.eu.a/b.7.x.deleted",
    );
}

#[test]
fn a_macro_may_be_made_by_a_macro() {
    assert_reads!(wrapped::by_a_made_macro::Wrapped<'_>: "word.x");
}
