// A name that would begin with a digit.
topics::topics! {
    pub enum BusTopic;

    404.seen;
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
