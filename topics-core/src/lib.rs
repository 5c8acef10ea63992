//! The text rules of topic names, in one place.
//!
//! This crate holds what is true of topics without any declaration: what a [`Segment`] may contain,
//! what a [`TopicName`] and a [`Pattern`] are, which patterns match, cover or overlap which, and how
//! a declared topic reads as a [`Template`]. The `topics` crate re-exports all of it; the `topics!`
//! macro checks declarations with it while compiling, and generated code calls it while running.
//! `no_std` with `alloc`, and no dependencies.
//!
//! # The rules
//!
//! - A **segment** is one or more characters, none of them `.`, `*`, `>`, whitespace
//!   ([`char::is_whitespace`]), a control character ([`char::is_control`]) or U+FFFD.
//! - A **topic** is one or more segments joined by `.`.
//! - A **pattern** is segments or `*` (exactly one segment) joined by `.`, optionally ending in `.>`
//!   (one or more segments); or `>` alone.
//! - A **template** is segments and placeholders joined by `.`.
//!
//! Text is compared byte by byte, without normalisation or case folding, and there is no limit on
//! length: a transport has its own. The characters are chosen so that a name is one argument of NATS's line
//! protocol ([subject rules][nats]) and can inject nothing into it. A server refuses two kinds of names all the same:
//! those that begin with `$GR.`, `_GR_.` or `$NRG.`, which servers use among themselves, and those with which a line of
//! the protocol would have 4,096 bytes or more, at which it closes the connection. It delivers all others unchanged.
//!
//! [nats]: https://docs.nats.io/nats-concepts/subjects#characters-allowed-and-recommended-for-subject-names
//!
//! ```
//! # use topics_core as topics;
//! use topics::{Pattern, TopicName};
//!
//! let everything_of_one = Pattern::new("topology.t-17.>")?;
//! assert!(everything_of_one.matches("topology.t-17.mutation.applied"));
//! assert!(!everything_of_one.matches("topology.t-17"));
//!
//! let error = TopicName::new("topology.t 17.status").unwrap_err();
//! assert_eq!(error.at(), 10);
//! # Ok::<(), topics_core::TextError>(())
//! ```
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod bytes;
mod checked;
#[doc(hidden)]
pub mod coverage;
mod disjoint;
mod dots;
mod error;
#[doc(hidden)]
pub mod join;
#[doc(hidden)]
pub mod literal;
pub mod lock;
mod message;
mod messages;
mod name;
mod nearest;
mod pattern;
mod segment;
#[doc(hidden)]
pub mod split;
mod tail;
mod template;
mod text;
#[doc(hidden)]
pub mod word;

pub use disjoint::disjoint_patterns;
#[doc(hidden)]
pub use error::Excerpt;
pub use error::{TextError, TextErrorKind, TextType};
pub use name::TopicName;
pub use nearest::nearest;
pub use pattern::{Pattern, PatternSegment, PatternSegments};
pub use segment::{Segment, Segments};
pub use tail::Tail;
pub use template::{
    Placeholder, PlaceholderKind, Template, TemplateSegment, TemplateSegments, Texts, Values,
};
#[doc(hidden)]
pub use template::{conflict, names, relation, shape, texts};
