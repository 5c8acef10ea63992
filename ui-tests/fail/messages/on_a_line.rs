// The enum of messages is one for the whole hierarchy.
topics::topics! {
    pub enum BusTopic;

    #[messages]
    system.<worker>.health => u64;
}

fn main() {}
