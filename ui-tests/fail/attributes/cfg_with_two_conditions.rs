// Two conditions in one `#[cfg]`.
topics::topics! {
    pub enum BusTopic;

    #[cfg(unix, windows)]
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
