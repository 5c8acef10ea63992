// The order of values does not tell two topics apart.
topics::topics! {
    pub enum BusTopic;

    decky.<state: up | down>;
    decky.<mode: down | up> as Mode;
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
