// A topic named as the pattern of all lines.
topics::topics! {
    pub enum BusTopic;

    decky;
    bus.topic.pattern;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::Decky::pattern();
    }
}
