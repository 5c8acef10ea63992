// Types of shapes that are never one segment.
topics::topics! {
    pub enum BusTopic;

    topology.<id: (u8, u8)>.status;
    decky.<id: [u8; 4]>.state;
    sensor.<id: dyn Send>.value;
    machine.<id: fn() -> u8>.load;
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
