// A line break in a string literal, which would be a second command to a server.
topics::topics! {
    pub enum BusTopic;

    system."log\r\nPUB admin";
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
