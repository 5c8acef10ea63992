// A dot between the path of a group and its braces.
topics::topics! {
    pub enum BusTopic;

    decky.<id>. {
        state;
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
