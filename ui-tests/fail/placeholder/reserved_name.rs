// Names that not even a raw identifier can have.
topics::topics! {
    pub enum BusTopic;

    topology.<self>.status;
    decky.<_>.state;
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
