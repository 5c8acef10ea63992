// A control character in a string literal.
topics::topics! {
    pub enum BusTopic;

    system."bell\u{7}";
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
