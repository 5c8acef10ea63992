// A topic that holds text is not `Copy`.
topics::topics! {
    pub enum BusTopic;

    #[derive(Copy)]
    topology.<id>.status;
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
