// A placeholder twice in the path of a group is one fault, not one for each line.
topics::topics! {
    pub enum BusTopic;

    decky.<id>.link.<id> {
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
    }
}
