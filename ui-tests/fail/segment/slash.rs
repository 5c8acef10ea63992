// A segment that the lexer would take apart.
topics::topics! {
    pub enum BusTopic;

    device/state.<id>;
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
