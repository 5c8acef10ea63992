//! Which routes the cache takes.

use super::*;

/// A route to no subscription.
fn route(routes: &Routes, name: &str) -> Option<NewRoute> {
    routes.prepare(name, std::iter::empty)
}

#[test]
fn a_route_that_was_made_before_a_subscription_is_not_added_after_it() {
    let mut routes = Routes::default();
    for _ in 0..2 {
        let old = route(&routes, "a.b").unwrap();
        routes.clear();
        routes.add(old);
        assert!(routes.get("a.b").is_none());
        let new = route(&routes, "a.b").unwrap();
        routes.add(new);
        assert!(routes.get("a.b").is_some());
    }
}

#[test]
fn no_more_topics_and_no_longer_names_are_added_than_the_limits_allow() {
    let mut routes = Routes::default();
    assert!(route(&routes, &"a".repeat(NAME)).is_some());
    assert!(route(&routes, &"a".repeat(NAME + 1)).is_none());
    for number in 0..TOPICS {
        let new = route(&routes, &number.to_string()).unwrap();
        routes.add(new);
    }
    assert!(route(&routes, "a").is_none());
}
