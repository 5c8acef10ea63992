// A topic named as the type that the patterns of all lines share.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health as BusTopicPattern;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::pattern();
    }
}
