// A header that goes on after the name.
topics::topics! {
    pub enum BusTopic: u8;

    topology.<id>.status;
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
