// The name of a generated type is no path.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health as health::Worker => u8;
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
