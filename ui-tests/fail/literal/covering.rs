//! Patterns that together do not match every topic.

use topics::covering;

topics::topics! {
    pub enum BusTopic;
    topology.<id>.mutation.<state: enqueued | applied was done>;
    attacker;
    attacker.<path..> as Attacks;
    #[was("old.log")]
    system.log;
}

mod others {
    topics::topics! {
        pub enum Other;
        door.<is_open: bool>;
        room.<id>;
    }
}

fn main() {
    let _ = covering!(BusTopic, "topology.>", "attacker.>", "system.log", "old.log");
    let _ = covering!(BusTopic, "topology.>", "attacker", "attacker.*", "system.*", "old.>");
    let _ = covering!(BusTopic, "topology.>", "attacker", "attacker.>", "system.log");
    let _ = covering!(
        BusTopic,
        "topology.*.mutation.enqueued",
        "topology.*.mutation.applied",
        "*",
        "attacker.>",
        "*.log",
    );
    let _ = covering!(others::Other, "door.true", "room.*");
    let _ = covering!(others::Other, "door.*", "room.*", "house.*");
    let _ = covering!(Missing, "door.*");
}
