//! Which template is offered to somebody who slipped.

use proptest::prelude::*;
use topics::{Template, nearest};
use topics_tests::naive;

const HIERARCHY: [Template<'static>; 12] = [
    Template::from_static("topology.<id>.mutation.<state: enqueued | applying | applied | failed>"),
    Template::from_static("topology.<id>.status"),
    Template::from_static("decky.<id>.state"),
    Template::from_static("decky.<id>.traffic"),
    Template::from_static("decky.<id>.mutate_request"),
    Template::from_static("attacker.observed"),
    Template::from_static("attacker.session.started"),
    Template::from_static("attacker.session.ended"),
    Template::from_static("attacker.observation.<primitive..>"),
    Template::from_static("system.log"),
    Template::from_static("system.bus.health"),
    Template::from_static("system.<worker>.health"),
];

fn offered(text: &str) -> Option<&'static str> {
    nearest(&HIERARCHY, text).map(|template| template.as_str())
}

#[test]
fn two_letters_swapped() {
    assert_eq!(
        offered("attacker.session.strated"),
        Some("attacker.session.started")
    );
    assert_eq!(offered("system.lgo"), Some("system.log"));
    assert_eq!(offered("decky.web-01.traffci"), Some("decky.<id>.traffic"));
}

#[test]
fn a_letter_is_missing_or_too_many_or_wrong() {
    assert_eq!(offered("attacker.obsrved"), Some("attacker.observed"));
    assert_eq!(offered("sytem.log"), Some("system.log"));
    assert_eq!(
        offered("attacker.sessions.ended"),
        Some("attacker.session.ended")
    );
    assert_eq!(
        offered("topology.t-17.statuz"),
        Some("topology.<id>.status")
    );
}

#[test]
fn a_letter_is_written_large() {
    assert_eq!(offered("System.Log"), Some("system.log"));
}

#[test]
fn a_segment_is_missing() {
    let mutation = HIERARCHY[0].as_str();
    assert_eq!(offered("topology.mutation.applied"), Some(mutation));
    assert_eq!(offered("topology.status"), Some("topology.<id>.status"));
    assert_eq!(offered("session.started"), Some("attacker.session.started"));
    assert_eq!(offered("traffic"), None);
}

#[test]
fn a_segment_is_too_many() {
    let mutation = HIERARCHY[0].as_str();
    assert_eq!(
        offered("topology.t-17.mutation.state.applied"),
        Some(mutation)
    );
    assert_eq!(offered("system.log.error"), Some("system.log"));
}

#[test]
fn an_id_with_a_dot_in_it() {
    assert_eq!(offered("decky.web.01.traffic"), Some("decky.<id>.traffic"));
}

#[test]
fn a_value_that_is_not_declared() {
    let mutation = HIERARCHY[0].as_str();
    assert_eq!(offered("topology.t-17.mutation.aplied"), Some(mutation));
    assert_eq!(offered("topology.t-17.mutation.undone"), Some(mutation));
}

#[test]
fn a_tail_takes_many_segments() {
    let observation = "attacker.observation.<primitive..>";
    assert_eq!(offered("attacker.observaton.ssh"), Some(observation));
    assert_eq!(
        offered("attacker.observaton.ssh.login.failed.twice"),
        Some(observation)
    );
}

#[test]
fn a_subscription_is_near_the_template_that_it_is_meant_for() {
    assert_eq!(offered("topology.*.statuz"), Some("topology.<id>.status"));
    assert_eq!(offered("decky.*.stat"), Some("decky.<id>.state"));
    assert_eq!(offered("system.*.helth"), Some("system.<worker>.health"));
}

#[test]
fn a_literal_is_preferred_to_a_placeholder_that_takes_anything() {
    assert_eq!(offered("system.bus.helth"), Some("system.bus.health"));
    assert_eq!(
        offered("system.worker.helth"),
        Some("system.<worker>.health")
    );
}

#[test]
fn of_equally_near_ones_the_first_is_offered() {
    let [cat, car] = ["one.cat", "one.car"].map(Template::from_static);
    assert_eq!(nearest(&[cat, car], "one.cap"), Some(cat));
    assert_eq!(nearest(&[car, cat], "one.cap"), Some(car));
}

#[test]
fn what_matches_is_the_nearest() {
    for topic in [
        "topology.t-17.mutation.failed",
        "topology.t-17.status",
        "attacker.session.ended",
        "attacker.observation.ssh.login",
        "system.bus.health",
        "system.mutator.health",
    ] {
        let found = nearest(&HIERARCHY, topic).expect("a template");
        assert!(found.matches(topic), "{topic}: {found}");
    }
}

#[test]
fn nothing_is_offered_for_unrelated_text() {
    for text in [
        "nothing-like.it",
        "orders.eu.created",
        "weather",
        "a.b.c.d.e.f",
        "日本.語",
        "....",
    ] {
        assert_eq!(offered(text), None, "{text}");
    }
}

#[test]
fn a_tail_is_not_nearer_to_a_longer_text() {
    let tail = [Template::from_static("attacker.observation.<primitive..>")];
    for length in 1..100 {
        let text = vec!["x"; length].join(".");
        assert_eq!(nearest(&tail, &text), None, "{text}");
    }
}

#[test]
fn a_text_that_a_tail_takes_much_of_is_near_only_by_the_rest() {
    let tail = [Template::from_static("alpha.beta.gamma.<rest..>")];
    let far = format!("alpha.x.y{}", ".z".repeat(8));
    assert_eq!(nearest(&tail, &far), None);
    let near = format!("alpha.beta.y{}", ".z".repeat(8));
    assert_eq!(nearest(&tail, &near), Some(tail[0]));
}

#[test]
fn a_long_template_is_not_nearer_to_a_pattern_that_goes_on() {
    let long = [Template::from_static("alpha.b.c.d.e.f.g.h")];
    assert_eq!(nearest(&long, "alpha.xxxx.yyyy.>"), None);
    assert_eq!(nearest(&long, "alpha.b.yyyy.>"), Some(long[0]));
}

#[test]
fn a_literal_with_a_dot_in_it_is_recognised() {
    let request = [Template::from_static("mutate_request.<id>")];
    assert_eq!(nearest(&request, "mutate.request.web"), Some(request[0]));
    // Here neither half is like the whole.
    let health = [Template::from_static("worker_health.<id>")];
    assert_eq!(nearest(&health, "worker.health.web"), Some(health[0]));
}

#[test]
fn nothing_is_offered_where_nothing_is_declared() {
    assert_eq!(nearest(&[], "system.log"), None);
    assert_eq!(nearest(&[], ""), None);
}

#[test]
fn the_empty_text_is_near_to_no_literal() {
    assert_eq!(offered(""), None);
}

/// Were it not bounded, this would take minutes.
#[test]
fn of_huge_text_only_the_beginning_is_looked_at() {
    let mebibyte = 1 << 20;
    for (text, expected) in [
        ("a".repeat(mebibyte), None),
        ("😀".repeat(mebibyte / 4), None),
        (".".repeat(100_000), None),
        ("system.".repeat(100_000), None),
        ("é.".repeat(100_000), None),
        // It only lacks the end.
        (
            format!("system.{}", "x".repeat(mebibyte)),
            Some("system.<worker>.health"),
        ),
    ] {
        assert_eq!(offered(&text), expected, "{} bytes", text.len());
    }
}

#[test]
fn a_huge_beginning_is_enough_to_be_near() {
    let text = format!("attacker.observaton{}", ".x".repeat(100_000));
    assert_eq!(offered(&text), Some("attacker.observation.<primitive..>"));
}

/// It is refused, but may be shown what is near.
#[test]
fn text_that_looks_like_a_template_is_no_harm() {
    for pieces in naive::sequences(&["a", "é", "log", ".", "<", ">", "..>", ": ", "|", "*"], 5) {
        let text = pieces.concat();
        if let Some(template) = nearest(&HIERARCHY, &text) {
            assert!(HIERARCHY.contains(&template), "{text}");
        }
    }
}

proptest! {
    #[test]
    fn no_text_panics_and_what_is_offered_is_declared(text in any::<String>()) {
        if let Some(template) = nearest(&HIERARCHY, &text) {
            prop_assert!(HIERARCHY.contains(&template));
        }
    }

    #[test]
    fn one_swap_in_a_long_segment_finds_its_template(at in 0..7_usize) {
        let mut letters: Vec<char> = "observed".chars().collect();
        letters.swap(at, at + 1);
        let text = format!("attacker.{}", letters.into_iter().collect::<String>());
        prop_assert_eq!(offered(&text), Some("attacker.observed"));
    }
}
