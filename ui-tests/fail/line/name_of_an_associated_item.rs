// A name that the enum of the hierarchy has already, for a function.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health as parse;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::BusTopic::parse("system.log");
    }
}
