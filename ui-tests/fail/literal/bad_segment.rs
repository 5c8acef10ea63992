//! A text that is no segment.

use topics::segment;

fn main() {
    let _ = segment!("web.01");
    let _ = segment!("web 01");
    let _ = segment!("*");
    let _ = segment!("");
    let _ = segment!("a\r\nPUB x 0");
    let _ = segment!("a\u{0}b");
    let _ = segment!("caf\u{fffd}");
}
