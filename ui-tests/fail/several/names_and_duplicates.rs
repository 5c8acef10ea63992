// Names that clash, topics that are there twice.
topics::topics! {
    pub enum BusTopic;

    decky.state;
    decky.<id>.state;
    decky.pattern as BusTopicPattern;
    topology.<id>;
    topology.<name> as Named;
    bus.topic;
    <tenant>.<id>;
    self;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::DeckyState::new();
        let _ = super::Topology::new("t-17");
    }
}
