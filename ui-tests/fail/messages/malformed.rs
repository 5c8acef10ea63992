// It takes a name and derives.
topics::topics! {
    #[messages = "Message"]
    pub enum BusTopic;

    system.<worker>.health => u64;
}

mod two_names {
    topics::topics! {
        #[messages(Message, Received)]
        pub enum BusTopic;

        system.<worker>.health => u64;
    }
}

mod other_list {
    topics::topics! {
        #[messages(name(Message))]
        pub enum BusTopic;

        system.<worker>.health => u64;
    }
}

fn main() {}
