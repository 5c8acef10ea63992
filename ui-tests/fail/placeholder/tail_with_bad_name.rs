// A tail with a type and a name that no field can have, and a tail with text behind its dots.
topics::topics! {
    pub enum BusTopic;

    attacker.<_..: u32>;
    decky.<path..state>;
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
