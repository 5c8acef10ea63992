// A topic whose only literal segment has no letter.
topics::topics! {
    pub enum BusTopic;

    <tenant>."--";
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
