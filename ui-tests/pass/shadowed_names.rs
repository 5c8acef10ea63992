//! Modules, types, macros and traits that are named as those of the standard library.
#![allow(dead_code, unused_macros)]

mod core {}
mod std {}
mod alloc {}
mod topics_core {}
struct Option;
struct String;
struct Result;
struct Vec;
struct Box;
struct Segment;
struct Tail;
struct Template;
struct Some;
struct None;
struct Ok;
struct Err;
trait Clone {}
trait Debug {}
trait Default {}
trait From {}
trait Display {}
trait ToString {}
trait TryFrom {}
trait FromStr {}
trait Topic {}
type u8 = ();
type str = ();
type usize = ();
type bool = ();
macro_rules! write {
    () => {};
}
macro_rules! matches {
    () => {};
}

topics::topics! {
    pub enum BusTopic;

    topology.<id>.<state: applied | failed>;
    metrics.<shard: u16>;
    attacker.<rest..>;
    system.log;
}

fn main() {
    assert!(BusTopic::parse("topology.t-17.applied").is_ok());
    assert!(Metrics::parse("metrics.7").is_ok());
}
