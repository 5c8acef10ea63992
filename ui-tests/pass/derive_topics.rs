//! What looks wrong and is right, in derives.
#![deny(warnings, missing_docs, clippy::pedantic)]

use topics::{Segment, Tail, Topic, Topics};

/// Quotes, a keyword, a number and signs need no quotes of their own in a template.
#[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
#[topic("it's.b#c.1e.a/b.$SYS.self.<type>.<rest..>")]
pub struct Odd<'a> {
    /// Everything else.
    pub rest: Tail<'a>,
    /// What kind.
    pub r#type: Segment<'a>,
}

/// Deprecated, and private in part.
#[derive(Topic)]
#[topic("old.<id>")]
#[deprecated = "use `Odd`"]
pub struct Old {
    id: u8,
}

/// Nothing is derived besides.
#[allow(deprecated)]
#[derive(Topics)]
pub enum Any<'a> {
    /// Wrapped.
    Odd(Odd<'a>),
    /// Wrapped.
    Old(Old),
    /// Closed sets do not overlap, and neither do lengths.
    #[topic("old.<a>.<b>")]
    Pair {
        /// One.
        a: Segment<'a>,
        /// The other.
        b: Segment<'a>,
    },
}

#[derive(topics::SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
enum Private {
    A,
}

/// A field may be more private than the topic.
#[derive(Topic)]
#[topic("hidden.<value>")]
pub struct Hidden {
    value: Private,
}

mod inner {
    use topics::Topic;

    #[derive(Topic)]
    #[topic("inner.<id>")]
    pub(super) struct Inner {
        pub(super) id: bool,
    }
}

fn main() {
    let text = "it's.b#c.1e.a/b.$SYS.self.x.y.z";
    assert_eq!(Any::parse(text).unwrap().to_string(), text);
    assert_eq!(Any::parse("old.1.2").unwrap().to_string(), "old.1.2");
    assert_eq!(Hidden::parse("hidden.A").unwrap().value, Private::A);
    assert!(inner::Inner::parse("inner.true").unwrap().id);
}
