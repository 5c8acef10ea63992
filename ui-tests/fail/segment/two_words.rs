// Two words are no segment.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation state;
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
