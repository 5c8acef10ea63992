// A payload type that borrows from nothing.
topics::topics! {
    pub enum BusTopic;

    system.<worker>.health => &str;
    system.<worker>.load => std::borrow::Cow<'a, str>;
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
