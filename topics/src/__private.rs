//! What generated code calls. No part of the public API: it changes with the macros.
//!
//! Generated code names nothing but what is here, by a path that begins with this crate, so it does
//! not depend on what a prelude or a local module provides.

mod affix;
pub mod bound;
mod build;
mod capture;
mod few;
mod hierarchy_of;
mod inspect;
mod line;
mod literal;
pub mod lock;
mod member;
#[cfg(not(feature = "serde"))]
mod not_serialized;
mod parts;
mod read;
#[cfg(feature = "serde")]
mod serialize;
mod short_name;
mod value_of;
mod with_lifetime;
mod wrapped;
mod write;

pub use core::cmp::{Eq, Ord, PartialEq, PartialOrd};
pub use core::convert::{From, TryFrom};
pub use core::default::Default;
pub use core::fmt::{self, Display, Formatter};
pub use core::marker::{Copy, PhantomData as Marker};
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, str, u8, usize};
pub use core::result::Result::{self, Err, Ok};
pub use core::str::FromStr;
pub use core::stringify;
pub use core::{clone::Clone, fmt::Debug, hash::Hash, hash::Hasher};

pub use alloc::string::String;
pub use alloc::vec::Vec;
pub use topics_core::shape::Types;
pub use topics_core::texts;
pub use topics_core::{Pattern, Segment, Tail, Template, Texts, TopicName};
pub use topics_macros::{pattern, segment, topic, topics};
pub use value_of::{ValueOf, value_of};
pub use with_lifetime::WithLifetime;
pub use wrapped::{Below, Beside, Borrowed, Owned, TopicOf, borrowed, owned};

pub use crate::{
    BuildError, HasPayload, HasReply, Hierarchy, IntoSegment, IntoTail, ParseError, ParseTopic,
    SegmentValue, TopicPattern, TopicType, ValueError,
};

pub use crate::{__below as below, __implement_serde as implement_serde};
pub use affix::{with_affixes, without_affixes};
pub use bound::Bound;
pub use build::{checked_segment, text};
pub use capture::{capture, capture_front, captured, captured_behind};
pub use few::{Few, position};
pub use hierarchy_of::{HierarchyOf, Named};
pub use inspect::{debug, debug_variant, former_names, hash, template, template_read};
pub use line::{Description, Ends, Line, Name};
pub use literal::{
    captured_pattern_of, check_covering, check_literal, checked_pattern, checked_topic, pattern_of,
};
pub use member::{Member, names};
pub use parts::{Parameter, Parts, Visit};
pub use read::{
    Refusal, Refusals, Source, Split, first, owner, parse, parse_owned, parse_with_template, parsed,
};
#[cfg(feature = "serde")]
pub use serialize::{
    Deserialize, Deserializer, Serialize, Serializer, deserialize, deserialize_pattern,
};
pub use topics_core::names as lines;
pub use write::{display, name, write_to};

/// Stands for a name of generated code's own: what a parameter or a local may be called is in scope as a function,
/// which a local may hide, and so hides a constant of the user's, which it may not.
pub const fn local() {}
