//! A capture is a whole segment.

use topics::pattern;

fn main() {
    let (id, state) = ("t-17", "failed");
    let _ = pattern!("topology.t-{id}.>");
    let _ = pattern!("topology.{id}s");
    let _ = pattern!("{id}{state}");
}
