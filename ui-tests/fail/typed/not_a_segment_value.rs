// A type that is not known to be a segment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TopologyId(u32);

topics::topics! {
    pub enum BusTopic;

    topology.<id: TopologyId>.status;
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
