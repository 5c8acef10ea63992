// The last line without its semicolon.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.status;
    system.log
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
