// Any text can be in a `String`.
topics::topics! {
    pub enum BusTopic;

    topology.<id: String>.status;
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
