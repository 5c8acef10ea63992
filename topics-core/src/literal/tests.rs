//! What is said, over one small hierarchy.

use super::*;
use crate::{Pattern, Template, Texts};
use alloc::vec::Vec;

const TEMPLATES: [Template<'static>; 9] = [
    Template::from_static("topology.<id>.mutation.<state: enqueued | applied | failed>"),
    Template::from_static("topology.<id>.status"),
    Template::from_static("decky.<id>.state"),
    Template::from_static("decky.<id>.mutate_request"),
    Template::from_static("attacker.session.started"),
    Template::from_static("attacker.observation.<primitive..>"),
    Template::from_static("system.log"),
    Template::from_static("system.bus.health"),
    Template::from_static("system.<worker: Worker>.health"),
];

const NAMES: [Names; TEMPLATES.len()] = {
    let (mut names, mut at) = ([Names::NONE; TEMPLATES.len()], 0);
    while at < names.len() {
        names[at].template = TEMPLATES[at];
        at += 1;
    }
    names
};

const fn literal(written: &str, is_pattern: bool) -> Literal<'_> {
    Literal {
        names: &NAMES,
        hierarchy: "BusTopic",
        is_pattern,
        written,
    }
}

/// What is said about a topic, after its name and that of the hierarchy.
#[track_caller]
fn topic(text: &str, expected: &str) {
    let message = literal(text, false).refuse(text);
    let before = alloc::format!("`{text}` is not a topic of `BusTopic`");
    assert_eq!(message.as_str().strip_prefix(&*before), Some(expected));
}

/// What is suggested for a topic.
#[track_caller]
fn corrected(text: &str, expected: &str) {
    topic(text, &alloc::format!("; did you mean `{expected}`?"));
}

/// What is suggested for a pattern.
#[track_caller]
fn pattern(written: &str, expected: Option<&str>) {
    let shape = written.replace("{id}", "*");
    let message = literal(written, true).refuse(&shape);
    let before = alloc::format!("no topic of `BusTopic` can match `{written}`");
    let rest = message.as_str().strip_prefix(&*before).expect("a pattern");
    let suggestion = rest.strip_prefix("; did you mean `");
    let suggestion = suggestion.and_then(|rest| rest.strip_suffix("`?"));
    assert_eq!(suggestion, expected, "{rest}");
    if let Some(suggestion) = suggestion {
        let suggestion = Pattern::new(suggestion.replace("{id}", "*")).expect("a pattern");
        let can_match = |template: &Template<'_>| template.overlaps_pattern(&suggestion);
        assert!(TEMPLATES.iter().any(can_match), "{suggestion}");
    }
}

#[test]
fn a_misspelt_topic_is_corrected() {
    corrected("topology.t-17.statuz", "topology.t-17.status");
    corrected(
        "topology.t-17.mutation.aplied",
        "topology.t-17.mutation.applied",
    );
    corrected("decky.web-01.mutate.request", "decky.web-01.mutate_request");
    corrected("attacker.session_started", "attacker.session.started");
    corrected(
        "atacker.observation.ssh.login",
        "attacker.observation.ssh.login",
    );
}

#[test]
fn a_topic_that_lacks_a_segment_is_shown_the_placeholder() {
    corrected("topology.status", "topology.<id>.status");
    corrected("system.bus", "system.bus.health");
    corrected("attacker.observation", "attacker.observation.<primitive..>");
}

#[test]
fn a_topic_with_a_segment_too_many_is_shown_without_it() {
    corrected("system.log.error", "system.log");
    corrected("decky.web.01.state", "decky.web.state");
}

#[test]
fn a_value_of_a_topic_that_is_near_none_is_told_which_there_are() {
    topic(
        "topology.t-17.mutation.undone",
        ": `undone` is not a valid `<state: enqueued | applied | failed>`; did you mean \
         `topology.t-17.mutation.<state: enqueued | applied | failed>`?",
    );
}

#[test]
fn a_type_tells_what_it_takes_unless_its_name_does() {
    let texts = [("region", "eu | us"), ("shard", "<u8>")];
    let types = texts.map(|(name, texts)| (name, Texts::from_checked(texts)));
    let names = Names {
        template: Template::from_static("metrics.<region: Region>.<shard: u8>"),
        types: Vec::from(types).leak(),
        ..Names::NONE
    };
    for (text, told) in [
        (
            "metrics.asia.7",
            "<region: Region>`, which takes only `eu | us`;",
        ),
        ("metrics.eu.x", "<shard: u8>`;"),
    ] {
        let literal = Literal {
            names: &[names],
            ..literal(text, false)
        };
        let message = literal.refuse(text);
        assert!(message.as_str().contains(told), "{}", message.as_str());
    }
}

#[test]
fn nothing_is_suggested_for_a_topic_that_is_near_none() {
    topic("orders.eu.created", "");
}

#[test]
fn a_misspelt_literal_is_corrected() {
    pattern("topology.*.statuz", Some("topology.*.status"));
    pattern("decky.*.mutate-request", Some("decky.*.mutate_request"));
    pattern("decky.*.mutate.request", Some("decky.*.mutate_request"));
    pattern("attacker.session_started", Some("attacker.session.started"));
}

#[test]
fn own_segments_are_kept_where_a_placeholder_takes_them() {
    pattern("topology.t-17.statuz", Some("topology.t-17.status"));
    pattern("topology.{id}.statuz", Some("topology.{id}.status"));
    pattern(
        "attacker.obserwation.ssh.*",
        Some("attacker.observation.ssh.*"),
    );
    pattern(
        "topology.{id}.mutatoin.failed",
        Some("topology.{id}.mutation.failed"),
    );
    pattern("*.*.statuz", Some("*.*.status"));
}

#[test]
fn a_value_that_is_not_declared_is_corrected() {
    pattern(
        "topology.*.mutation.aplied",
        Some("topology.*.mutation.applied"),
    );
}

#[test]
fn a_value_that_is_near_none_is_told_which_there_are() {
    for (written, shape, suggestion) in [
        (
            "topology.*.mutation.undone",
            "topology.*.mutation.undone",
            "topology.*.mutation.*",
        ),
        (
            "topology.{id}.mutatoin.undone",
            "topology.*.mutatoin.undone",
            "topology.{id}.mutation.*",
        ),
    ] {
        let message = literal(written, true).refuse(shape);
        assert_eq!(
            message.as_str(),
            alloc::format!(
                "no topic of `BusTopic` can match `{written}`: `undone` is not a valid `<state: enqueued | applied | \
                 failed>`; did you mean `{suggestion}`?"
            )
        );
    }
}

#[test]
fn what_is_missing_is_added() {
    pattern("topology.status", Some("topology.*.status"));
    pattern(
        "topology.mutation.failed",
        Some("topology.*.mutation.failed"),
    );
}

#[test]
fn the_beginning_of_topics_is_given_what_matches_all_of_them() {
    pattern("attacker.observation", Some("attacker.observation.>"));
    pattern("system", Some("system.>"));
    pattern("topology", Some("topology.>"));
    // A segment that begins like a literal is another one.
    pattern("system.b", Some("system.b.health"));
}

#[test]
fn what_is_too_much_is_removed() {
    pattern("system.log.*", Some("system.log"));
    pattern("decky.*.*.state", Some("decky.*.state"));
    pattern("decky.*.state.>", Some("decky.*.state"));
}

#[test]
fn a_tail_is_kept() {
    pattern("topolgy.>", Some("topology.>"));
    pattern("topology.*.mutatoin.>", Some("topology.*.mutation.>"));
    pattern("attacker.obserwation.>", Some("attacker.observation.>"));
}

#[test]
fn nothing_is_suggested_where_nothing_is_near() {
    pattern("orders.>", None);
    pattern("orders.*.created", None);
    pattern("*", None);
}

#[test]
#[cfg_attr(miri, ignore = "would take minutes")]
fn every_slip_of_one_letter_is_given_a_pattern_that_matches() {
    for template in TEMPLATES {
        let pattern = template.pattern();
        for at in 0..pattern.as_str().len() {
            let mut text = alloc::string::String::from(pattern.as_str());
            text.remove(at);
            if let Ok(slip) = Pattern::new(text) {
                if TEMPLATES.iter().any(|it| it.overlaps_pattern(&slip)) {
                    continue;
                }
                let message = literal(slip.as_str(), true).refuse(slip.as_str());
                let (_, rest) = message
                    .as_str()
                    .split_once("did you mean `")
                    .unwrap_or_else(|| panic!("{slip}"));
                let suggestion = Pattern::new(rest.trim_end_matches("`?")).expect("a pattern");
                assert!(
                    template.overlaps_pattern(&suggestion),
                    "{slip}: {suggestion}"
                );
            }
        }
    }
}

#[test]
fn text_with_slashes_is_told_that_dots_join_segments() {
    topic(
        "topology/t-17/status",
        "; segments are joined by `.`, not by `/`",
    );
}

#[test]
fn a_slash_is_no_slip_where_a_template_has_one() {
    let names = [Names {
        template: Template::from_static("files.a/b"),
        ..Names::NONE
    }];
    let literal = Literal {
        names: &names,
        ..literal("files.a/c", false)
    };
    let message = literal.refuse("files.a/c");
    assert!(message.as_str().ends_with("; did you mean `files.a/b`?"));
}

#[test]
fn what_a_template_matches_passes() {
    literal("decky.web.state", false).check("decky.web.state");
    literal("decky.*.>", true).check("decky.*.>");
}

#[test]
#[should_panic(expected = "`decky.web.stat` is not a topic of `BusTopic`")]
fn a_topic_that_no_template_matches_is_refused() {
    literal("decky.web.stat", false).check("decky.web.stat");
}

#[test]
#[should_panic(expected = "no topic of `BusTopic` can match `decky.{id}.stat`")]
fn a_pattern_that_matches_no_topic_is_refused() {
    literal("decky.{id}.stat", true).check("decky.*.stat");
}

/// What is behind the last segment that is looked at cannot be in a suggestion.
#[test]
fn nothing_is_suggested_of_more_segments_than_are_looked_at() {
    let of = |count: usize| ["a"; 65][..count].join(".");
    for (template, text) in [(65, 64), (64, 65)] {
        let (template, text) = (of(template), of(text));
        let names = Names {
            template: Template::from_checked(template.leak()),
            ..Names::NONE
        };
        let literal = Literal {
            names: &[names],
            ..literal(&text, false)
        };
        let message = literal.refuse(&text);
        let message = message.as_str();
        assert!(
            message.ends_with(" is not a topic of `BusTopic`"),
            "{message}"
        );
    }
}
