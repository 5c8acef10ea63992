// A payload for a group, after its braces.
topics::topics! {
    pub enum BusTopic;

    decky.<id> {
        state;
        traffic;
    } => Vec<u8>;
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
