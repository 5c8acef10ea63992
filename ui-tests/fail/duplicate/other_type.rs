// A type of whose texts nothing is known does not tell two topics apart.
topics::topics! {
    pub enum BusTopic;

    topology.<id: core::num::NonZero<u32>>.status;
    topology.<name>.status as Status;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::TopologyStatus::new(core::num::NonZero::<u32>::MIN);
    }
}
