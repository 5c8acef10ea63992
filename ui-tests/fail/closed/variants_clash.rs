// Two values with one name in Rust.
topics::topics! {
    pub enum BusTopic;

    sensor.<id>.<mode: half_open | half-open>;
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
