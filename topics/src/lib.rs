//! Your topic hierarchy, checked by the compiler.
#![no_std]

extern crate alloc;

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
mod parse_error;
mod topic;
mod value;

pub use build_error::BuildError;
pub use into_text::{IntoSegment, IntoTail};
pub use parse_error::{ParseError, ParseErrorKind};
pub use topic::{HasPayload, Hierarchy, Topic, TopicPattern, TopicType};
pub use topics_core::{
    Pattern, PatternSegment, PatternSegments, Placeholder, PlaceholderKind, Segment, Segments,
    Tail, Template, TemplateSegment, TemplateSegments, TextError, TextErrorKind, TextType,
    TopicName, Values, nearest,
};
#[doc(inline)]
pub use topics_macros::SegmentValue;
pub use value::{SegmentValue, ValueError};

/// stub
#[macro_export]
macro_rules! topics {
    ($($tokens:tt)*) => {
        $crate::__private::topics! { [$crate] $($tokens)* }
    };
}
