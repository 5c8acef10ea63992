// What follows the colon is no type.
topics::topics! {
    pub enum BusTopic;

    topology.<id: u8 = 5>.status;
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
