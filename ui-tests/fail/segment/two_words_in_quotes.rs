// A space in a string literal.
topics::topics! {
    pub enum BusTopic;

    "decky fleet".state;
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
