// Braces between the header and the lines.
topics::topics! {
    pub enum BusTopic;

    {
        decky.<id>.state;
        decky.<id>.traffic;
    }
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
