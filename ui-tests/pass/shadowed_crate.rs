//! A local module that is named as the crate.
mod topics {}

::topics::topics! {
    pub enum BusTopic;

    topology.<id>.<state: applied | failed>;
    metrics.<shard: u16>;
    system.log;
}

fn main() {
    assert!(BusTopic::parse("metrics.7").is_ok());
}
