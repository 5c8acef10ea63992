//! Payloads and optional parts as other notations write them.

struct Back;

topics::topics! {
    order.<id>.lost(u32);
    order.lost(Vec<u8>);
    order.<id>: Lost;
    back { reason: String }
    metrics.<region?>.cpu;
    metrics.<id>?;
    app.v<version>.set;
    app.dev-<id>.set;
    app.<name..>.set;
    a.kept;
}

fn main() {
    let _ = AKept::new();
}
