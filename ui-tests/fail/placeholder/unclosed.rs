// A placeholder that is not closed.
topics::topics! {
    pub enum BusTopic;

    topology.<id.status;
    decky.<id>.state;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::DeckyState::new("web-01");
    }
}
