// A doc comment after the topic that it is about.
topics::topics! {
    pub enum BusTopic;

    system.bus.health /// every ten seconds
    ;
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
