// One enum of messages is enough.
topics::topics! {
    #[messages]
    #[messages(Message)]
    pub enum BusTopic;

    system.<worker>.health => u64;
}

fn main() {}
