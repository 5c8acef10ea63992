// One topic, spelt in three ways.
topics::topics! {
    pub enum BusTopic;

    machine.10.0.load as First;
    machine."10"."0".load as Second;
    machine . 10 . 0 . load as Third;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::First::new();
    }
}
