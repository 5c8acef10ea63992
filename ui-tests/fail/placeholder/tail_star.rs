// A wildcard between angle brackets.
topics::topics! {
    pub enum BusTopic;

    attacker.<*>;
    defender.<path*>;
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
