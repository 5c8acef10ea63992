//! Of two lines that match one topic, the other one is read first now.

topics::topics! {
    #[lock = "fail/lock/first_moved.lock"]
    pub enum BusTopic;

    a.<x>.c;
    #[first]
    a.b.<y>;
}

fn main() {}
