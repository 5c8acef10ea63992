// A tail is text, and has no type.
topics::topics! {
    pub enum BusTopic;

    attacker.<path..: u32>;
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
