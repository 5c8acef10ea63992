// Two conditions of which nobody says that only one holds.
topics::topics! {
    pub enum BusTopic;

    #[cfg(unix)]
    system.signal;
    #[cfg(target_pointer_width = "64")]
    system.signal;
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
