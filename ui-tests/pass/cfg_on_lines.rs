//! Lines and groups that are configured away, and lines that stand in for each other.
topics::topics! {
    pub enum BusTopic;

    system.log;
    #[cfg(any())]
    system.<worker>.health => NoSuchPayload;
    #[cfg(any())]
    gone.<id: NoSuchType> {
        state;
        traffic;
    }
    #[cfg(all())]
    here {
        state;
        #[cfg(not(all()))]
        traffic;
    }
    #[cfg(unix)]
    process.<id: u32>.exit;
    #[cfg(not(unix))]
    process.<id>.exit;
    #[cfg(feature = "no-such-feature")]
    metrics.<shard>;
    #[cfg(not(feature = "no-such-feature"))]
    metrics.<shard: a | b>;
}

fn main() {
    assert_eq!(BusTopic::TEMPLATES.len(), 4);
    match BusTopic::parse("here.state").unwrap() {
        BusTopic::SystemLog(_) | BusTopic::ProcessExit(_) | BusTopic::Metrics(_) => unreachable!(),
        BusTopic::HereState(topic) => assert_eq!(topic, HereState::new()),
    }
    assert!(BusTopic::parse("system.mutator.health").is_err());
    assert_eq!(Metrics::new(MetricsShard::A).to_string(), "metrics.a");
}
