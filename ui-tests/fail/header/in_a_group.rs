// A header inside of a group.
topics::topics! {
    system {
        pub enum BusTopic;
        log;
    }
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
    }
}
