// A line that is there twice.
topics::topics! {
    pub enum BusTopic;

    system.bus.health;
    system.bus.health;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::SystemBusHealth::new();
    }
}
