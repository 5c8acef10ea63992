// It takes a name and derives.
topics::topics! {
    #[messages = "Message"]
    pub enum BusTopic;

    system.<worker>.health => u64;
}

fn main() {}
