//! The shapes of the payloads of a topic hierarchy.
//!
//! A lock holds the names of payload types. What a message of such a type looks like is its shape: a JSON Schema,
//! kept in a file beside the lock, `topics.schemas.json` beside `topics.lock`. [`Shapes`] is that file, and
//! [`Shapes::changes_to`] tells which changes of a shape break those who read messages and those who write them.
//!
//! The generated test of a lock writes the file and compares with it; the program `topics` compares two of them and
//! exports them.
//!
//! ```
//! use topics_schema::{Effect, Shapes};
//!
//! let old = Shapes::parse(r#"{ "read": { "Beat": {
//!     "type": "object",
//!     "properties": { "state": { "enum": ["up", "down"] } },
//!     "required": ["state"]
//! } } }"#)?;
//! let new = Shapes::parse(r#"{ "read": { "Beat": {
//!     "type": "object",
//!     "properties": { "state": { "enum": ["up"] } },
//!     "required": ["state"]
//! } } }"#)?;
//!
//! let changes = old.changes_to(&new, |_| true);
//! assert_eq!(changes[0].effect(), Effect::BreaksWriters);
//! assert_eq!(
//!     changes[0].to_string(),
//!     "`Beat.state` may be `\"down\"` in messages of the old shape, and readers now refuse that",
//! );
//! # Ok::<(), topics_schema::ShapesError>(())
//! ```
#![cfg_attr(docsrs, feature(doc_cfg))]

mod accepts;
mod alternatives;
mod change;
#[cfg(feature = "schemars")]
mod probe;
mod shapes;

pub use change::{Effect, ShapeChange};
#[cfg(feature = "schemars")]
#[doc(hidden)]
pub use probe::{Probe, WithoutShape};
pub use shapes::{Shape, Shapes, ShapesError};
