// A comma between lines of a group, and after it.
topics::topics! {
    pub enum BusTopic;

    decky.<id> {
        state,
        traffic;
    },
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::DeckyState::new("web-01");
        let _ = super::DeckyTraffic::new("web-01");
    }
}
