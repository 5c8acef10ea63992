// A visibility on a line and on a group.
topics::topics! {
    pub enum BusTopic;

    pub topology.<id>.status;
    pub(crate) system {
        log;
    }
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
