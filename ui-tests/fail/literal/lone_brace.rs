//! Braces come in pairs, or doubled.

use topics::{pattern, segment};

fn main() {
    let id = "t-17";
    let _ = pattern!("topology.{id.>");
    let _ = pattern!("topology.id}.>");
    let _ = segment!("{");
    let _ = id;
}
