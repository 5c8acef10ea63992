//! A hierarchy that may grow has its lifetime, whichever lines are there.
#![deny(warnings, missing_docs)]

use topics::topics;

/// None of its lines has text.
pub mod without_text {
    topics::topics! {
        #[non_exhaustive]
        pub enum BusTopic;
        system.log;
        order.<id: u64>.<state: placed | paid>;
    }
}

/// The line with text is not there.
pub mod text_configured_away {
    topics::topics! {
        #[non_exhaustive]
        #[messages]
        pub enum BusTopic;
        #[cfg(not(all()))]
        system.<worker>.health;
        system.log => u8;
    }
}

/// Any of the lines may be away, and one is not.
pub mod all_conditional {
    topics::topics! {
        #[non_exhaustive]
        #[messages]
        pub enum BusTopic;
        #[cfg(not(all()))]
        system.<worker>.health;
        #[cfg(all())]
        system.log;
        #[cfg(all())]
        system.bus;
        #[cfg(not(all()))]
        system.off;
    }
}

topics! {
    #[non_exhaustive]
    enum Own;
    system.log;
}

fn keep<'a>(
    a: without_text::BusTopic<'a>,
    b: text_configured_away::BusTopic<'a>,
    c: all_conditional::BusTopic<'a>,
) -> (
    without_text::BusTopic<'static>,
    text_configured_away::BusTopic<'static>,
    all_conditional::BusTopic<'static>,
) {
    (a.into_owned(), b.into_owned(), c.into_owned())
}

fn main() {
    let kept = keep(
        without_text::BusTopic::parse("system.log").unwrap(),
        text_configured_away::BusTopic::parse("system.log").unwrap(),
        all_conditional::BusTopic::parse("system.bus").unwrap(),
    );
    assert_eq!(kept.0.to_string(), "system.log");
    // Where it is declared, a `match` needs no more arms than there are lines.
    match Own::parse("system.log").unwrap() {
        Own::SystemLog(SystemLog) => {}
    }
}
