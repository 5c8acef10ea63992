//! Variants that wrap hierarchies, and what is wrong with those that are first.

use topics::{Segment, Topics};

mod one {
    topics::topics! {
        pub enum One;
        a.<x>.c;
    }
}

mod two {
    topics::topics! {
        pub enum Two;
        a.b.<y>;
    }
}

#[derive(Topics)]
pub enum Both<'a> {
    #[topics(first)]
    One(one::One<'a>),
    #[topics(first)]
    Two(two::Two<'a>),
}

#[derive(Topics)]
pub enum Neither<'a> {
    One(one::One<'a>),
    Two(two::Two<'a>),
}

#[derive(Topics)]
pub enum Faults<'a> {
    #[topics(first = true)]
    One(one::One<'a>),
    #[topics(under = "u", last)]
    Two(two::Two<'a>),
    #[topic("c.<x>")]
    #[topics(first)]
    Own { x: Segment<'a> },
}

fn main() {}
