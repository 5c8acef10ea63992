// Text right before a placeholder.
topics::topics! {
    pub enum BusTopic;

    topology.t-<id>;
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
