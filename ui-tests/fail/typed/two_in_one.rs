// Two placeholders between one pair of brackets.
topics::topics! {
    pub enum BusTopic;

    topology.<id: u8, other: u8>.status;
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
