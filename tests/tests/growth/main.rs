//! Code that uses version 1 of a hierarchy compiles unchanged with version 2, and does the same.
#![deny(warnings)]

mod with_version_1 {
    use topics_growth_1 as bus;

    include!("user.rs");
}

mod with_version_2 {
    use topics_growth_2 as bus;

    include!("user.rs");
}

#[test]
fn an_older_subscriber_is_ready_for_what_is_new() {
    use topics_growth_2::{BusTopic, Order, OrderState};

    let lost = Order::new(7, OrderState::Lost);
    assert_eq!(lost.to_string(), "order.7.lost");
    assert!(topics_growth_1::BusTopic::parse("order.7.lost").is_err());
    assert!(BusTopic::parse("worker.7.stopped.out.of.memory").is_ok());
}
