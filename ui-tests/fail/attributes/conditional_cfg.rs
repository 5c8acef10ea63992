// Whether a topic exists must be plain to the macro.
topics::topics! {
    pub enum BusTopic;

    #[cfg_attr(unix, cfg(unix))]
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
