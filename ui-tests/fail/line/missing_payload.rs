// Nothing after `=>`.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health =>;
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
