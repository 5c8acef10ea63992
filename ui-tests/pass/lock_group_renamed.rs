//! What a lock promises below the former path of a group is kept.

pub struct Heartbeat;

topics::topics! {
    #[lock = "pass/lock_group_renamed.lock"]
    pub enum BusTopic;

    #[was("dky.<id>")]
    decky.<id> {
        state;
        health => Heartbeat;
        #[was("part.<number>.<id>")]
        shard.<number: u16> {
            log;
        }
    }
}

fn main() {
    assert!(BusTopic::parse("part.7.web.log").is_ok());
}
