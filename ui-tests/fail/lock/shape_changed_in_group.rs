//! The placeholder that changed is the group's, and so is the place, for each line of it.

topics::topics! {
    #[lock = "fail/lock/shape_changed_in_group.lock"]
    pub enum BusTopic;

    decky.<id: u32> {
        state;
        traffic;
    }
}

fn main() {}
