//! Placeholders may be named as what the generated types can do.
topics::topics! {
    pub enum BusTopic;

    a.<new>.<parse>.<template>.<pattern>.<into_owned>;
    b.<clone: u8>.<eq>.<hash>.<fmt>.<to_string>;
    c.<name>.<write_to>.<to_pattern..>;
}

fn main() {
    let topic = A::new("1", "2", "3", "4", "5").unwrap();
    assert_eq!(topic.to_string(), "a.1.2.3.4.5");
    assert_eq!(A::pattern().new("x").unwrap().to_string(), "a.x.*.*.*.*");
    assert_eq!(topic.clone().into_owned(), topic);
    assert_eq!(format!("{}", B::pattern().clone(7)), "b.7.*.*.*.*");
    let pattern = C::pattern().to_pattern("a.b").unwrap();
    assert_eq!(topics::TopicPattern::to_pattern(&pattern).as_str(), "c.*.*.a.b");
}
