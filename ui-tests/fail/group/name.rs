// A name for a group.
topics::topics! {
    pub enum BusTopic;

    decky.<id> as Decky {
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
        let _ = super::DeckyState::new("web-01");
    }
}
