// The lifetime of a hierarchy is not declared.
topics::topics! {
    pub enum BusTopic<'a>;

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
