// A keyword cannot name an enum.
topics::topics! {
    pub enum type;

    topology.<id>.status;
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
