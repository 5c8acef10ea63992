// Two dots for the type of a tail.
topics::topics! {
    pub enum BusTopic;

    attacker.<path: ..>;
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
