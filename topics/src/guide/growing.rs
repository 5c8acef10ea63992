//! Growing: what can be added to a hierarchy without breaking anybody.
//!
//! A new line breaks no program that runs: nobody subscribes to a topic that did not exist. But it can break code that
//! uses the hierarchy from another crate: a `match` over the enum lacks an arm. `#[non_exhaustive]` on the header
//! prevents that.
//!
//! ```
//! topics::topics! {
//!     #[non_exhaustive]
//!     pub enum BusTopic;
//!
//!     system.log;
//!     order.<id: u64>.<state: placed | paid>;
//! }
//!
//! // Another crate needs the last arm, for the lines and values to come.
//! # #[allow(unreachable_patterns)]
//! match BusTopic::parse("order.7.paid")? {
//!     BusTopic::Order(Order { id, state: OrderState::Paid }) => println!("{id} was paid"),
//!     other => println!("not handled by this program: {other}"),
//! }
//! # Ok::<(), topics::ParseError>(())
//! ```
//!
//! The attribute does three things:
//!
//! - The enum is non-exhaustive in other crates. So is the enum of `#[messages]`.
//! - The enums of closed placeholders are too, such as `OrderState`.
//! - The enum has a lifetime, `BusTopic<'a>`, even while no line has a text parameter. So the first such line changes
//!   no signature.
//!
//! # What can be added
//!
//! A subscriber is a running program that reads topics; a publisher is one that sends them. Code is another crate
//! that is compiled with the new version.
//!
//! | added | subscribers | publishers | code, with `#[non_exhaustive]` | code, without |
//! | --- | --- | --- | --- | --- |
//! | a line, a group | go on | go on | compiles | a `match` lacks an arm |
//! | the first line with a text parameter | go on | go on | compiles | `BusTopic` has a lifetime now; a `match` lacks an arm |
//! | a more specific line, or one with `#[first]` | receive the same names; once recompiled, read some of them as the new line | go on | compiles | a `match` lacks an arm |
//! | a value of a closed placeholder | must expect a [`ParseError`](crate::ParseError) until they are updated | go on | compiles | a `match` over the values lacks an arm |
//! | a variant of an enum that derives [`SegmentValue`](macro@crate::SegmentValue) | must expect a `ParseError` until they are updated | go on | compiles, if that enum is `#[non_exhaustive]` | a `match` over the values lacks an arm |
//! | a new name for a line, with `#[was("…")]` | receive both names by [`to_patterns`](crate::TopicPattern::to_patterns) | must update after the subscribers | compiles, if the line keeps its type's name with `as` | the same |
//! | a new text for a value, with `was` or `alias` | the same | must update after the subscribers | breaks where it names the variant of a closed placeholder, which is named after the text | the same |
//! | a payload, `=> Heartbeat`, to a line without | receive bytes as before | go on with bytes until they are updated | compiles; with `#[messages]`, the variant holds the payload instead of bytes | the same |
//! | a payload of a type new to the hierarchy, with `#[messages]` | go on | go on | compiles, if the codec decodes that type too | a `match` lacks an arm |
//! | a placeholder to a line, another type of a placeholder, another literal | break | break | breaks | breaks |
//!
//! The last row makes a different topic. [The lock](super::lock) refuses that, and [renaming](super::renaming) says how
//! to do it. A subscriber to a wide pattern such as `system.>` receives new topics that it cannot read. It should log
//! the `ParseError` and go on.
//!
//! A hierarchy of your own, [`#[derive(Topics)]`](crate::Topics), grows as any enum: write `#[non_exhaustive]` and the
//! lifetime yourself.
