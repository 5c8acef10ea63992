// A doc comment that no line follows.
topics::topics! {
    pub enum BusTopic;

    system.log;
    /// The health of one worker.
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
    }
}
