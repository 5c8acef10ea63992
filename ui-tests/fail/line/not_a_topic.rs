// A line that begins with what no topic begins with.
topics::topics! {
    pub enum BusTopic;

    => u8;
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
