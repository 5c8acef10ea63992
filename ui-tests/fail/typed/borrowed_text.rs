// A reference; text is what a plain placeholder takes.
topics::topics! {
    pub enum BusTopic;

    topology.<id: &str>.status;
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
