//! Derives and attributes of the user's own, on the header, on groups and on lines.
#![deny(deprecated)]

topics::topics! {
    /// Every topic.
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum BusTopic;

    #[derive(PartialOrd, Ord)]
    system {
        /// Nothing to see.
        #[doc(alias = "journal")]
        #[must_use]
        log;
        // Whether a topic is `Copy` and has a default depends on it; asking for it is no fault.
        #[derive(Copy, Default)]
        load;
        #[deprecated(since = "0.1.0", note = "use `load`")]
        usage.<n: u8>;
        #[repr(C)]
        #[derive()]
        worker.<worker>.<state: up | down>;
    }
    #[cfg_attr(all(), derive(PartialOrd, Ord))]
    #[derive(Default, Copy)]
    metrics.<shard: u16>;
}

fn main() {
    assert!(SystemLog::new() <= SystemLog::default());
    assert_eq!(Metrics::default().to_string(), "metrics.0");
    let topic = SystemLoad::new();
    let (one, other) = (topic, topic);
    assert!(BusTopic::from(one) == BusTopic::from(other));
    assert!(SystemWorker::new("a", SystemWorkerState::Up).unwrap() < SystemWorker::new("b", SystemWorkerState::Up).unwrap());
}
