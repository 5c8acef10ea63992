//! To read a topic.

use fastrand::Rng;
use matchit::Router;
use topics::{PlaceholderKind, Template, TemplateSegment, Topic};
use topics_benches::{Ids, Race, Report, each, known, mixed, unknown};
use zenoh_keyexpr::OwnedKeyExpr;
use zenoh_keyexpr::format::KeFormat;

use crate::peers::key_expression;
use crate::twelve::TopologyMutation;
use crate::{TOPICS, sixty, twelve};

pub(crate) fn run(report: &mut Report) {
    assert_eq!(twelve::BusTopic::TEMPLATES.len(), 12);
    assert_eq!(sixty::BusTopic::TEMPLATES.len(), 60);
    hierarchy(report);
    unknown_topics(report);
    one_template(report);
}

/// Any topic of a hierarchy, with its parameters.
fn hierarchy(report: &mut Report) {
    let topics = mixed(sixty::BusTopic::TEMPLATES, TOPICS, &mut Rng::with_seed(5));
    let fewer = mixed(twelve::BusTopic::TEMPLATES, TOPICS, &mut Rng::with_seed(5));
    let paths: Vec<_> = topics
        .iter()
        .map(|topic| format!("/{}", topic.replace('.', "/")))
        .collect();
    let mut router = Router::new();
    for template in sixty::BusTopic::TEMPLATES {
        router.insert(route(template), template).expect("a route");
    }
    for (topic, path) in topics.iter().zip(&paths) {
        let ours = sixty::BusTopic::parse(topic).ok();
        let theirs = router.at(path).ok();
        assert_eq!(
            ours.as_ref().map(Topic::template).as_ref(),
            theirs.as_ref().map(|found| *found.value)
        );
        let (Some(ours), Some(theirs)) = (ours, theirs) else {
            continue;
        };
        assert_eq!(ours.to_string(), *topic);
        for (placeholder, (name, value)) in ours.template().placeholders().zip(theirs.params.iter())
        {
            assert_eq!(placeholder.name(), name);
            assert!(path.contains(value));
        }
    }

    Race::new(
        "`parse`, 60 templates",
        topics.len(),
        each(&topics, |topic| sixty::BusTopic::parse(topic)),
    )
    .rival("matchit", each(&paths, |path| router.at(path)))
    .within(0.4)
    .rival(
        "itself, 12 templates",
        each(&fewer, |topic| twelve::BusTopic::parse(topic)),
    )
    .within(1.25)
    .run(report);
}

/// A template as a route: `a.<b>.<c..>` is `/a/{b}/{*c}`. A closed placeholder takes any segment there.
fn route(template: &Template<'_>) -> String {
    let segments = template.segments().map(|segment| match segment {
        TemplateSegment::Literal(text) => format!("/{text}"),
        TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
            PlaceholderKind::Tail => format!("/{{*{}}}", placeholder.name()),
            _ => format!("/{{{}}}", placeholder.name()),
        },
    });
    segments.collect()
}

/// Topics of no template; the error is dropped unread.
fn unknown_topics(report: &mut Report) {
    let rng = &mut Rng::with_seed(6);
    let topics = unknown(sixty::BusTopic::TEMPLATES, TOPICS, rng);
    let known = known(sixty::BusTopic::TEMPLATES, TOPICS, rng);
    assert!(
        topics
            .iter()
            .all(|topic| sixty::BusTopic::parse(topic).is_err())
    );
    assert!(
        known
            .iter()
            .all(|topic| sixty::BusTopic::parse(topic).is_ok())
    );

    let ours = each(&topics, |topic| sixty::BusTopic::parse(topic));
    Race::new(
        "`parse` of unknown topics, 60 templates",
        topics.len(),
        ours,
    )
    .rival(
        "itself, known topics",
        each(&known, |topic| sixty::BusTopic::parse(topic)),
    )
    .within(2.0)
    .run(report);
}

/// Topics of one template, read as that.
fn one_template(report: &mut Report) {
    let rng = &mut Rng::with_seed(7);
    let topic = |_| format!("topology.{}.mutation.failed", Ids::Both.next(rng));
    let topics: Vec<_> = (0..TOPICS).map(topic).collect();
    let keys: Vec<OwnedKeyExpr> = topics.iter().map(|topic| key_expression(topic)).collect();
    let format =
        KeFormat::noalloc_new::<2>("topology/${id:*}/mutation/${state:*}").expect("a format");
    let theirs = |key| {
        let parsed = format.parse(key).expect("of this format");
        (
            parsed.get("id").expect("an id"),
            parsed.get("state").expect("a state"),
        )
    };
    for (topic, key) in topics.iter().zip(&keys) {
        let ours = TopologyMutation::parse(topic).expect("of this template");
        assert_eq!(
            theirs(key),
            (ours.topology_id.as_str(), ours.state.as_str())
        );
    }

    Race::new(
        "`parse` of one template",
        topics.len(),
        each(&topics, |topic| TopologyMutation::parse(topic)),
    )
    .rival(
        "zenoh's key expression format",
        each(&keys, |key| theirs(key)),
    )
    .run(report);
}
