// A group of no topics.
topics::topics! {
    pub enum BusTopic;

    decky.<id> {}
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
