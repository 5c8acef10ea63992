// One name given to two lines.
topics::topics! {
    pub enum BusTopic;

    decky.<id>.state as Decky;
    decky.<id>.traffic as Decky;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::Decky::new("web-01");
    }
}
