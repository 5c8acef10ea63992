// A condition whose operand is none.
topics::topics! {
    pub enum BusTopic;

    #[cfg(not(unix, 5))]
    system.bus.health;
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
