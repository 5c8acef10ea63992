// A `#[cfg]` without a condition.
topics::topics! {
    pub enum BusTopic;

    #[cfg]
    system.bus.health;
    #[cfg()]
    system.bus.load;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::SystemBusHealth::new();
        let _ = super::SystemBusLoad::new();
    }
}
