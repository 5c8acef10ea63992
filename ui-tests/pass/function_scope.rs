//! A declaration inside of a function, of a block and of a constant.
fn main() {
    topics::topics! {
        enum BusTopic;

        topology.<id>.<state: applied | failed>;
        metrics.<shard: u16>;
        attacker.<rest..>;
    }

    assert!(BusTopic::parse("topology.t-17.failed").is_ok());
    {
        topics::topics! { topology.<id>; }

        assert_eq!(Topology::new("t-17").unwrap().to_string(), "topology.t-17");
    }
    const TEMPLATES: usize = {
        topics::topics! { a.b; a.c; }

        AnyTopic::TEMPLATES.len()
    };
    assert_eq!(TEMPLATES, 2);
}
