// A value whose variant would be a keyword that cannot be raw.
topics::topics! {
    pub enum BusTopic;

    sensor.<id>.<owner: self | other>;
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
