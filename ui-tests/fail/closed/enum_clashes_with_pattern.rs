// An enum of values that would be named as the pattern of its own line.
topics::topics! {
    pub enum BusTopic;

    search.<pattern: exact | fuzzy>;
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
