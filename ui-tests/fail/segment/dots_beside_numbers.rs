// Dots that the lexer takes for a part of a number.
topics::topics! {
    pub enum BusTopic;

    machine.10.0..1;
    machine.7.;
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
