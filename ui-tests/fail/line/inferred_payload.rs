// A payload type that nothing tells.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health => _;
    system.<worker>.load => Self;
    system.<worker>.frames => Vec<_>;
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
