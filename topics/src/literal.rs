//! The literal macros.
//!
//! Each forwards to the macro that does the work, with the path to this crate in front, so that it is
//! right whatever the dependency is called.

/// Makes a [`Segment<'static>`](crate::Segment), checked at compile time.
///
/// ```
/// use topics::{Segment, segment};
///
/// const HOST: Segment<'static> = segment!("web-01");
/// assert_eq!(HOST, "web-01");
/// ```
///
/// A text that is not a segment does not pass `cargo check`:
///
/// ```compile_fail
/// let host = topics::segment!("web.01"); // a segment has no `.`
/// ```
///
/// Braces are doubled, as in [`pattern!`](crate::pattern!): `segment!("{{id}}")` is `{id}`.
#[macro_export]
macro_rules! segment {
    ($($tokens:tt)*) => {
        $crate::__private::segment!([$crate] $($tokens)*)
    };
}

/// Makes the name of a topic of a hierarchy, a [`TopicName<'static>`](crate::TopicName), checked at compile time.
///
/// Use it where the name is known in advance and is all you need, as in a test or a configuration. The hierarchy may be
/// declared in any crate.
///
/// ```
/// use topics::{TopicName, topic};
///
/// topics::topics! {
///     pub enum BusTopic;
///     topology.<id>.status;
///     system.log;
/// }
///
/// const LOG: TopicName<'static> = topic!(BusTopic, "system.log");
/// assert_eq!(LOG, "system.log");
/// assert_eq!(topic!(BusTopic, "topology.t-17.status"), "topology.t-17.status");
/// ```
///
/// A topic that isn't declared does not compile. The error says which segment departs from the nearest
/// template:
///
/// ```compile_fail
/// topics::topics! {
///     pub enum BusTopic;
///     topology.<id>.status;
/// }
///
/// // `topology.t-17.statuz` is not a topic of `BusTopic`; did you mean `topology.t-17.status`?
/// let status = topics::topic!(BusTopic, "topology.t-17.statuz");
/// ```
///
/// A typed placeholder takes the [known texts](crate::SegmentValue::TEXTS) of its type: `topology.<id: u64>.status` has no
/// topic `topology.t-17.status`. If the texts of a type are not known, it takes any segment. Braces are doubled, as in
/// [`pattern!`](crate::pattern!), but nothing is captured: build a topic with a variable parameter by the `new` of its type.
#[macro_export]
macro_rules! topic {
    ($($tokens:tt)*) => {
        $crate::__private::topic!([$crate] $($tokens)*)
    };
}

/// Makes a pattern, checked at compile time: by the text rules, and against a hierarchy.
///
/// | written | returns |
/// | --- | --- |
/// | `pattern!("a.*.>")` | a [`Pattern<'static>`](crate::Pattern) |
/// | `pattern!(BusTopic, "system.*.health")` | a [`PatternOf<'static, BusTopic<'static>>`](crate::PatternOf) |
/// | `pattern!("a.{id}.>")` | a `Result<Pattern<'static>, TextError>` |
/// | `pattern!(BusTopic, "topology.{id}.>")` | a `Result<PatternOf<…>, TextError>` |
///
/// Without captures, the pattern is made while compiling, wherever the macro stands, and
/// [`matches`](crate::Pattern::matches) is compiled for it.
///
/// # Of a hierarchy
///
/// A pattern that no topic of the hierarchy can match would never receive anything, so it does not compile. The hierarchy
/// may be declared in any crate, and the pattern can be a `const` or a `static`. It remembers its hierarchy, so it
/// [parses](crate::PatternOf::parse) what is received on it.
///
/// ```
/// use topics::{PatternOf, pattern};
///
/// topics::topics! {
///     pub enum BusTopic;
///     topology.<id>.mutation.<state: applied | failed>;
///     topology.<id>.status;
///     system.<worker>.health;
/// }
///
/// static HEALTH: PatternOf<'static, BusTopic<'static>> = pattern!(BusTopic, "system.*.health");
///
/// assert!(HEALTH.matches("system.mutator.health"));
/// assert!(matches!(HEALTH.parse("system.mutator.health"), Ok(BusTopic::SystemHealth(_))));
///
/// let failed = pattern!(BusTopic, "topology.*.mutation.failed");
/// assert!(failed.overlaps(&pattern!("topology.t-17.>")));
/// ```
///
/// The pattern itself matches the names that you write. If a line has `#[was("…")]`,
/// [`to_patterns`](crate::TopicPattern::to_patterns) also returns patterns for its former names; a bus subscribes to them.
///
/// The error offers the nearest template as a pattern:
///
/// ```compile_fail
/// topics::topics! {
///     pub enum BusTopic;
///     topology.<id>.status;
/// }
///
/// // no topic of `BusTopic` can match `topology.*.statuz`; did you mean `topology.*.status`?
/// let status = topics::pattern!(BusTopic, "topology.*.statuz");
/// ```
///
/// A closed placeholder counts as its values, a typed one as what its type [tells of its
/// texts](crate::SegmentValue::TEXTS): where an id is a `u64`, segments that have been swapped are found.
///
/// # Captures
///
/// `{name}` captures a variable, as `format!` does, in the place of one segment. The compiler checks the pattern with any
/// segment in that place. The text of the variable is checked when the program runs, so the macro returns a `Result`.
/// The variable holds text (`&str`, `String`, `Cow<str>`,
/// [`Segment`](crate::Segment)) or any [`SegmentValue`](trait@crate::SegmentValue), and is not moved.
///
/// ```
/// use topics::pattern;
///
/// topics::topics! {
///     pub enum BusTopic;
///     topology.<id>.status;
///     sensor.<shard: u16>.<unit: celsius | lux>;
/// }
///
/// let id = String::from("t-17");
/// assert_eq!(pattern!(BusTopic, "topology.{id}.>")?, "topology.t-17.>");
///
/// let (shard, unit) = (7_u16, SensorUnit::Lux);
/// assert_eq!(pattern!(BusTopic, "sensor.{shard}.{unit}")?, "sensor.7.lux");
///
/// let id = "t.17"; // two segments, which would land elsewhere in the tree
/// assert!(pattern!(BusTopic, "topology.{id}.>").is_err());
/// # Ok::<(), topics::TextError>(())
/// ```
///
/// At the front of a pattern without a hierarchy, the variable may also be a [`TopicName`](crate::TopicName) or a
/// [`Root`](crate::Root). A pattern of a hierarchy has its root put before it by
/// [`Root::pattern`](crate::Root::pattern).
///
/// ```
/// use topics::{Root, pattern};
///
/// let root = Root::new("prod.acme")?;
/// assert_eq!(pattern!("{root}.system.>")?, "prod.acme.system.>");
///
/// let root = Root::none();
/// assert_eq!(pattern!("{root}.system.>")?, "system.>");
/// # Ok::<(), topics::TextError>(())
/// ```
///
/// `{{` and `}}` are braces. Formats, positions and expressions are not supported:
///
/// ```compile_fail
/// let ids = ["t-17"];
/// let pattern = topics::pattern!("topology.{ids[0]}.>"); // bind it, and write `{id}`
/// ```
///
/// # What does not compile
///
/// A text that is not a pattern, with or without a hierarchy:
///
/// ```compile_fail
/// const BAD: topics::Pattern<'static> = topics::pattern!("system.w*");
/// ```
#[macro_export]
macro_rules! pattern {
    ($($tokens:tt)*) => {
        $crate::__private::pattern!([$crate] $($tokens)*)
    };
}

/// Makes an array of [`PatternOf`](crate::PatternOf) that together match every topic of a hierarchy, checked at compile
/// time.
///
/// A program that subscribes to them receives every topic that a `match` over the hierarchy has an arm for. A new line
/// that none of them matches does not compile, so no arm is dead:
///
/// ```
/// use topics::covering;
///
/// topics::topics! {
///     pub enum BusTopic;
///     attacker.observed;
///     attacker.session.<event: started | ended>;
///     system.<worker>.health;
/// }
///
/// for pattern in covering!(BusTopic, "attacker.>", "system.*.health") {
///     println!("subscribe to {pattern}");
/// }
/// ```
///
/// ```compile_fail
/// topics::topics! {
///     pub enum BusTopic;
///     attacker.observed;
///     system.<worker>.health;
/// }
///
/// // these patterns do not match every topic of `system.<worker>.health` of `BusTopic`; add `system.*.health`
/// let patterns = topics::covering!(BusTopic, "attacker.>");
/// ```
///
/// A program that needs only some lines of a hierarchy declares an enum of its own around their structs, and covers that
/// enum:
///
/// ```
/// use topics::{PatternOf, Topics, covering};
///
/// # topics::topics! {
/// #     pub enum BusTopic;
/// #     attacker.observed;
/// #     attacker.session.<event: started | ended>;
/// #     system.<worker>.health;
/// # }
/// #[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
/// enum Attacks {
///     Observed(AttackerObserved),
///     Session(AttackerSession),
/// }
///
/// let [attacks]: [PatternOf<'_, Attacks>; 1] = covering!(Attacks, "attacker.>");
/// match attacks.parse("attacker.session.ended")? {
///     Attacks::Observed(AttackerObserved) => println!("observed"),
///     Attacks::Session(AttackerSession { event }) => println!("{event}"),
/// }
/// # Ok::<(), topics::ParseError>(())
/// ```
///
/// Former names count too. A placeholder counts as the values that its type lists, any other as any segment. If the
/// patterns are known only when the program runs, ask [`Hierarchy::missed_by`](crate::Hierarchy::missed_by); if you have no
/// preference, take [`Hierarchy::patterns`](crate::Hierarchy::patterns).
#[macro_export]
macro_rules! covering {
    ($hierarchy:path, $($pattern:literal),+ $(,)?) => {{
        #[allow(unused_imports)]
        use $crate::__private::Named as _;
        #[allow(long_running_const_eval)]
        const _: () = $crate::__private::check_covering(
            $crate::__private::stringify!($hierarchy),
            [$($crate::pattern!($hierarchy, $pattern)),+],
        );
        #[allow(elided_lifetimes_in_paths)]
        let patterns =
            [$($crate::__private::pattern_of(<$hierarchy>::HIERARCHY, $crate::pattern!($pattern))),+];
        patterns
    }};
}
