//! Lines that were renamed on purpose: the lock has what they were.

pub struct Heartbeat;

topics::topics! {
    #[lock = "pass/lock_renamed.lock"]
    pub enum BusTopic;

    #[was("worker.<worker_id>.health")]
    system.<worker_id>.health => Heartbeat;
    // As it stands in the lock.
    #[was("mutation.<state: applied | failed>.<id>")]
    topology.<id>.mutation.<state: applied | failed>;
    // As it stood in the lock before the line took one more value.
    #[was("place.<kind: near | far>")]
    placed.<kind: far | near | nowhere>;
    #[was("log")]
    #[was("logs")]
    system.log;
}

fn main() {
    for name in ["worker.w.health", "mutation.failed.t", "log", "logs", "place.nowhere", "placed.far", "topology.t.mutation.applied"] {
        assert!(BusTopic::parse(name).is_ok(), "{name}");
    }
}
