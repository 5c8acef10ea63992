topics::topics! {
    #[was("old")]
    pub enum BusTopic;

    #[was("old.log")]
    log;
}

fn main() {
    assert!(BusTopic::parse("old.log").is_ok());
}
