// Several faults in one line.
topics::topics! {
    pub enum BusTopic;

    topology..<self>.*.<rest..: u8>."a b" as impl => 5;
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
