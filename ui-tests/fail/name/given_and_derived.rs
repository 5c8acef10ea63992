// A given name that another line has anyway.
topics::topics! {
    pub enum BusTopic;

    decky.<id>.state;
    decky.<id>.shape as DeckyState;
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
