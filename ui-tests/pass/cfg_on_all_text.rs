//! All lines that hold text are configured away, and the enum has no lifetime then.
topics::topics! {
    pub enum BusTopic;

    system.log;
    #[cfg(any())]
    system.<worker>.health;
    #[cfg(any())]
    decky.<rest..>;
}

fn held(topic: BusTopic) -> BusTopic {
    topic
}

fn main() {
    assert_eq!(held(SystemLog::new().into()).to_string(), "system.log");
}
