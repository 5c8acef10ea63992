// A fault of each kind, all in one compile.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation state;
    topology..status;
    decky.*.state;
    decky.<id>.<id>;
    attacker.<path..>.observed;
    "a.b";
    system.health as impl;
    system.load =>;
    { orphan; }
    system.log;
    system.log;
    system.<id: &str>.uptime
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
    }
}
