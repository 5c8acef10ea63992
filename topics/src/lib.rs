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
//! let BusTopic::SystemHealth(health) = BusTopic::parse("system.mutator.health")? else {
//!     panic!("not a heartbeat");
//! };
//! assert_eq!(health.worker, "mutator");
//!
//! let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
//! assert_eq!(failed.to_string(), "topology.*.mutation.failed");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Words
//!
//! A line of a declaration is a **template**: literal **segments** and **placeholders**, joined by dots.
//! It becomes a struct. The fields of the struct are the **parameters**, the values of the placeholders. A
//! field can only hold a valid value, so every value of the struct is a valid **topic**, and its name needs no
//! further check. A **pattern** is a subscription: `*` stands for one segment, `>` for one or more at the
//! end. All templates of one declaration are a **hierarchy**.
//!
//! # Placeholders
//!
//! | written | takes | field |
//! | --- | --- | --- |
//! | `<id>` | any one segment | [`Segment<'a>`](Segment): checked text, borrowed or owned |
//! | `<id: Uuid>` | a segment that the type can read | the type itself; any [`SegmentValue`] |
//! | `<version: Escaped>` | any text, [escaped](Escaped) | [`Escaped`] |
//! | `<state: a \| b>` | one of these texts | a generated enum |
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
//! [`Segment`], [`Tail`], [`TopicName`] and [`Pattern`] dereference to `str`: call `id.starts_with("t-")`, write
//! `match &*id { "main" => … }`, pass `&id` where a `&str` is expected. [`Escaped`] does too; it is the text without
//! escapes.
//!
//! # Building
//!
//! `new` accepts `&str`, `String` and whatever else converts to a text parameter ([`IntoSegment`],
//! [`IntoTail`]). It returns a `Result` only if the template has a text parameter. With typed and closed
//! placeholders alone it is a `const fn` that cannot fail. The fields are public, so you can also write a
//! struct literal, which never fails.
//!
//! # Parsing
//!
//! `parse` borrows from the text and does not allocate. `into_owned` copies the topic out of the text. Where
//! several templates match a name, `parse` takes the most specific one, whatever the order of the lines:
//! `system.bus.health` before `system.<worker>.health`. If the type of a placeholder refuses the text, a less
//! specific template may still match. The struct of a line reads its own topics only: a name that another line wins
//! is an error there ([`ParseErrorKind::OfAnotherLine`]).
//!
//! Parsing loses nothing. For every topic, `parse(topic.to_string())` returns the same topic, or the more
//! specific topic that has the same name. A name that parses is displayed unchanged.
//!
//! # Patterns
//!
//! The generated `pattern()` has a setter for each placeholder. A placeholder that you don't set is a
//! wildcard. A [`Pattern`] can match topics, and can be compared with other patterns:
//!
//! ```
//! use topics::Pattern;
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
//! A `PatternMap`, behind the feature `pattern-map`, finds all values whose pattern matches a topic. It is the core of
//! an in-process router.
//!
//! # Literals
//!
//! These macros check a name that stands in the program as a string. They work in any crate and with the
//! hierarchy of any crate. A wrong name is a compile error that suggests the right one.
//!
//! | macro | returns |
//! | --- | --- |
//! | [`segment!("abc")`](segment!) | a [`Segment<'static>`](Segment) |
//! | [`topic!(BusTopic, "system.log")`](topic!) | a [`TopicName<'static>`](TopicName) of the hierarchy |
//! | [`pattern!(BusTopic, "system.*.health")`](pattern!) | a [`PatternOf`] the hierarchy, which some topic can match |
//! | [`covering!(BusTopic, "system.>")`](covering!) | an array of such patterns, which together match every topic |
//! | [`pattern!("a.*.>")`](pattern!) | a [`Pattern<'static>`](Pattern) |
//! | [`pattern!(BusTopic, "topology.{id}.>")`](pattern!) | the same with a variable in it, as a `Result` |
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
//! # Guides
//!
//! - [Keeping a topic](guide::keeping): in a struct, a map or a task that outlives the text.
//! - [Growing](guide::growing): what you can add to a hierarchy, and whom it breaks.
//! - [The lock](guide::lock): a committed file that makes the compiler refuse a change which breaks subscribers.
//! - [Shapes of payloads](guide::shapes): the same for the contents of messages, by a test.
//! - [In CI](guide::ci): a pull request shows whom it breaks.
//! - [Renaming](guide::renaming): how to rename a topic while publishers and subscribers run.
//! - [A root](guide::root): a name before all topics, such as `prod.acme`, that is known when the program runs.
//! - [Which line wins](guide::which_line_wins): names that several lines match, and `#[first]`.
//! - [Types of your own](guide::types): `#[derive(Topic)]` and `#[derive(Topics)]`.
//!
//! What is generated needs no trait in scope. For code that is generic over topics, [`prelude`] has all traits.
//!
//! # Errors
//!
//! [`TextError`] describes a text that breaks the text rules, [`BuildError`] such a text given for a
//! parameter, and [`ParseError`] a name that is not a topic of the hierarchy. Each error owns its text, has a
//! kind to match on, and says what is wrong and where. It escapes the text it shows, so that a log line stays one
//! line.
//!
//! # Cost
//!
//! | operation | cost |
//! | --- | --- |
//! | `new` of a topic, [`Segment::new`], [`Tail::new`], [`TopicName::new`] | reads the text once; text beyond ASCII once more, character by character |
//! | [`Pattern::new`], [`Template::new`] | reads the text segment by segment; meant for values that are kept |
//! | [`write_to`](Topic::write_to) | copies the parts; allocates only if the string is too small |
//! | [`name`](Topic::name) | the same into a new string: one allocation of the exact size |
//! | `to_string`, `format!("{topic}")` | about twice the time of `name`, since it goes through a formatter |
//! | `parse` | reads the name once and compares it with the templates of the same number of segments; allocates only for an error |
//! | [`Pattern::matches`] | compares the text before the first wildcard and after the last one, then what is between; does not allocate; faster for a [`pattern!`] |
//! | `PatternMap::matches` | one look-up for each shape of pattern that can match, at most 32, then binary searches among the patterns of all other shapes; does not allocate |
//!
//! # Features
//!
//! | feature | adds |
//! | --- | --- |
//! | `std` (default) | the standard library for the optional dependencies, and for the lock's test, which writes a file |
//! | `pattern-map` | `PatternMap`, on top of `hashbrown`, `foldhash` and `slab` |
//! | `schema` | the test of a lock records and compares the [shapes](guide::shapes) of payloads, with `schemars` |
//! | `serde` | `Serialize` and `Deserialize` for topics, closed enums, patterns and text types, as their text; it is checked when it is read |
//! | `uuid` | [`SegmentValue`] for `Uuid` |
//!
//! Without default features the crate is `no_std` and needs only `alloc`.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

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
mod any_pattern;
mod build_error;
mod escaped;
#[cfg(any(doc, doctest))]
pub mod guide;
mod into_text;
mod literal;
mod parse_error;
#[cfg(feature = "pattern-map")]
pub mod pattern_map;
mod pattern_of;
pub mod prelude;
mod read;
mod root;
mod root_error;
mod roots;
mod text_type;
mod topic;
mod value;

pub use any_pattern::AnyPattern;
pub use build_error::BuildError;
pub use escaped::Escaped;
pub use into_text::{IntoSegment, IntoTail};
pub use parse_error::{ParseError, ParseErrorKind};
#[cfg(feature = "pattern-map")]
pub use pattern_map::{Matches, PatternKey, PatternMap};
pub use pattern_of::PatternOf;
pub use read::{Decode, DecodeError, ReadError, ReadErrorReason, ReadMessage};
pub use root::Root;
pub use root_error::RootError;
pub use roots::{Roots, Under};
pub use topic::{HasPayload, HasReply, Hierarchy, ParseTopic, Topic, TopicPattern, TopicType};
pub use topics_core::lock;
pub use topics_core::{
    Pattern, PatternSegment, PatternSegments, Placeholder, PlaceholderKind, Segment, Segments,
    Tail, Template, TemplateSegment, TemplateSegments, TextError, TextErrorKind, TextType, Texts,
    TopicName, Values, disjoint_patterns, nearest,
};
#[doc = include_str!("../doc/derive-segment-value.md")]
pub use topics_macros::SegmentValue;
#[doc = include_str!("../doc/derive-topic.md")]
pub use topics_macros::Topic;
#[doc = include_str!("../doc/derive-topics.md")]
pub use topics_macros::Topics;
pub use value::{SegmentValue, ValueError};

#[doc = include_str!("../doc/topics.md")]
#[macro_export]
macro_rules! topics {
    ($($tokens:tt)*) => {
        $crate::__private::topics! { [$crate] $($tokens)* }
    };
}

/// The README's code, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct ReadMe;
