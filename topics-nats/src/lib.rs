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
//! # In a program that is there already
//!
//! The bus takes a clone of the client, and everything else goes on as it was. What was
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
//! A line with `#[was("…")]` is subscribed to under its former names too, so subscribers are moved first, and publishers at their
//! leisure. Publishers that can't be changed are moved by the server: a mapping in its configuration publishes what
//! they send under the new name, and then `#[was]` can go.
//!
//! ```text
//! mappings: {
//!     "worker.*.health": "system.{{wildcard(1)}}.health"
//! }
//! ```
//!
//! # What NATS does not tell
//!
//! NATS delivers at most once, and tells a client little of what it does not deliver:
//!
//! - A publish that the server denies returns `Ok`; the denial comes later, as an event. So do slow consumers: whoever reads
//!   too slowly loses messages, and [`lost`](topics_bus::Received::lost) is unknown. Plug [`events`] into the options of the
//!   client to hear of both.
//! - What is published while the connection is down waits in the client, as much as its options say. What others publish
//!   in that time is lost. Subscriptions go on when the connection is back.
//! - Messages of one publisher arrive in order under one pattern. A subscription of several patterns, as one to a hierarchy,
//!   is several to the server, and messages under different ones may overtake each other.
//!
//! [`subscribe`](topics_bus::Bus::subscribe) returns when the server has the subscription: the transport sends a message to itself
//! behind it, and waits for that one. A client that may not publish gets a denial in its place, which is heard only
//! through [`events`].
//!
//! # What it leaves to async-nats
//!
//! `JetStream`, key-value stores and services are not wrapped. Topics fit into their calls, by [`TopicSubject`] and
//! [`Subjects`], and [`ReadMessage::read`](topics::ReadMessage::read) reads what they return.

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
pub use nats::Nats;
pub use subject::{Subjects, TopicSubject};

use topics_bus::Bus;

/// Creates a bus over a client; payloads are JSON unless [`codec`](Bus::codec) says otherwise.
#[must_use]
pub fn bus(client: async_nats::Client) -> Bus<Nats> {
    Bus::new(Nats::new(client))
}

/// Creates a bus over a client into whose options the [`events`] are plugged.
///
/// The bus then knows when the server refuses a subscription, and needs no permission to publish in order to subscribe.
#[must_use]
pub fn bus_with_events(client: async_nats::Client, events: &Events) -> Bus<Nats> {
    Bus::new(Nats::new(client).with_events(events))
}
