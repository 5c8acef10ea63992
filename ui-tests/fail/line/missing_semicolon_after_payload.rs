// A payload without a semicolon after it.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health => Vec<u8>
    /// What the bus logs.
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::SystemHealth::new("mutator");
    }
}
