// A topic of placeholders only has no name.
topics::topics! {
    pub enum BusTopic;

    <tenant>.<id>;
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
