// `#[first]` is before lines and groups only, without arguments and without a condition.
topics::topics! {
    #[first]
    pub enum BusTopic;

    #[first(a)]
    a.<x>;
    #[cfg_attr(all(), first)]
    b.<x>;
}

fn main() {}
