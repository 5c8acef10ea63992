//! A bare list of templates is a whole declaration.
topics::topics! { topology.<id>.mutation.<state>; topology.<id>.status; }

fn main() {
    let topic = AnyTopic::parse("topology.t-17.status").unwrap();
    assert_eq!(topic, TopologyStatus::new("t-17").unwrap().into());
}
