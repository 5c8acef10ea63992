// A value given twice.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation.<state: applied | failed | applied>;
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
