// An inner attribute has nothing to apply to.
topics::topics! {
    pub enum BusTopic;

    #![allow(dead_code)]
    topology.<id>.status;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::TopologyStatus::new("t-17");
    }
}
