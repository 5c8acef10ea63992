//! Declarations where `topics` is known by another name, and where neither the prelude nor a crate
//! called `topics` is there to be found.
#![no_implicit_prelude]

pub mod closed;
pub mod names;

/// What a worker says of itself.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
pub struct Heartbeat;

::bus::topics! {
    /// Every kind of placeholder, at least once.
    pub enum RenamedTopic;

    /// Nothing to fill in.
    system.log;
    /// Text.
    system.<worker>.health => Heartbeat;
    /// Values that are known.
    topology.<id>.mutation.<state: applied | failed>;
    /// Values of a type.
    shard.<number: u16>.<region: crate::names::Region>.<ready: bool>;
    /// The rest of a topic.
    attacker.<rest..>;
}
