// An attribute that no line of its group follows.
topics::topics! {
    pub enum BusTopic;

    system {
        log;
        #[cfg(unix)]
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
