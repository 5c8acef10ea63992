//! Payloads go through every codec, including one that does not use serde.

use std::error::Error;
use std::future::IntoFuture as _;

use bytes::Bytes;
use futures_lite::future::block_on;
use serde::{Deserialize, Serialize};
use topics_bus::{Bus, Decode, Encode, Local, MessagePack, Postcard, Raw};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Reading {
    unit: String,
    value: Option<f64>,
    tags: Vec<u8>,
}

/// A type like those that prost generates, without serde.
#[derive(Clone, Debug, PartialEq)]
struct Tick(u32);

topics::topics! {
    enum BusTopic;
    sensor.<id> => Reading;
    note.<id> => String;
    blob.<id> => Vec<u8>;
    tick.<id> as TickTopic => Tick;
}

fn reading() -> Reading {
    Reading {
        unit: "lux".into(),
        value: Some(0.1),
        tags: vec![0, 255],
    }
}

macro_rules! goes_through {
    ($codec:expr, $Line:ident, $payload:expr) => {{
        let bus = Bus::new(Local::new()).codec($codec);
        let payload = $payload;
        let mut subscription = block_on(bus.subscribe($Line::pattern()).into_future()).unwrap();
        bus.try_publish(&$Line::new("a").unwrap(), &payload)
            .unwrap();
        let message = block_on(subscription.next()).unwrap();
        assert_eq!(message.read().unwrap().1, payload);
        message.payload().clone()
    }};
}

#[test]
fn json_is_text() {
    let bytes = goes_through!(topics_bus::Json, Sensor, reading());
    assert_eq!(bytes, r#"{"unit":"lux","value":0.1,"tags":[0,255]}"#);
}

#[test]
fn a_payload_may_be_larger_than_the_buffer() {
    let large = "x".repeat(10_000);
    let bytes = goes_through!(topics_bus::Json, Note, large.clone());
    assert_eq!(bytes, format!("\"{large}\""));
    let bytes = goes_through!(topics_bus::Json, Note, String::from("up"));
    assert_eq!(bytes, "\"up\"");
}

#[test]
fn postcard_is_compact() {
    let bytes = goes_through!(Postcard, Sensor, reading());
    assert_eq!(bytes.len(), 4 + 1 + 8 + 3);
}

#[test]
fn message_pack_has_names() {
    let bytes = goes_through!(MessagePack, Sensor, reading());
    assert!(bytes.windows(4).any(|window| window == b"unit"));
}

#[test]
fn raw_changes_nothing() {
    assert_eq!(goes_through!(Raw, Note, String::from("up")), "up");
    assert_eq!(goes_through!(Raw, Blob, vec![0, 255]), [0, 255].as_slice());
    let bytes = [0, 255];
    assert_eq!(Decode::<Bytes>::decode(&Raw, &bytes).unwrap(), bytes[..]);
    assert_eq!(*Decode::<Box<[u8]>>::decode(&Raw, &bytes).unwrap(), bytes);
    assert_eq!(Decode::<[u8; 2]>::decode(&Raw, &bytes).unwrap(), bytes);
    let error = Decode::<[u8; 3]>::decode(&Raw, &bytes).unwrap_err();
    assert_eq!(error.to_string(), "expected 3 bytes, found 2");
}

#[test]
fn what_is_left_over_is_an_error() {
    let mut bytes = Encode::<Reading>::encode(&Postcard, &reading())
        .unwrap()
        .to_vec();
    bytes.push(0);
    assert!(Decode::<Reading>::decode(&Postcard, &bytes).is_err());
    let mut bytes = Encode::<Reading>::encode(&MessagePack, &reading())
        .unwrap()
        .to_vec();
    bytes.push(0);
    assert!(Decode::<Reading>::decode(&MessagePack, &bytes).is_err());
    assert!(Decode::<u8>::decode(&topics_bus::Json, b"1 2").is_err());
    assert!(Decode::<String>::decode(&Raw, b"\xff").is_err());
}

/// A codec with its own trait, like one for prost.
struct BigEndian;

trait Fixed: Sized {
    fn to_bytes(&self) -> [u8; 4];
    fn from_bytes(bytes: [u8; 4]) -> Self;
}

impl Fixed for Tick {
    fn to_bytes(&self) -> [u8; 4] {
        self.0.to_be_bytes()
    }

    fn from_bytes(bytes: [u8; 4]) -> Self {
        Self(u32::from_be_bytes(bytes))
    }
}

impl<P: Fixed> Encode<P> for BigEndian {
    fn encode(&self, payload: &P) -> Result<Bytes, Box<dyn Error + Send + Sync>> {
        Ok(Bytes::copy_from_slice(&payload.to_bytes()))
    }
}

impl<P: Fixed> Decode<P> for BigEndian {
    fn decode(&self, bytes: &[u8]) -> Result<P, Box<dyn Error + Send + Sync>> {
        Ok(P::from_bytes(bytes.try_into()?))
    }
}

#[test]
fn a_codec_needs_no_serde() {
    assert_eq!(
        goes_through!(BigEndian, TickTopic, Tick(258)),
        [0, 0, 1, 2].as_slice()
    );
}

/// Counts the calls.
#[derive(Clone, Default)]
struct Counting(std::sync::Arc<std::sync::atomic::AtomicU64>);

impl Encode<Tick> for Counting {
    fn encode(&self, payload: &Tick) -> Result<Bytes, Box<dyn Error + Send + Sync>> {
        BigEndian.encode(payload)
    }
}

impl Decode<Tick> for Counting {
    fn decode(&self, bytes: &[u8]) -> Result<Tick, Box<dyn Error + Send + Sync>> {
        self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        BigEndian.decode(bytes)
    }
}

#[test]
fn a_message_that_is_not_read_is_not_decoded() {
    let codec = Counting::default();
    let bus = Bus::new(Local::new()).codec(codec.clone());
    let mut ticks = block_on(bus.subscribe(TickTopic::pattern()).into_future()).unwrap();
    for number in 0..3 {
        bus.try_publish(&TickTopic::new("a").unwrap(), &Tick(number))
            .unwrap();
    }
    let message = block_on(ticks.next()).unwrap();
    assert_eq!(message.topic().unwrap().id, "a");
    drop(block_on(ticks.next()));
    assert_eq!(codec.0.load(std::sync::atomic::Ordering::SeqCst), 0);
    assert_eq!(message.read().unwrap().1, Tick(0));
    assert_eq!(codec.0.load(std::sync::atomic::Ordering::SeqCst), 1);
}
