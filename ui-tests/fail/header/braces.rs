// Braces around the lines, as an enum of Rust has them.
topics::topics! {
    pub enum BusTopic {
        topology.<id>.status;
        system.log;
    }
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::BusTopic::parse("system.log");
        let _ = super::SystemLog::new();
    }
}
