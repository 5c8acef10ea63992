//! A whole hierarchy that is configured away, and one that is not.
topics::topics! {
    #[cfg(any())]
    pub enum BusTopic;

    system.log => NoSuchPayload;
    system.<worker: NoSuchType>.health;
}

topics::topics! {
    #[cfg(all(not(any()), true))]
    pub enum BusTopic;

    system.log;
}

fn main() {
    assert_eq!(BusTopic::parse("system.log"), Ok(SystemLog::new().into()));
}
