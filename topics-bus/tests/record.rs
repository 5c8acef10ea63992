//! What was published can be looked at afterwards, and what a bus gives out can be compared and shown.

use std::future::IntoFuture as _;

use futures_lite::future::block_on;
use topics::{ReadErrorReason, Root, TopicName};
use topics_bus::{Bus, Json, Local, Lost, Postcard, Record};

topics::topics! {
    pub enum BusTopic;
    counter.<name> => u64;
    system.log;
}

fn root() -> Root {
    Root::new("prod").expect("a root")
}

/// A number, a text where a number should be, a topic without payload, and a name outside of the root.
fn published(record: impl FnOnce(&Local) -> Record) -> Record {
    let local = Local::new();
    let record = record(&local);
    let outside = Bus::new(local);
    let bus = outside.clone().under(root());
    block_on(async {
        let counter = |name| Counter::new(name).expect("a topic");
        bus.publish(&counter("a"), &7).await.unwrap();
        bus.publish_bytes(&counter("b"), "seven").await.unwrap();
        bus.publish_bytes(&SystemLog, "line").await.unwrap();
        outside.publish(&counter("c"), &8).await.unwrap();
    });
    record
}

fn names(topics: &[BusTopic<'_>]) -> Vec<TopicName<'static>> {
    topics.iter().map(topics::Topic::name).collect()
}

#[test]
fn a_record_is_read_under_its_root() {
    let record = published(|local| local.record().under(root()));
    let names = names(&record.topics::<BusTopic<'_>>());
    assert_eq!(names, ["counter.a", "counter.b", "system.log"]);
    let [(topic, count)] = &record.of::<Counter<'_>>()[..] else {
        panic!("{record:?}");
    };
    assert_eq!((&*topic.name, *count), ("a", 7));
    assert_eq!(record.messages().count(), 4);
}

#[test]
fn only_what_cannot_be_decoded_is_an_error_of_a_record() {
    let record = published(|local| local.record().under(root()));
    let errors = record.errors::<Counter<'_>>();
    let [error] = &errors[..] else {
        panic!("{errors:?}");
    };
    assert_eq!(error.name(), "prod.counter.b");
    assert_eq!(error.payload(), b"seven");
    assert!(matches!(error.reason(), ReadErrorReason::Payload(_)));
    let sentence = error.to_string();
    let before = "cannot decode the payload of `prod.counter.b`, 5 bytes `seven`: ";
    assert!(sentence.starts_with(before), "{sentence}");
}

#[test]
fn a_record_is_read_with_its_codec() {
    let local = Local::new();
    let record = local.record().codec(Postcard);
    let bus = Bus::new(local).codec(Postcard);
    bus.try_publish(&Counter::new("a").unwrap(), &300).unwrap();
    let [(_, count)] = record.of::<Counter<'_>>()[..] else {
        panic!("{record:?}");
    };
    assert_eq!(count, 300);
    assert!(record.codec(Json).of::<Counter<'_>>().is_empty());
}

#[test]
fn what_was_lost_is_compared_and_shown_as_a_number() {
    let lost = Lost::Exactly(3);
    assert!(lost == 3 && lost != 0 && lost > 2 && lost < 4);
    assert_eq!(format!("{lost:>3}"), "  3");
    let unknown = Lost::Unknown;
    assert!(unknown != 0 && !(unknown > 0));
    assert_eq!(unknown.to_string(), "an unknown number");
}

#[test]
fn what_a_bus_gives_out_can_be_shown() {
    let local = Local::default();
    let record = local.record();
    let bus = Bus::new(local.clone()).under(root());
    let counter = Counter::new("a").unwrap();
    let subscribe = bus.subscribe(Counter::pattern());
    let shown = format!("{local:?} {bus:?} {subscribe:?}");
    assert!(
        shown.contains("Local") && shown.contains("Bus {"),
        "{shown}"
    );
    assert!(shown.contains("counter.*"), "{shown}");

    let mut subscription = block_on(subscribe.into_future()).unwrap();
    let publish = bus.publish(&counter, &7);
    let shown = format!("{subscription:?} {publish:?}");
    assert!(shown.starts_with("Subscription"), "{shown}");
    assert!(shown.contains("counter.<name>"), "{shown}");

    block_on(publish.into_future()).unwrap();
    let received = block_on(subscription.next()).unwrap();
    assert_eq!(received.root(), Some("prod"));
    for shown in [format!("{received:?}"), format!("{record:?}")] {
        assert!(shown.contains("prod.counter.a"), "{shown}");
    }
}
