// Types that only a context would tell.
topics::topics! {
    pub enum BusTopic;

    topology.<id: _>.status;
    decky.<id: Self>.state;
    sensor.<id: Option<_>>.value;
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
