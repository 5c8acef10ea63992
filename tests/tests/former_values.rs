//! Values that are still read by a text which they had before: `<state: queued | applied was done>`, and aliases of
//! `#[derive(SegmentValue)]`.

use topics::{
    Hierarchy, Pattern, PlaceholderKind, Root, SegmentValue, Texts, Topic, pattern, topic,
};
use topics_tests::{assert_as_written, naive, reading};

#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase", suffix = "-1")]
enum Region {
    #[segment(alias = "eu", alias = "emea")]
    Europe,
    Us,
}

/// Each former text is one of the region's.
#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "in-")]
struct Place(Region);

topics::topics! {
    // Records all texts; the generated test compares it with what is declared here.
    #[lock = "data/lock/former_values.lock"]
    enum BusTopic;

    job.<id>.<state: queued | #[doc = "It is in force."] applied was done was finished-2 | "was">;
    job.<id>.<other: nothing | "minus-" was $none> as Other;
    #[was("move.<to>.<from>")]
    moved.<from: Region>.<to: a was b | c>;
    at.<place: Place>;
    words.<word: was | x was was-not>.<more: 1 was was was 2 | two> as Words;
}

/// An enum of its own, which has a template and wraps a hierarchy.
#[derive(topics::Topics, Clone, Debug, PartialEq)]
enum All<'a> {
    #[topic("home.<region>")]
    Home { region: Region },
    #[topics(under = "tenant")]
    Bus(BusTopic<'a>),
}

topics::topics! {
    /// What brute force can take apart.
    enum Small;

    <x: a | b was c>.<y> as First;
    a.<y: c | d was a> as Second;
    <x: d was a | e> as One;
    c.d as Literal;
}

#[test]
fn both_texts_are_read_and_the_value_is_written() {
    for text in ["applied", "done", "finished-2"] {
        let name = format!("job.7.{text}");
        let topic = BusTopic::parse(&name).unwrap();
        assert_eq!(topic, Job::new("7", JobState::Applied).unwrap().into());
        assert_eq!(topic.to_string(), "job.7.applied");
        assert_eq!(text.parse(), Ok(JobState::Applied));
        assert!(Job::TEMPLATE.matches(&name));
    }
    assert_eq!(JobState::Applied.as_str(), "applied");
    assert_eq!(
        JobState::ALL,
        [JobState::Queued, JobState::Applied, JobState::Was]
    );
    assert_eq!(
        JobState::TEXTS.as_str(),
        "queued | applied was done was finished-2 | was"
    );
    assert_eq!(
        BusTopic::parse("job.7.gone").unwrap_err().to_string(),
        "`gone` is not a valid `<state>` of `job.<id>.<state: queued | applied was done was finished-2 | was>`: expected \
         `queued`, `applied` or `was`",
    );
    assert_eq!(
        BusTopic::parse("job.7.$none"),
        Ok(Other::new("7", OtherOther::Minus).unwrap().into())
    );
}

#[test]
fn was_is_a_text_too_where_it_is_not_between_two() {
    assert_eq!(
        Words::TEMPLATE,
        "words.<word: was | x was was-not>.<more: 1 was was was 2 | two>"
    );
    let topic = BusTopic::parse("words.was.was").unwrap();
    assert_eq!(topic, Words::new(WordsWord::Was, WordsMore::_1).into());
    assert_eq!(topic.to_string(), "words.was.1");
}

/// As many patterns as there are names, and each name that is read is matched by just one of them.
#[test]
fn a_subscriber_asks_for_each_text() {
    let applied = Job::pattern().state(JobState::Applied).id("7").unwrap();
    assert_eq!(applied.to_pattern(), "job.7.applied");
    assert_eq!(
        applied.to_patterns(),
        ["job.7.applied", "job.7.done", "job.7.finished-2"]
    );
    assert_eq!(Job::pattern().to_patterns(), ["job.*.*"]);
    let queued = Job::pattern().state(JobState::Queued);
    assert_eq!(queued.to_patterns(), ["job.*.queued"]);

    let moved = Moved::pattern().from(Region::Europe).to(MovedTo::A);
    assert_eq!(
        moved.to_patterns(),
        [
            "moved.europe-1.a",
            "move.a.europe-1",
            "moved.eu-1.a",
            "move.a.eu-1",
            "moved.emea-1.a",
            "move.a.emea-1",
            "moved.europe-1.b",
            "move.b.europe-1",
            "moved.eu-1.b",
            "move.b.eu-1",
            "moved.emea-1.b",
            "move.b.emea-1",
        ]
    );
    let at = At::pattern().place(Place(Region::Europe));
    assert_eq!(
        at.to_patterns(),
        ["at.in-europe-1", "at.in-eu-1", "at.in-emea-1"]
    );
    let home = All::home_pattern().region(Region::Europe);
    assert_eq!(
        home.to_patterns(),
        ["home.europe-1", "home.eu-1", "home.emea-1"]
    );

    let root = Root::new("prod").unwrap();
    assert_eq!(
        root.patterns(&at),
        [
            "prod.at.in-europe-1",
            "prod.at.in-eu-1",
            "prod.at.in-emea-1"
        ]
    );
}

/// What a pattern was written as loses nothing.
#[test]
fn a_pattern_that_was_read_again_asks_for_each_text() {
    let moved = Moved::pattern().from(Region::Europe);
    let text = serde_json::to_string(&moved).unwrap();
    let read: BusTopicPattern<Moved> = serde_json::from_str(&text).unwrap();
    assert_eq!(read, moved);
    assert_eq!(read.to_patterns(), moved.to_patterns());
    assert_eq!(read.to_patterns().len(), 6);
}

#[test]
fn a_publisher_can_send_each_text() {
    let topic = Job::new("7", JobState::Applied).unwrap();
    assert_eq!(topic.former_names(), ["job.7.done", "job.7.finished-2"]);
    assert!(
        Job::new("7", JobState::Queued)
            .unwrap()
            .former_names()
            .is_empty()
    );
    let topic = BusTopic::from(Moved::new(Region::Us, MovedTo::A));
    assert_eq!(
        topic.former_names(),
        ["move.a.us-1", "moved.us-1.b", "move.b.us-1"]
    );
    for name in topic.former_names() {
        assert_eq!(BusTopic::parse(name.as_str()).as_ref(), Ok(&topic));
    }
    let all = All::Bus(topic);
    assert_eq!(
        all.former_names(),
        [
            "tenant.move.a.us-1",
            "tenant.moved.us-1.b",
            "tenant.move.b.us-1"
        ]
    );
    let home = All::Home {
        region: Region::Europe,
    };
    assert_eq!(home.former_names(), ["home.eu-1", "home.emea-1"]);
}

#[test]
fn literals_may_have_the_former_text() {
    assert_as_written!(topic!(BusTopic, "job.7.done"));
    assert_as_written!(pattern!(BusTopic, "job.*.finished-2"));
    assert_as_written!(topic!(All, "tenant.moved.emea-1.b"));
    assert_as_written!(pattern!(All, "home.eu-1"));
}

#[test]
fn a_hierarchy_is_covered_only_with_the_former_texts() {
    let patterns = BusTopic::patterns();
    assert_eq!(BusTopic::missed_by(&patterns).next(), None);
    let states = ["job.*.queued", "job.*.applied", "job.*.was", "job.*.done"];
    let mut states = states.map(Pattern::from_static).to_vec();
    assert!(!Job::TEMPLATE.is_covered_by(&states));
    states.push(Pattern::from_static("job.*.finished-2"));
    assert!(Job::TEMPLATE.is_covered_by(&states));
}

#[test]
fn the_template_tells_which_text_is_which() {
    let state = Job::TEMPLATE.placeholders().nth(1).unwrap();
    let PlaceholderKind::Closed(values) = state.kind() else {
        panic!("not closed");
    };
    assert!(values.clone().eq(["queued", "applied", "was"]));
    assert!(
        values
            .former()
            .eq([("applied", "done"), ("applied", "finished-2")])
    );
    assert_eq!(Texts::new("a was"), None);
    assert_eq!(Texts::new("a  was b"), None);
    assert_eq!(Texts::new("was b was"), None);
    assert!(Texts::new("was was was | was-").is_some());
    assert_eq!(topics::Template::new("<x: a | b was a>").ok(), None);
}

/// Each topic of a small alphabet is read as the line that the rule says, and written so that it is read as the same.
#[test]
fn each_name_is_read_as_the_rule_says() {
    for name in naive::topics(&["a", "b", "c", "d", "e"], 3) {
        let read = Small::parse_with_template(&name).ok();
        let expected = reading::template_of(Small::TEMPLATES.iter().copied(), &name);
        assert_eq!(
            read.as_ref().map(|(_, template)| *template),
            expected.ok(),
            "{name}"
        );
        let Some((topic, _)) = read else { continue };
        let written = topic.to_string();
        let lines: Vec<_> = topic
            .former_names()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(written == name || lines.contains(&name), "{name} {lines:?}");
    }
}
