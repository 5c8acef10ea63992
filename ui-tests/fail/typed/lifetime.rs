// A type with a lifetime.
topics::topics! {
    pub enum BusTopic;

    topology.<id: std::borrow::Cow<'a, str>>.status;
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
