//! A subscription to the beginning of topics, as if it stood for all that begin so.

use topics::pattern;

topics::topics! {
    pub enum Fleet;
    fleet.<car>.position;
    fleet.<car>.door.<door: left | right>;
    fleet.alarm;
}

fn main() {
    let _ = pattern!(Fleet, "fleet");
}
