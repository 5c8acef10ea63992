// A macro cannot know whether a condition holds.
topics::topics! {
    #[cfg_attr(all(), messages)]
    pub enum BusTopic;

    system.<worker>.health => u64;
}

fn main() {}
