//! The traits of this crate, for their methods alone: `use topics::prelude::*;`.
//!
//! The types that [`topics!`](crate::topics!) generates need none of them. They serve code that is generic over
//! topics, and [`SegmentValue`](trait@crate::SegmentValue)'s methods. Each is imported without a name, so none of them
//! can clash with a name of yours; to name one in a bound, import it by its name.
//!
//! ```
//! use topics::prelude::*;
//!
//! topics::topics! {
//!     pub enum BusTopic;
//!     system.log;
//!     system.<worker>.health;
//! }
//!
//! let topic = BusTopic::parse("system.log")?;
//! assert!(topic.former_names().is_empty());
//! assert_eq!(BusTopic::patterns(), ["system.*.health", "system.log"]);
//! assert_eq!(7_u16.to_segment(), "7");
//! # Ok::<(), topics::ParseError>(())
//! ```

pub use crate::{
    AnyPattern as _, Decode as _, HasPayload as _, HasReply as _, Hierarchy as _, IntoSegment as _,
    IntoTail as _, ParseTopic as _, ReadMessage as _, SegmentValue as _, Topic as _,
    TopicPattern as _, TopicType as _,
};
