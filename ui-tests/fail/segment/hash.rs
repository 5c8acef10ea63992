// A `#` in a segment.
topics::topics! {
    pub enum BusTopic;

    device.sensor #1;
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
