// Every placeholder is wrong in a way of its own.
topics::topics! {
    pub enum BusTopic;

    topology.<>.status;
    topology.<1>.status;
    topology.<topology-id>.status;
    topology.<self>.status;
    topology.<id:>.status;
    topology.<id: (u8, u8)>.status;
    topology.<id: a | a>.status;
    topology.<id: "a">.status;
    topology.<id>>.status;
    topology.<..rest>;
    topology.t-<id>;
    topology.{id}.status;
    topology.<id.status;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
    }
}
