//! Structs and enums of your own as topics.
//!
//! Derive [`Topic`](derive@crate::Topic) for a struct if its fields need attributes, or if it belongs beside the
//! rest of its module. Derive [`Topics`](crate::Topics) for an enum over such structs. Everything else works
//! as with [`topics!`](crate::topics!).
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
