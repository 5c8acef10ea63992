//! A promise holds under every configuration.

topics::topics! {
    #[cfg_attr(all(), lock = "topics.lock")]
    pub enum BusTopic;

    system.log;
}

fn main() {}
