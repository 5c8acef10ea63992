//! Two declarations with one lock.

mod first {
    topics::topics! {
        #[lock = "fail/lock/of_another.lock"]
        pub enum FirstTopic;

        system.log;
    }
}

mod second {
    topics::topics! {
        #[lock = "fail/lock/of_another.lock"]
        pub enum SecondTopic;

        system.health;
    }
}

fn main() {}
