// A derive that nobody knows.
topics::topics! {
    pub enum BusTopic;

    #[derive(Retained)]
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
