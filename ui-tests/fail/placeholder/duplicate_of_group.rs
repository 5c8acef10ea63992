// A placeholder that the group of the line has already.
topics::topics! {
    pub enum BusTopic;

    decky.<id> {
        state;
        link.<id>;
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
