// A header after the first line.
topics::topics! {
    topology.<id>.status;
    pub enum BusTopic;
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
