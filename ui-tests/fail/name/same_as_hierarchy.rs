// A topic named as the hierarchy.
topics::topics! {
    pub enum BusTopic;

    bus.topic;
    system.bus.health as BusTopic;
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
