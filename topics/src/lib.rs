//! Your topic hierarchy, checked by the compiler.
//!
//! An event bus routes messages by dotted names such as `topology.t-17.mutation.applied`. [`topics!`]
//! declares those names once: each line becomes a type that builds, parses and matches its topic.
//!
//! ```
//! topics::topics! {
//!     /// Every topic on the service bus.
//!     pub enum BusTopic;
//!
//!     /// A topology mutation moved to a new lifecycle state.
//!     topology.<id>.mutation.<state: applying | applied | failed>;
//!     system.<worker>.health;
//! }
//!
//! let topic = TopologyMutation::new("t-17", TopologyMutationState::Applied)?;
//! assert_eq!(topic.to_string(), "topology.t-17.mutation.applied");
//!
//! let BusTopic::SystemHealth(SystemHealth { worker }) = BusTopic::parse("system.mutator.health")?
//! else {
//!     panic!("not a heartbeat");
//! };
//! assert_eq!(worker, "mutator");
//!
//! let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
//! assert_eq!(failed.to_string(), "topology.*.mutation.failed");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The idea
//!
//! A line of a declaration is a **template**: literal **segments** and **placeholders**, joined by dots.
//! It becomes a struct whose fields, the **parameters**, are the values of the placeholders. Every field
//! is of a type that can only hold what may stand there, so a value of the struct *is* a **topic**: its
//! name needs no check, and there is no other way to make one. In the other direction, `parse` reads a
//! name as the most specific template that matches, into one enum that a `match` takes apart
//! exhaustively. What one subscribes to is a **pattern**, with `*` for one segment and `>` for one or more
//! at the end, and it comes from the same struct. All templates of a declaration are a **hierarchy**.
//!
//! # Placeholders
//!
//! | written | takes | field |
//! | --- | --- | --- |
//! | `<id>` | any one segment | [`Segment<'a>`](Segment): checked text, borrowed or owned |
//! | `<id: Uuid>` | a segment that is such a value | the type itself; any [`SegmentValue`] |
//! | `<state: a \| b>` | one of these | a generated enum |
//! | `<rest..>`, last | one or more segments | [`Tail<'a>`](Tail) |
//!
//! ```
//! use topics::SegmentValue;
//!
//! #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
//! #[segment(rename_all = "kebab-case")]
//! pub enum Region {
//!     EuWest,
//!     UsEast,
//! }
//!
//! topics::topics! {
//!     sensor.<region: Region>.<shard: u16>.<unit: celsius | lux>.<path..>;
//! }
//!
//! let reading = Sensor::parse("sensor.eu-west.7.lux.roof.north")?;
//! assert_eq!(reading.region, Region::EuWest);
//! assert_eq!(reading.shard, 7);
//! assert_eq!(reading.unit, SensorUnit::Lux);
//! assert_eq!(reading.path, "roof.north");
//! # Ok::<(), topics::ParseError>(())
//! ```
//!
//! `new` takes whatever becomes a text parameter ([`IntoSegment`], [`IntoTail`]) and returns a `Result`
//! if and only if there is one; with typed and closed placeholders alone it is a `const fn` that cannot
//! fail. The fields are public, and a struct literal over checked values cannot fail either.
//!
//! # Parsing
//!
//! `parse` borrows from the text and does not allocate; `into_owned` frees the topic from the borrow.
//! Where several templates match a name, the one that matches the fewest topics is taken, whatever the
//! order of the lines: `system.bus.health` before `system.<worker>.health`. A typed placeholder matches
//! any segment; if its type refuses the text, a less specific template may still take the topic.
//!
//! What is parsed is what was written: for every topic, `parse(topic.to_string())` gives the topic back,
//! or the more specific topic that the same name means; and a name that parses is displayed unchanged.
//!
//! # Patterns
//!
//! The generated `pattern()` has one setter for each placeholder, and what is not set is a wildcard. A
//! [`Pattern`] is text like any other, and knows more than matching:
//!
//! ```
//! use topics::{Pattern, TopicPattern};
//!
//! topics::topics! {
//!     topology.<id>.mutation.<state: applied | failed>;
//! }
//!
//! let one = TopologyMutation::pattern().id("t-17")?.to_pattern();
//! assert_eq!(one, "topology.t-17.mutation.*");
//! assert!(one.matches("topology.t-17.mutation.failed"));
//!
//! let everything = Pattern::new("topology.>")?;
//! assert!(everything.covers(&one));
//! assert_eq!(everything.intersection(&one), Some(one));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A [`PatternMap`] finds all values whose pattern matches a topic: the heart of an in-process router.
//!
//! # Literals
//!
//! Where a name stands in the program as a string, a macro has the compiler check it, in any crate and on
//! the hierarchy of any crate, and what is wrong is a compile error that says what was meant.
//!
//! | macro | is |
//! | --- | --- |
//! | [`segment!("abc")`](segment!) | a [`Segment<'static>`](Segment) |
//! | [`topic!(BusTopic, "system.log")`](topic!) | a [`TopicName<'static>`](TopicName) that the hierarchy has |
//! | [`pattern!(BusTopic, "system.*.health")`](pattern!) | a [`PatternOf`] the hierarchy: some topic of it can match |
//! | [`pattern!("a.*.>")`](pattern!) | a [`Pattern<'static>`](Pattern) |
//! | [`pattern!(BusTopic, "topology.{id}.>")`](pattern!) | the same with a variable in it, and so a `Result` |
//!
//! ```
//! use topics::{PatternOf, pattern};
//!
//! topics::topics! {
//!     pub enum BusTopic;
//!     topology.<id>.status;
//!     system.<worker>.health;
//! }
//!
//! static HEALTH: PatternOf<'static, BusTopic<'static>> = pattern!(BusTopic, "system.*.health");
//!
//! let BusTopic::SystemHealth(health) = HEALTH.parse("system.mutator.health")? else {
//!     panic!("not a heartbeat");
//! };
//! assert_eq!(health.worker, "mutator");
//!
//! let id = "t-17";
//! assert_eq!(pattern!(BusTopic, "topology.{id}.>")?, "topology.t-17.>");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ```compile_fail
//! topics::topics! {
//!     pub enum BusTopic;
//!     topology.<id>.status;
//! }
//!
//! // no topic of `BusTopic` can match `topology.*.statuz`; did you mean `topology.*.status`?
//! let status = topics::pattern!(BusTopic, "topology.*.statuz");
//! ```
//!
//! # The lock
//!
//! To add a topic harms nobody who subscribes (a `match` over the enum in another crate has to follow, unless
//! `#[non_exhaustive]` on the header says that it must be ready for more). To rename one leaves everybody who subscribes to it waiting in vain, and no
//! compiler sees them. A lock is a file, committed beside the source, of what the hierarchy has promised;
//! what breaks a promise does not compile:
//!
//! ```
//! # pub struct Heartbeat;
//! topics::topics! {
//!     #[lock = "doc/topics.lock"] // relative to the crate's `Cargo.toml`
//!     pub enum BusTopic;
//!
//!     system.log;
//!     system.<worker>.health => Heartbeat;
//! }
//! ```
//!
//! with this `doc/topics.lock`
//!
//! ```text
#![doc = include_str!("../doc/topics.lock")]
//! ```
//!
//! refuses the same declaration with `system.logs` instead of `system.log`:
//!
//! ```text
//! line 6 of `doc/topics.lock` promises `system.log`, which is no longer declared (the nearest is
//! `system.logs`); declare it again, name it in `#[was("system.log")]` before the line that replaces it, or
//! delete that line to retire the topic on purpose
//! ```
//!
//! - **To begin**, create an empty file and run `TOPICS_LOCK=update cargo test`.
//! - **To add** a topic, or a value of a closed placeholder or of a type, or to rename a placeholder, just do it. A
//!   generated test fails until the file says so too, and `TOPICS_LOCK=update cargo test` writes it. So what
//!   is promised is reviewed as the difference of one file.
//! - **To rename** a topic, say [what it was](#renaming): `#[was("system.log")]` before the line
//!   `system.logs`. The lock then holds both names until the old one is retired.
//! - **To break** a promise on purpose, delete its line, change the declaration, and update the file.
//!   [What breaks](lock#what-breaks) is a table in the module [`lock`].
//! - **In CI**, [`lock::Lock::changes_to`] compares two files. The example `lock` is a program that does:
//!   `cargo run --example lock -- OLD NEW` tells what is new and what is broken, and fails if anything is.
//!
//! Where a placeholder is of a type that has few texts, such as an enum which derives [`SegmentValue`], they
//! are recorded as well, once for each type: `type Region => eu_west | us`. A variant that is taken away, or
//! has another text, does not compile where the declaration names the type.
//!
//! The file is an input of the build like a source file: edit it, and the crate is compiled again. The
//! compiler only ever reads it, and nothing but the test writes it. Lines under `#[cfg]` are promised under
//! every configuration. Each hierarchy has a file of its own, which must be packaged with the crate. A
//! lock belongs to a declaration in a module: in a function it is held to as well, but the test is out of
//! the harness's reach there, as rustc warns (`unnameable_test_items`). Without the feature `std` the test
//! compares, but cannot write.
//!
//! # Renaming
//!
//! Publishers and subscribers are not deployed in one moment, so for a while a renamed topic has two names.
//! `#[was("…")]` before a line, or before a struct or a variant that has a template of its own, gives the one
//! it had before. An enum that wraps such a struct reads its former names too.
//!
//! ```
//! use topics::{Topic, TopicPattern};
//!
//! topics::topics! {
//!     pub enum BusTopic;
//!
//!     #[was("worker.<id>.health")]
//!     system.<id>.health;
//!     #[was("mutation.<state>.<id>")]
//!     topology.<id>.mutation.<state: applied | failed>;
//! }
//!
//! // Either name is read as the same topic, whose name is the new one.
//! let (topic, template) = BusTopic::parse_with_template("mutation.failed.t-17")?;
//! assert_eq!(topic.to_string(), "topology.t-17.mutation.failed");
//! assert_eq!(template, "mutation.<state: applied | failed>.<id>");
//!
//! // A subscriber takes both; the patterns have the same parameters.
//! let patterns = SystemHealth::pattern().id("mutator")?.to_patterns();
//! assert_eq!(patterns, ["system.mutator.health", "worker.mutator.health"]);
//!
//! // A publisher that must still send both sends the old ones besides.
//! assert_eq!(topic.former_names(), ["mutation.failed.t-17"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! 1. Rename the line and say what it was. The lock is content, and asks for the new name to be recorded.
//! 2. Let every subscriber take `to_patterns()`; only then let publishers send the new name.
//! 3. When nobody sends the old name, remove `#[was]` and delete the old line of the lock.
//!
//! A line that is to go away altogether is marked `#[deprecated]`, and the compiler warns of each use of its
//! type, in this crate and in others.
//!
//! # Types of your own
//!
//! Where the fields should carry attributes, or a topic belongs beside the rest of its module, derive
//! [`Topic`](derive@Topic) for a struct and [`Topics`] for an enum over such structs; all else is the same.
//!
//! ```
//! use topics::{Segment, Topic, Topics};
//!
//! #[derive(Topic, Clone, Debug)]
//! #[topic("topology.<id>.shard.<number>")]
//! pub struct TopologyShard<'a> {
//!     pub id: Segment<'a>,
//!     pub number: u16,
//! }
//!
//! #[derive(Topics, Clone, Debug)]
//! pub enum BusTopic<'a> {
//!     Shard(TopologyShard<'a>),
//!     #[topic("system.log")]
//!     Log,
//! }
//!
//! let BusTopic::Shard(shard) = BusTopic::parse("topology.t-17.shard.7")? else {
//!     panic!("no shard");
//! };
//! assert_eq!(shard.number, 7);
//! # Ok::<(), topics::ParseError>(())
//! ```
//!
//! # Errors
//!
//! [`TextError`] is a text that breaks the rules, [`BuildError`] a parameter that does, [`ParseError`] a
//! name that is no topic of a hierarchy. Each says which text, what is wrong and where, has a kind to
//! match on, owns what it tells, and escapes what it shows, so a log line stays one line.
//!
//! # Cost
//!
//! | operation | costs |
//! | --- | --- |
//! | `new` of a topic, [`Segment::new`], [`Tail::new`], [`TopicName::new`] | reads text once, up to 64 bytes in the same few steps; text with characters beyond ASCII again, by the character |
//! | [`Pattern::new`], [`Template::new`] | reads text segment by segment; meant for what is kept |
//! | [`write_to`](Topic::write_to) | copies the parts; allocates only if the string has too little room |
//! | [`name`](Topic::name) | the same into a new string: one allocation, exactly as large as the name |
//! | `to_string`, `format!("{topic}")` | about twice a `name`, since a formatter is between; one allocation |
//! | `parse` | reads the name once, and compares it with the templates that can have as many segments; allocates only for an error |
//! | [`Pattern::matches`] | compares the first eight bytes, the text before the first wildcard and behind the last one, then reads what is between; does not allocate; fewer steps for a pattern that the compiler knows, such as one of [`pattern!`] |
//! | [`PatternMap::matches`] | one look-up for each shape of pattern that can match, 32 at most, and a walk of a trie for patterns of more shapes, instead of one look at each pattern; does not allocate |
//!
//! # Features
//!
//! | feature | adds |
//! | --- | --- |
//! | `std` (default) | the standard library, where the optional dependencies can use it, and for the test of a lock to write the file |
//! | `serde` | `Serialize` and `Deserialize` for the text types; text is checked on the way in |
//! | `uuid` | [`SegmentValue`] for `Uuid` |
//!
//! Without default features the crate is `no_std` and needs only `alloc`.
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[doc(hidden)]
#[allow(
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    missing_docs,
    reason = "only generated code calls it"
)]
pub mod __private;
mod build_error;
mod into_text;
mod literal;
mod parse_error;
pub mod pattern_map;
mod pattern_of;
mod topic;
mod value;

pub use build_error::BuildError;
pub use into_text::{IntoSegment, IntoTail};
pub use parse_error::{ParseError, ParseErrorKind};
pub use pattern_map::{Matches, PatternKey, PatternMap};
pub use pattern_of::PatternOf;
pub use topic::{HasPayload, Hierarchy, ParseTopic, Topic, TopicPattern, TopicType};
pub use topics_core::lock;
pub use topics_core::{
    Pattern, PatternSegment, PatternSegments, Placeholder, PlaceholderKind, Segment, Segments,
    Tail, Template, TemplateSegment, TemplateSegments, TextError, TextErrorKind, TextType,
    TopicName, Values, nearest,
};
/// Derives [`SegmentValue`](trait@SegmentValue) for an enum of units, or for a struct around one value
/// that is a segment.
///
/// A variant is written as its name, unless an attribute says otherwise; a struct is written as its field.
///
/// | attribute | on | means |
/// | --- | --- | --- |
/// | `#[segment(rename_all = "kebab-case")]` | an enum | renames all variants, by the rules that serde has: `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `kebab-case`, `SCREAMING-KEBAB-CASE` |
/// | `#[segment(rename = "v2")]` | a variant | is written as this text |
/// | `#[segment(crate = my_topics)]` | either | the path to this crate, if it is not `::topics` |
///
/// Two variants with one text, or a text that is no segment, do not compile.
///
/// ```
/// use topics::{Segment, SegmentValue};
///
/// #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
/// #[segment(rename_all = "lowercase")]
/// enum Level {
///     Info,
///     #[segment(rename = "fatal")]
///     Critical,
/// }
///
/// assert_eq!(Level::Critical.to_segment(), "fatal");
/// assert_eq!(Level::from_segment(Segment::new("info").unwrap()), Ok(Level::Info));
/// ```
pub use topics_macros::SegmentValue;
/// Derives [`Topic`](trait@Topic) and all that goes with it for a struct of your own: what
/// [`topics!`] generates for a line, but for the struct itself.
///
/// The template stands in `#[topic("…")]`; the fields are its placeholders, by name and in any order. What
/// a placeholder takes is said by the type of its field:
///
/// | field | placeholder | takes |
/// | --- | --- | --- |
/// | [`Segment<'a>`](Segment) | `<name>` | any one segment, borrowed; `Segment<'static>` is a copy |
/// | [`Tail<'a>`](Tail) | `<name..>`, last | one or more segments, borrowed; `Tail<'static>` is a copy |
/// | any other type | `<name>` | a segment that is such a value; any [`SegmentValue`](trait@SegmentValue) |
///
/// ```
/// use topics::{Segment, SegmentValue, Topic};
///
/// #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
/// #[segment(rename_all = "lowercase")]
/// pub enum MutationState {
///     Applied,
///     Failed,
/// }
///
/// #[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
/// #[topic("topology.<id>.mutation.<state>")]
/// pub struct TopologyMutation<'a> {
///     pub state: MutationState,
///     pub id: Segment<'a>,
/// }
///
/// // `new` takes the parameters in the order of the template.
/// let topic = TopologyMutation::new("t-17", MutationState::Applied)?;
/// assert_eq!(topic.to_string(), "topology.t-17.mutation.applied");
/// assert_eq!(TopologyMutation::parse("topology.t-17.mutation.applied")?, topic);
///
/// let failed = TopologyMutation::pattern().state(MutationState::Failed);
/// assert_eq!(failed.to_string(), "topology.*.mutation.failed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # The attribute
///
/// | in `#[topic(…)]` | means |
/// | --- | --- |
/// | `"system.<worker>.health"`, first | the template; literal segments need no quotes of their own, whatever they are |
/// | `payload = Heartbeat` | implements [`HasPayload`] with that type |
/// | `crate = my_topics` | the path to this crate, if it is not `::topics` |
///
/// `#[was("worker.<id>.health")]` beside it is a template that the topic had before, and means what it
/// means [before a line](crate#renaming): it has the same placeholders, `parse` reads its names too, and
/// `parse_with_template` tells which it was.
///
/// ```
/// use topics::{Segment, Topic};
///
/// #[derive(Topic, Debug, PartialEq)]
/// #[topic("system.<id>.health")]
/// #[was("worker.<id>.health")]
/// pub struct SystemHealth<'a> {
///     pub id: Segment<'a>,
/// }
///
/// let (health, template) = SystemHealth::parse_with_template("worker.mutator.health")?;
/// assert_eq!(health.to_string(), "system.mutator.health");
/// assert_eq!(template, SystemHealth::FORMER[0]);
/// assert_eq!(health.former_names(), ["worker.mutator.health"]);
/// # Ok::<(), topics::ParseError>(())
/// ```
///
/// # What is generated
///
/// `TEMPLATE`, `new`, `parse`, `pattern()` and the type it returns, named after the struct (here
/// `TopologyMutationPattern`), `into_owned`, `Display`, [`Topic`](trait@Topic), [`ParseTopic`], [`TopicType`],
/// and `TryFrom<&str>`; `FORMER` and `parse_with_template` if there is `#[was]`. `Clone`, `Debug`, `PartialEq` and their like are not: derive those that you want.
/// What is generated is as visible as the struct.
///
/// # Parameters
///
/// A struct that borrows has one lifetime, whatever its name. It may have types and constants among its
/// parameters too; a type of a placeholder that depends on one is required to be a
/// [`SegmentValue`](trait@SegmentValue).
///
/// ```
/// use topics::{SegmentValue, Topic};
///
/// #[derive(Topic)]
/// #[topic("metrics.<region>.<shard>")]
/// pub struct Metrics<R> {
///     pub region: R,
///     pub shard: u16,
/// }
///
/// assert_eq!(Metrics::new(true, 7).to_string(), "metrics.true.7");
/// assert_eq!(Metrics::<u8>::parse("metrics.3.7")?.region, 3);
/// # Ok::<(), topics::ParseError>(())
/// ```
///
/// # Errors
///
/// Every fault is reported in one compile, at the field or the text that is wrong.
///
/// ```compile_fail
/// use topics::{Segment, Topic};
///
/// #[derive(Topic)]
/// #[topic("system.<worker>.health")]
/// pub struct Health<'a> {
///     pub workr: Segment<'a>, // no placeholder for the field `workr`
/// }
/// ```
pub use topics_macros::Topic;
/// Derives [`Hierarchy`] and all that goes with it for an enum of your own: what [`topics!`] generates
/// for a declaration, but for the enum itself.
///
/// A variant wraps the struct of a topic, which derives [`Topic`](derive@Topic) or is declared by
/// [`topics!`], or it has a template of its own and the parameters as its fields.
///
/// ```
/// use topics::{Segment, Topic, Topics};
///
/// #[derive(Topic, Clone, Debug, PartialEq, Eq)]
/// #[topic("topology.<id>.status")]
/// pub struct TopologyStatus<'a> {
///     pub id: Segment<'a>,
/// }
///
/// #[derive(Topics, Clone, Debug, PartialEq, Eq)]
/// pub enum BusTopic<'a> {
///     Status(TopologyStatus<'a>),
///     #[topic("system.<worker>.health")]
///     WorkerHealth { worker: Segment<'a> },
///     #[topic("system.bus.health")]
///     BusHealth,
/// }
///
/// assert_eq!(BusTopic::parse("system.bus.health")?, BusTopic::BusHealth);
/// let topic = BusTopic::from(TopologyStatus::new("t-17")?);
/// assert_eq!(topic.to_string(), "topology.t-17.status");
/// assert_eq!(BusTopic::TEMPLATES[1], "system.<worker>.health");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # What is generated
///
/// `TEMPLATES`, `FORMER`, `parse`, `parse_with_template`, `template()`, `into_owned`, `From` each wrapped struct,
/// `Display`, [`Topic`](trait@Topic), [`ParseTopic`], [`Hierarchy`], `TryFrom<&str>` and `FromStr`. `Clone`,
/// `Debug`, `PartialEq` and their like are not: derive those that you want. What is generated is as visible as
/// the enum.
///
/// A variant with a template of its own is subscribed to by a function of the enum, named after the variant.
/// The type that it returns has the names of both, here `BusTopicWorkerHealthPattern`; what is received on it
/// is the enum. Such a variant has no payload, which belongs to a type; where one is needed, it wraps a struct.
///
/// ```
/// use topics::{Segment, TopicPattern, Topics};
///
/// #[derive(Topics, Clone, Debug, PartialEq, Eq)]
/// pub enum BusTopic<'a> {
///     #[topic("system.<worker>.health")]
///     #[was("worker.<worker>.health")]
///     WorkerHealth { worker: Segment<'a> },
/// }
///
/// let pattern = BusTopic::worker_health_pattern().worker("mutator")?;
/// assert_eq!(pattern.to_string(), "system.mutator.health");
/// assert_eq!(pattern.to_patterns(), ["system.mutator.health", "worker.mutator.health"]);
/// # Ok::<(), topics::BuildError>(())
/// ```
///
/// # Former names
///
/// `#[was("…")]` before a variant with a template of its own is a template that it had before, and means what it
/// means [before a line](crate#renaming). Where a variant wraps a struct, the struct says what it was, and the
/// enum reads those names too. They take their places among the other templates, so one that is in conflict
/// with another variant's is refused.
///
/// `#[topics(crate = my_topics)]` is the path to this crate, if it is not `::topics`.
///
/// # Errors
///
/// The template of a wrapped struct is not seen by the macro, but it is a constant: so the compiler puts
/// all templates into the order in which `parse` tries them, and what a declaration may not hold, an enum
/// may not either. The error is at the later one of two that are in conflict.
///
/// ```compile_fail
/// use topics::{Segment, Topic, Topics};
///
/// #[derive(Topic)]
/// #[topic("a.<x>.c")]
/// pub struct Left<'a> {
///     pub x: Segment<'a>,
/// }
///
/// #[derive(Topics)]
/// pub enum BusTopic<'a> {
///     Left(Left<'a>),
///     #[topic("a.b.<y>")]
///     Right { y: Segment<'a> }, // both match `a.b.c` and neither is more specific
/// }
/// ```
///
/// The enum may have a lifetime, but neither types nor constants among its parameters.
pub use topics_macros::Topics;
pub use value::{SegmentValue, ValueError};

/// Declares a topic hierarchy: a struct for each line, and an enum over all of them.
///
/// ```
/// pub struct Heartbeat;
///
/// topics::topics! {
///     /// Every topic on the service bus.
///     pub enum BusTopic;
///
///     /// The status column of a topology row changed.
///     topology.<id>.status;
///
///     decky.<id> {
///         /// The current shape of one decky.
///         state;
///         traffic;
///     }
///
///     attacker.observation.<primitive..>;
///
///     system.bus.health;
///     system.<worker>.health as WorkerHealth => Heartbeat;
/// }
///
/// assert_eq!(BusTopic::TEMPLATES.len(), 6);
/// assert_eq!(DeckyState::TEMPLATE, "decky.<id>.state");
/// ```
///
/// # Syntax
///
/// ```text
/// declaration := [header] item*
/// header      := attribute* visibility "enum" Name ";"          (default: `pub enum AnyTopic;`)
/// item        := attribute* path "{" item* "}"
///              | attribute* path ["as" Name] ["=>" PayloadType] ";"
/// path        := segment ("." segment)*
/// segment     := literal | "<" name ">" | "<" name ".." ">"
///              | "<" name ":" Type ">" | "<" name ":" value "|" value … ">"
/// literal     := what Rust's lexer makes of a plain segment, or a string literal
/// ```
///
/// **Literals.** Words, keywords, numbers, `my-topic` and `$SYS` are written as they are. Anything else
/// is a string literal: `"a/b"`. So is what Rust's lexer refuses before any macro sees it: `1e`, `0b2`,
/// `0xyz`, `r#self`, `it's` and `b#c`.
///
/// **Names.** The struct is named after the literal segments, `DeckyState`, or after what follows `as`.
/// The enum of a closed placeholder adds the placeholder's name, `TopologyMutationState`; the type that
/// subscribes adds `Pattern`, `DeckyStatePattern`; each of these is a name for the one generic type of the
/// declaration, `BusTopicPattern`. The variant of the enum is the name of the struct.
///
/// **Values** of a closed placeholder are literals too. Where all of them are names of primitive types, such as
/// `u8 | u16`, types were meant, so as texts these are quoted, `"u8" | "u16"`. A single lower-case word is not
/// taken for a type; a type of that name is written with its path, `self::name`.
///
/// **Limits.** Groups, types and the conditions of `#[cfg]` are nested at most 32 levels deep. Paths are as
/// long as you like.
///
/// **Payloads.** `=> Heartbeat` implements [`HasPayload`] with that type.
///
/// **Visibility.** Types, fields and methods are as visible as the header says.
///
/// **Attributes** of the header go to the enum, those of a line to its struct. Those of a group apply to
/// every line in it; its docs follow the line's own on the page of the struct, and stay out of the enum's
/// table. `#[lock = "topics.lock"]` on the header names the hierarchy's [lock](crate#the-lock).
/// `#[deprecated]` on a line warns of each use of its type, though not of what is generated. `#[cfg]` on any
/// of them applies to all that is generated for it. A struct without text parameters has no lifetime, and neither has an enum in which
/// there is no such struct.
///
/// **Renames.** `#[was("old.<id>.name")]` before a line is a whole template that it had before, from the
/// root and not from the group; several are allowed. It has the placeholders of the line, in any order, each
/// as `<name>` or as the lock has it, be it from before the line took more values. `parse` reads the old names too, and they take their place among the
/// other templates: they are refused where they are ambiguous, and the more specific one is read first. See
/// [Renaming](crate#renaming).
///
/// # What is generated
///
/// | for each line | |
/// | --- | --- |
/// | `new(…)`, public fields | builds the topic; a `Result` if a parameter is text |
/// | `Display`, [`Topic`] | its name, `name()` and `write_to(&mut String)` |
/// | `parse(&str)`, `TryFrom<&str>`, [`ParseTopic`] | reads a name of this template |
/// | `pattern()` | subscribes; one setter for each placeholder; [`TopicPattern`] |
/// | `TEMPLATE`, [`TopicType`] | the [`Template`] as data |
/// | `into_owned()` | the same topic, free of what it borrows |
/// | `FORMER`, `parse_with_template(&str)` | if there is `#[was]`: its templates; reads a name, and tells which it is of |
///
/// | for the declaration | |
/// | --- | --- |
/// | `parse(&str)`, `TryFrom<&str>`, `FromStr`, [`ParseTopic`] | reads a name as the most specific template that matches |
/// | `From` each struct, `Display`, [`Topic`] | any topic as one type |
/// | `TEMPLATES`, `template()`, [`Hierarchy`] | the templates in the order of the lines; that of a value |
/// | `parse_with_template(&str)` | reads a name, and tells which template it is of, perhaps a former one |
/// | `FORMER` | the former templates of all lines |
/// | `into_owned()` | the same topic, free of what it borrows |
///
/// All of them are `Clone`, `Debug`, `PartialEq`, `Eq` and `Hash`; structs without text or typed
/// parameters are `Copy` too.
///
/// # Errors
///
/// Every fault of a declaration is reported in one compile, at the tokens that are wrong, and the lines
/// that are right are generated all the same.
///
/// ```compile_fail
/// topics::topics! {
///     topology.*.status; // `*` belongs in a subscription; declare a placeholder such as `<id>`
/// }
/// ```
#[macro_export]
macro_rules! topics {
    ($($tokens:tt)*) => {
        $crate::__private::topics! { [$crate] $($tokens)* }
    };
}

/// Whether a text is a topic; unlike the check that tells what is wrong, this one copies nothing.
pub(crate) fn is_topic(text: &str) -> bool {
    const ANY: &Pattern<'static> = &Pattern::from_static(">");
    ANY.matches(text)
}

/// The README's code, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct ReadMe;
