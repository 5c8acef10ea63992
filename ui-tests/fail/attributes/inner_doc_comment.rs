// An inner doc comment in a group, where an outer one before it is meant.
topics::topics! {
    pub enum BusTopic;

    decky.<id> {
        //! The shape of one decky.
        state;
    }
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::DeckyState::new("web-01");
    }
}
