//! A lock on a line, on a group, and where a header was left out.

mod with_header {
    topics::topics! {
        pub enum BusTopic;

        #[lock = "topics.lock"]
        system.log;

        #[lock = "topics.lock"]
        decky.<id> {
            state;
        }
    }
}

mod without_header {
    topics::topics! {
        #[lock = "topics.lock"]
        system.log;
    }
}

fn main() {}
