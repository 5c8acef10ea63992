//! Texts that values had before, and which are others' too, or none.

topics::topics! {
    pub enum BusTopic;

    itself.<state: queued was queued | applied>;
    value.<state: queued | applied was queued>;
    two.<state: queued was old | applied was old>;
    twice.<state: queued was old was old | applied>;
    nothing.<state: queued | applied was>;
    dots.<state: queued | applied was "a.b">;
    words.<state: queued | applied was old text>;
    types.<state: queued | applied was u8>;
    placeholder.<state: queued | applied was <old>>;
    before.<state: queued | #[was("old")] applied>;
    single.<state: queued was old>;
    apart.<state: queued | applied was paid>;
    apart.<other: paid | unpaid> as Other;
    overlaps.<state: queued | applied was paid>.<x: a | b>;
    overlaps.<other: paid | unpaid>.<x: b | c> as OverlapsToo;
    system.log;
}

fn main() {
    let _ = SystemLog::new();
}
