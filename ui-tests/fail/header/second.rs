// A second header.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.status;
    enum MachineTopic;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::BusTopic::from(super::SystemLog::new());
    }
}
