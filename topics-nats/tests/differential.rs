//! A real server and the library are of one opinion: a name that the library accepts is delivered byte for byte to exactly
//! the patterns that it says match, or is refused before it reaches the server.
//!
//! Names and patterns are random, over all of Unicode. `TOPICS_NATS_ROUNDS=2000` makes it long, and `TOPICS_NATS_SEED` repeats a
//! run that failed.

mod common;

use std::fmt::Display;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use futures_lite::StreamExt as _;
use futures_lite::future::poll_once;
use tokio::task::unconstrained;
use topics::{Pattern, TopicName};
use topics_bus::{Delivery, Error, Message, Transport};
use topics_nats::Nats;

use common::{Server, is_skipped};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const ROUNDS: u64 = 30;
const PATTERNS: usize = 12;
const NAMES: usize = 60;
const SOON: Duration = Duration::from_secs(20);

/// What names begin with that a server may treat in its own way.
const SPECIAL: [&str; 6] = ["$GR", "_GR_", "$NRG", "$SYS", "$JS", "_INBOX"];
const RESERVED: [&str; 3] = ["$GR.", "_GR_.", "$NRG."];

/// The last name of a round; no other has this segment.
const END: &str = "the-end-of-this-round";

/// Numbers that look random (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).expect("it is below a `usize`")
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// Any character, with those more often that mean something somewhere.
    fn character(&mut self) -> char {
        const ODD: [char; 16] = [
            'a', 'Z', '7', '-', '_', '$', '/', '#', '+', '"', '\\', '{', '%', '\u{ad}', '\u{200b}',
            '\u{feff}',
        ];
        if self.one_in(2) {
            return ODD[self.below(ODD.len())];
        }
        let end = [0x80, 0x800, 0x1_0000, 0x11_0000][self.below(4)];
        let code = u32::try_from(self.below(end)).expect("a character");
        char::from_u32(code).unwrap_or('ö')
    }

    fn segment(&mut self) -> String {
        let length = 1 + self.below(4);
        let segment: String = (0..length).map(|_| self.character()).collect();
        let times = if self.one_in(20) {
            1 + self.below(600)
        } else {
            1
        };
        segment.repeat(times)
    }

    /// Up to four of these segments; one in `rarely` is another text.
    fn text(&mut self, segments: &[String], rarely: usize, other: &[&str]) -> String {
        let count = 1 + self.below(4);
        let mut text: Vec<&str> = (0..count)
            .map(
                |_| match (self.one_in(rarely), self.below(segments.len())) {
                    (true, index) => other[index % other.len()],
                    (false, index) => &segments[index],
                },
            )
            .collect();
        if self.one_in(12) {
            text[0] = SPECIAL[self.below(SPECIAL.len())];
        }
        text.join(".")
    }
}

fn variable<T: FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

/// The bus refuses what its documentation says, and nothing else.
#[track_caller]
fn is_refused_rightly(text: &str, error: &Error) {
    let is_reserved = RESERVED.iter().any(|reserved| text.starts_with(reserved));
    let is_refusal = matches!(error, Error::Refused { .. });
    assert!(
        is_refusal && (is_reserved || text.len() > 3_500),
        "{text:?}: {error}"
    );
}

/// Texts that the library takes for what they should be.
fn accepted<T: FromStr + Display>(mut text: impl FnMut() -> String, count: usize) -> Vec<T> {
    let texts = std::iter::repeat_with(|| text().parse().ok());
    // So many are accepted that this ends.
    texts.flatten().take(count).collect()
}

#[tokio::test]
async fn a_name_is_delivered_to_exactly_the_patterns_that_match_it() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let seed = variable("TOPICS_NATS_SEED").unwrap_or(now.subsec_nanos().into());
    println!("TOPICS_NATS_SEED={seed}");
    let random = &mut Random(seed);
    let server = Server::start();
    let publisher = Nats::new(async_nats::connect(server.url()).await?);
    let subscriber = Nats::new(async_nats::connect(server.url()).await?);
    let mut delivered = 0;
    for _ in 0..variable("TOPICS_NATS_ROUNDS").unwrap_or(ROUNDS) {
        delivered += round(random, &publisher, &subscriber).await?;
    }
    println!("{delivered} messages were delivered");
    assert!(delivered > 0);
    Ok(())
}

/// Publishes some names to some patterns, and returns how many messages came.
async fn round(random: &mut Random, publisher: &Nats, subscriber: &Nats) -> Result<usize, Error> {
    let segments: Vec<String> = (0..6).map(|_| random.segment()).collect();
    let names: Vec<TopicName<'static>> =
        accepted(|| random.text(&segments, 30, &["x", "x y", "*"]), NAMES);
    let patterns: Vec<Pattern<'static>> =
        accepted(|| random.text(&segments, 2, &["*", ">", "*"]), PATTERNS);

    let mut subscriptions = Vec::new();
    for pattern in patterns {
        match subscriber.subscribe(vec![pattern.clone()], None).await {
            Ok(deliveries) => subscriptions.push((pattern, deliveries)),
            Err(error) => is_refused_rightly(pattern.as_str(), &error),
        }
    }
    let end = Pattern::new(END).expect("a pattern");
    let mut end = subscriber.subscribe(vec![end], None).await?;

    let mut sent: Vec<(&str, String)> = Vec::new();
    for (number, name) in names.iter().enumerate() {
        let payload = number.to_string();
        match publisher
            .publish(Message::new(name.as_str(), payload.clone()))
            .await
        {
            Ok(()) => sent.push((name.as_str(), payload)),
            Err(error) => is_refused_rightly(name.as_str(), &error),
        }
    }
    publisher.publish(Message::new(END, "")).await?;
    // A server keeps the order, and so does the client: after the last message, all others are there.
    let last = tokio::time::timeout(SOON, end.next()).await;
    assert!(last.expect("the last message should have come").is_some());

    let mut delivered = 0;
    for (pattern, mut deliveries) in subscriptions {
        let mut came: Vec<Delivery> = Vec::new();
        // Tokio would have a task pause after some messages, as if there were no more.
        while let Some(Some(delivery)) = unconstrained(poll_once(deliveries.next())).await {
            came.push(delivery);
        }
        let came: Vec<(&str, &[u8])> = came
            .iter()
            .map(|delivery| {
                (
                    delivery.message().name.as_str(),
                    &delivery.message().payload[..],
                )
            })
            // The last name has no payload, nor has what confirms a subscription, which `_INBOX.*` matches.
            .filter(|(_, payload)| !payload.is_empty())
            .collect();
        let expected: Vec<(&str, &[u8])> = sent
            .iter()
            .filter(|(name, _)| pattern.matches(name))
            .map(|(name, payload)| (*name, payload.as_bytes()))
            .collect();
        assert_eq!(came, expected, "{:?}", pattern.as_str());
        delivered += came.len();
    }
    Ok(delivered)
}
