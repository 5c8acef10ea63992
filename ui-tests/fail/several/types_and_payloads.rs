// Faults that only the compiler can see beside those that the macro sees.
topics::topics! {
    pub enum BusTopic;

    topology.<id: f64>.status;
    decky.<id: String>.state;
    sensor.<id: &str>.value;
    system.health => [u8];
    system.load => &str;
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
