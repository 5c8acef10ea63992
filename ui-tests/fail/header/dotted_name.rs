// The name of a hierarchy is no path.
topics::topics! {
    pub enum Bus.Topic;

    topology.<id>.status;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::Bus::from(super::SystemLog::new());
    }
}
