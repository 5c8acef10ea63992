topics::topics! {
    #[cfg_attr(unix, derive(PartialOrd), lock = "topics.lock")]
    pub enum BusTopic;

    #[cfg_attr(unix, was("old.<id>"))]
    new.<id>;
    #[cfg_attr(unix, cfg_attr(test, deprecated, was("older.<id>")))]
    newer.<id>;
    #[cfg_attr(unix, lock = "topics.lock")]
    group {
        a;
    }
    #[cfg_attr(all(unix, not(test)), deprecated = "it was (was)")]
    fine;
}

fn main() {
    let _ = BusTopic::TEMPLATES;
}
