// A string after `as`.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health as "WorkerHealth";
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
