// What a crate does with the first version of `bus`, in every place where a type could have changed.

use std::error::Error;
use std::str::FromStr;

use bus::meter::{MeterMessage, MeterTopic};
use bus::text::{Decky, DeckyState, DeckyTopic};
use bus::{BusTopic, BusTopicPattern, Order, OrderState, SystemLog};
use topics::{
    Decode, Hierarchy, ParseError, PatternOf, ReadError, Root, TopicType, pattern, topic,
};

/// A subscriber that keeps what it received.
#[derive(Debug, Default)]
struct Received {
    topics: Vec<BusTopic<'static>>,
    deckies: Vec<DeckyTopic<'static>>,
}

static ORDERS: PatternOf<'static, BusTopic<'static>> = pattern!(BusTopic, "order.*.paid");

fn read(name: &str) -> Result<BusTopic<'_>, ParseError> {
    BusTopic::parse(name)
}

fn describe(topic: &BusTopic<'_>) -> String {
    match topic {
        BusTopic::SystemLog(SystemLog) => "log".to_owned(),
        BusTopic::Order(Order { id, state }) => match state {
            OrderState::Placed => format!("placed {id}"),
            OrderState::Paid => format!("paid {id}"),
            other => format!("{} {id}", other.as_str()),
        },
        other => format!("something else: {other}"),
    }
}

fn pattern_of(id: u64) -> BusTopicPattern<Order> {
    Order::pattern().id(id)
}

fn to_text<T: TopicType>(pattern: &BusTopicPattern<T>) -> String {
    pattern.to_string()
}

/// Payloads as text.
struct Text;

impl<P: FromStr<Err: Into<Box<dyn Error + Send + Sync>>>> Decode<P> for Text {
    fn decode(&self, bytes: &[u8]) -> Result<P, Box<dyn Error + Send + Sync>> {
        std::str::from_utf8(bytes)?.parse().map_err(Into::into)
    }
}

fn receive<'m>(name: &'m str, payload: &'m [u8]) -> Result<MeterMessage<'m>, ReadError> {
    MeterTopic::read(&Text, name, payload)
}

#[test]
fn a_user_of_the_first_version_compiles_and_works() {
    let mut received = Received::default();
    let paid = Order::new(7, OrderState::Paid);
    let name = paid.name();
    assert_eq!(name, topic!(BusTopic, "order.7.paid"));
    assert!(ORDERS.matches(name.as_str()));
    for name in ["system.log", "order.7.paid", "order.8.placed"] {
        received.topics.push(read(name).unwrap().into_owned());
    }
    let told: Vec<String> = received.topics.iter().map(describe).collect();
    assert_eq!(told, ["log", "paid 7", "placed 8"]);
    assert_eq!(BusTopic::from(paid), received.topics[1]);
    assert_eq!(to_text(&pattern_of(7)), "order.7.*");
    assert_eq!(pattern_of(7).to_pattern(), "order.7.*");
    assert!(BusTopic::TEMPLATES.contains(&SystemLog::TEMPLATE));
    assert!(BusTopic::missed_by(&BusTopic::patterns()).next().is_none());
    let root = Root::new("prod").unwrap();
    assert!(root.parse::<BusTopic<'_>>("prod.system.log").is_ok());

    let decky = Decky::new("web-01", DeckyState::Up).unwrap();
    received.deckies.push(DeckyTopic::from(decky).into_owned());
    match &received.deckies[0] {
        DeckyTopic::Decky(Decky { id, state }) => {
            assert_eq!((id.as_str(), *state), ("web-01", DeckyState::Up));
        }
        other => panic!("{other}"),
    }

    match receive("meter.7.read", b"42").unwrap() {
        MeterMessage::MeterRead(meter, value) => assert_eq!((meter.id, value), (7, 42)),
        other => panic!("{other:?}"),
    }
}
