// A payload type that does not exist.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health => Heartbeat;
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
