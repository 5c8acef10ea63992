// A topic named as the values of another one.
topics::topics! {
    pub enum BusTopic;

    decky.<state: up | down>;
    decky.<id>.state as DeckyState;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::Decky::new(super::DeckyState::Up);
    }
}
