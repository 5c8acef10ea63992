//! The bus of [`topics_bus`] on NATS, over an [`async_nats::Client`] that you made.
//!
//! ```no_run
//! # #[derive(serde::Serialize, serde::Deserialize)]
//! # pub struct Heartbeat { pub uptime: u64 }
//! topics::topics! {
//!     system.<worker>.health => Heartbeat;
//! }
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let (events, callback) = topics_nats::events();
//! let client = async_nats::ConnectOptions::new()
//!     .event_callback(callback)
//!     .connect("localhost")
//!     .await?;
//! let bus = topics_nats::bus_with_events(client, &events);
//!
//! let mut health = bus.subscribe(SystemHealth::pattern()).await?;
//! bus.publish(&SystemHealth::new("mutator")?, &Heartbeat { uptime: 7 }).await?;
//! while let Some(message) = health.next().await {
//!     let (topic, beat) = message.read()?;
//!     println!("{} {}", topic.worker, beat.uptime);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The program needs `async-nats` 0.50 as well, and `tokio`. Codecs other than JSON are features of `topics-bus`.
//!
//! # In a program that is there already
//!
//! The bus takes a clone of the client; the rest of the program does not change. For example,
//!
//! ```ignore
//! let mut health = client.subscribe("system.*.health").await?;
//! client.flush().await?;
//! while let Some(message) = health.next().await {
//!     let worker = message.subject.split('.').nth(1).unwrap_or_default();
//!     let Ok(beat) = serde_json::from_slice::<Heartbeat>(&message.payload) else {
//!         continue;
//!     };
//!     println!("{worker} {}", beat.uptime);
//! }
//! ```
//!
//! becomes
//!
//! ```no_run
//! # #[derive(serde::Serialize, serde::Deserialize)]
//! # pub struct Heartbeat { pub uptime: u64 }
//! # topics::topics! { system.<worker>.health => Heartbeat; }
//! # async fn run(client: async_nats::Client) -> Result<(), Box<dyn std::error::Error>> {
//! let bus = topics_nats::bus(client.clone());
//! let mut health = bus.subscribe(SystemHealth::pattern()).await?;
//! while let Some(message) = health.next().await {
//!     match message.read() {
//!         Ok((topic, beat)) => println!("{} {}", topic.worker, beat.uptime),
//!         Err(error) => eprintln!("{error}"),
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Renames
//!
//! A subscription to a line with `#[was("…")]` receives the former names too. So update the subscribers first, then the
//! publishers, each when it suits them; the [guide](../topics/guide/renaming/index.html) has the steps. As the last step, for publishers
//! that can't be updated, add a mapping to the configuration of the server. It publishes what they send under the new name,
//! so that you can remove `#[was]`:
//!
//! ```text
//! mappings: {
//!     "worker.*.health": "system.{{wildcard(1)}}.health"
//! }
//! ```
//!
//! # What NATS does not tell
//!
//! NATS delivers a message at most once, and a client learns little about messages that are not delivered:
//!
//! - If the server denies a publish, `publish` still returns `Ok`. The denial comes later, as an event.
//! - A subscriber that reads too slowly loses messages. This comes as an event too, and
//!   [`lost`](topics_bus::Received) is [`Unknown`](topics_bus::Lost). To receive both events, pass the callback of
//!   [`events`] to the options of the client.
//! - While the connection is down, the client keeps what this program publishes, up to the limit in its options. What others
//!   publish in that time is lost. Subscriptions continue when the connection is back.
//! - Messages of one publisher arrive in order under one pattern. A subscription with several patterns, such as one
//!   to a hierarchy, is several subscriptions to the server, so messages under different patterns may overtake each other.
//!
//! [`subscribe`](topics_bus::Bus) returns when the server has the subscription. To know that, the transport publishes
//! a message to an inbox of its own and waits for it. If the client has no permission to publish, the server
//! sends a denial instead, and the transport sees that only if the bus is made by [`bus_with_events`].
//!
//! All calls but `publish` must be made inside a Tokio runtime, because the client needs one; outside, they return an error.
//!
//! # What it leaves to async-nats
//!
//! JetStream, key-value stores and services are not wrapped. [`TopicSubject`] and [`Subjects`] turn topics into what their calls
//! take, and [`ReadMessage::read`](topics::ReadMessage) reads the messages that they return. A stream that holds requests
//! needs `no_ack`, see [`Subjects`].

// A link to a member of an item in another crate would name the private module that the item is declared in, where no
// page is. So links go to the item.

mod convert;
mod deliveries;
mod events;
mod listener;
mod names;
mod nats;
mod round_trip;
mod subject;

pub use deliveries::NatsDeliveries;
pub use events::{Callback, Events, events};
pub use nats::{Nats, NatsPublishing};
pub use subject::{Subjects, TopicSubject};

use topics_bus::Bus;

/// Creates a bus over a client; payloads are JSON unless [`codec`](Bus) says otherwise.
#[must_use]
pub fn bus(client: async_nats::Client) -> Bus<Nats> {
    Bus::new(Nats::new(client))
}

/// Creates a bus over a client whose options have the callback of these [`events`].
///
/// Such a bus returns an error when the server denies a subscription, and it can subscribe without permission to publish.
#[must_use]
pub fn bus_with_events(client: async_nats::Client, events: &Events) -> Bus<Nats> {
    Bus::new(Nats::new(client).with_events(events))
}
