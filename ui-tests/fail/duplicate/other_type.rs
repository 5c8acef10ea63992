// The type of a placeholder does not tell two topics apart.
topics::topics! {
    pub enum BusTopic;

    topology.<id: u32>.status;
    topology.<name>.status as Status;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::TopologyStatus::new(17);
    }
}
