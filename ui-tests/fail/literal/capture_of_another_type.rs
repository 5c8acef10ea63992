//! A variable that is neither text nor one segment.

use topics::pattern;

struct Id;

fn main() {
    let (ratio, id, maybe) = (0.5, &Id, Some("t-17"));
    let _ = pattern!("topology.{ratio}");
    let _ = pattern!("topology.{id}");
    let _ = pattern!("topology.{maybe}");
}
