// A hierarchy has no type parameters.
topics::topics! {
    pub enum BusTopic<T: Into<Vec<u8>>>;

    topology.<id>.status;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::BusTopic::parse("system.log");
    }
}
