//! At the front of a pattern, a variable that is neither a root nor one segment.

use topics::pattern;

fn main() {
    let maybe = Some("t-17");
    let _ = pattern!("{maybe}.status");
}
