// A `#` before a line begins an attribute.
topics::topics! {
    pub enum BusTopic;

    # system.log;
    system.bus.health;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemBusHealth::new();
    }
}
