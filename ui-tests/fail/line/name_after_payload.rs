// The name comes before the payload.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health => u8 as WorkerHealth;
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
