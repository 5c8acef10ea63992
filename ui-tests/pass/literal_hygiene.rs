//! The literal macros need nothing that is in scope, and the crate may have another name.

#![no_implicit_prelude]
#![deny(warnings, rust_2018_idioms, missing_docs, unused_qualifications)]

extern crate topics as renamed;

/// Not the crate.
pub mod topics {}

/// Another module's hierarchy.
pub mod bus {
    ::renamed::topics! {
        /// The topics.
        pub enum BusTopic;
        topology.<id>.status;
        system.log;
    }
}

/// Not the prelude's.
#[allow(dead_code)]
pub enum Result {
    /// Not the prelude's.
    Ok,
    /// Not the prelude's.
    Err,
}

const HOST: ::renamed::Segment<'static> = ::renamed::segment!("web-01");
const LOG: ::renamed::TopicName<'static> = ::renamed::topic!(bus::BusTopic, "system.log");
const ALL: ::renamed::Pattern<'static> = ::renamed::pattern!("a.*.>");
static STATUS: ::renamed::PatternOf<'static, bus::BusTopic<'static>> =
    ::renamed::pattern!(bus::BusTopic, "topology.*.status");

fn subscribe(id: &str) -> bool {
    ::renamed::pattern!("topology.{id}.>").is_ok()
        && ::renamed::pattern!(bus::BusTopic, "topology.{id}.>").is_ok()
}

fn main() {
    ::std::assert!(HOST == "web-01" && LOG == "system.log" && ALL == "a.*.>");
    ::std::assert!(STATUS.matches("topology.t-17.status"));
    ::std::assert!(subscribe("t-17") && !subscribe("t.17"));
}
