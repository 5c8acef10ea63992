//! Hierarchies are held against each other, and against the other topics, at the variant that comes later.

use topics::{Segment, Topics};

mod shop {
    topics::topics! {
        pub enum ShopTopic;
        order.<id>.paid;
        order.<id>.lost;
        cart.<id: u64>;
    }
}

mod audit {
    topics::topics! {
        pub enum AuditTopic;
        order.seven.<what>;
        log.<id>;
        #[was("cart.<id>")]
        audit.<id>;
    }
}

#[derive(Topics)]
enum All<'a> {
    Shop(shop::ShopTopic<'a>),
    Audit(audit::AuditTopic<'a>),
    #[topics(under = "x")]
    Below(audit::AuditTopic<'a>),
    #[topic("x.log.<name>")]
    Own { name: Segment<'a> },
}

/// Not even a topic.
struct Nothing;

#[derive(Topics)]
enum Wrong<'a> {
    Shop(shop::ShopTopic<'a>),
    #[topics(under = "x")]
    Same(shop::ShopTopic<'a>),
    #[topics(under = "x")]
    Again(shop::ShopTopic<'a>),
    #[topics(under = "a.<id>")]
    Placeholder(audit::AuditTopic<'a>),
    #[topics(under = "a b")]
    Space(audit::AuditTopic<'a>),
    #[topics(under)]
    Missing(audit::AuditTopic<'a>),
    #[topics(below = "x")]
    Unknown(audit::AuditTopic<'a>),
    #[topics(under = "x")]
    #[topic("ping")]
    Ping,
}

#[derive(Topics)]
enum None {
    Nothing(Nothing),
}

fn main() {}
