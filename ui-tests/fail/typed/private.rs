// A type that the module of the declaration cannot name.
mod ids {
    #[derive(topics::SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    struct TopologyId(u32);
}

topics::topics! {
    pub enum BusTopic;

    topology.<id: ids::TopologyId>.status;
    system.log;
}

fn main() {
    let _ = SystemLog::new();
}
