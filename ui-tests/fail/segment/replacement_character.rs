// The character that stands for text that was lost.
topics::topics! {
    pub enum BusTopic;

    system."l\u{fffd}g";
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
