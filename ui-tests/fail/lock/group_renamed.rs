//! The head of a group was renamed: one fault, one error; what went away by itself is told by itself.

topics::topics! {
    #[lock = "fail/lock/group_renamed.lock"]
    pub enum BusTopic;

    device.<id> {
        state;
        traffic;
        seen.first;
        seen.last;
    }
    system.logs;
    site.<id>.node {
        up;
        down;
    }
}

fn main() {}
