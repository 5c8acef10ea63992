// A number with a dot in it is two segments.
topics::topics! {
    pub enum BusTopic;

    sensor.<value: f64>;
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
