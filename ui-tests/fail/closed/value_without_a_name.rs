// A value of which no variant can be made.
topics::topics! {
    pub enum BusTopic;

    sensor.<id>.<sign: "+" | "-">;
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
