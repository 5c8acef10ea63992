// A type that is no segment, used in two lines, is reported once for each.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Id;

topics::topics! {
    pub enum BusTopic;

    topology.<id: Id>.status;
    decky.<id: Id>.state;
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
