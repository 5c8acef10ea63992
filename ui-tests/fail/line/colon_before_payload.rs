// A payload after a colon or an equals sign.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health: u8;
    system.<worker>.load = u8;
    system.<worker>.frames: Vec<Option<u8>>;
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
