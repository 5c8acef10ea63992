//! A lock is named by a string literal, and by nothing else.

mod nothing {
    topics::topics! {
        #[lock]
        pub enum BusTopic;
        system.log;
    }
}

mod parenthesized {
    topics::topics! {
        #[lock("topics.lock")]
        pub enum BusTopic;
        system.log;
    }
}

mod number {
    topics::topics! {
        #[lock = 1]
        pub enum BusTopic;
        system.log;
    }
}

mod empty {
    topics::topics! {
        #[lock = ""]
        pub enum BusTopic;
        system.log;
    }
}

mod path {
    topics::topics! {
        #[lock = topics.lock]
        pub enum BusTopic;
        system.log;
    }
}

fn main() {}
