// A group whose path ends with a tail.
topics::topics! {
    pub enum BusTopic;

    decky.<rest..> {
        state;
        traffic;
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
