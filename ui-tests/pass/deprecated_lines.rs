//! A deprecated line is no reason for a warning until it is used.
#![deny(deprecated, warnings)]

topics::topics! {
    pub enum BusTopic;

    #[deprecated]
    topology.<id>.<state: applied | failed> => u8;
    #[deprecated = "use `load`"]
    metrics.<shard: u16>;
    #[deprecated]
    attacker {
        observed;
        <rest..> as AttackerRest;
    }
    system.log;
}

fn main() {
    assert!(BusTopic::parse("attacker.observed").is_ok());
    assert_eq!(BusTopic::TEMPLATES.len(), 5);
}
