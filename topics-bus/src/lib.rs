//! Typed publish and subscribe over the hierarchy that [`topics`] declares.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//! use topics::pattern;
//! use topics_bus::{Bus, Local};
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize)]
//! pub struct Heartbeat {
//!     pub uptime: u64,
//! }
//!
//! topics::topics! {
//!     #[messages]
//!     pub enum BusTopic;
//!
//!     system.<worker>.health => Heartbeat;
//!     system.<worker>.restart => String -> bool; // a request has a reply
//!     system.log;                                // no payload declared: bytes
//! }
//!
//! # futures_lite::future::block_on(async {
//! let bus = Bus::new(Local::new());
//! let mut health = bus.subscribe(SystemHealth::pattern()).await?;
//! let mut all = bus.subscribe(pattern!(BusTopic, "system.>")).await?;
//!
//! // Only the payload that the line declares compiles.
//! bus.publish(&SystemHealth::new("mutator")?, &Heartbeat { uptime: 7 }).await?;
//! bus.publish_bytes(&SystemLog, "up").await?;
//! bus.drain().await?; // ends the subscriptions when they have been read
//!
//! while let Some(message) = health.next().await {
//!     let (topic, beat) = message.read()?; // decodes now, not before
//!     assert_eq!((topic.worker.as_str(), beat.uptime), ("mutator", 7));
//! }
//! while let Some(message) = all.next().await {
//!     match message.read()? {
//!         BusMessage::SystemHealth(topic, beat) => println!("{topic}: {}", beat.uptime),
//!         BusMessage::SystemRestart(topic, reason) => println!("{topic}: {reason}"),
//!         BusMessage::SystemLog(_, bytes) => assert_eq!(bytes, b"up"),
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! ```
//!
//! [`Local`] carries messages in one process, and needs no server, no background task and no particular runtime. The
//! crate `topics-nats` carries them on NATS, over the client that a program has already; nothing but the line
//! that makes the bus changes. Another [`Transport`] is one trait away.
//!
//! # Delivery
//!
//! A message is delivered at most once. Publishing never waits for a subscriber: each has a queue of its own, and when that is
//! full, it alone loses the newest messages. [`Received::lost`] tells how many went before a message, if the transport
//! knows.
//!
//! A message that can't be read is handed over all the same: [`Received::read`] is an error with the name, the bytes and
//! the reason, and the subscription goes on.
//!
//! # Requests
//!
//! ```
//! # use topics_bus::{Bus, Local};
//! # topics::topics! { system.<worker>.restart => String -> bool; }
//! # futures_lite::future::block_on(async {
//! # let bus = Bus::new(Local::new());
//! // Each request goes to one member of a queue group.
//! let mut restarts = bus.subscribe(SystemRestart::pattern()).queue("supervisors").await?;
//! let supervisor = async {
//!     let request = restarts.next().await.ok_or("the bus has ended")?;
//!     request.reply(&true).await?;
//!     Ok::<(), Box<dyn std::error::Error>>(())
//! };
//! let topic = SystemRestart::new("mutator")?;
//! let asking = async { Ok(bus.request(&topic, &"stuck".to_owned()).await?) };
//! let (was_restarted, ()) = futures_lite::future::try_zip(asking, supervisor).await?;
//! assert!(was_restarted);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! ```
//!
//! # Testing
//!
//! ```
//! # use topics_bus::{Bus, Local};
//! # topics::topics! { server.<name>.port => u16; }
//! # futures_lite::future::block_on(async {
//! let local = Local::new();
//! let seen = local.record();
//! let bus = Bus::new(local.clone());
//!
//! // … what is tested, which takes a `Bus<impl Transport>`
//! bus.publish(&ServerPort::new("nats")?, &4222).await?;
//!
//! local.idle().await; // all that was delivered has been handled
//! assert_eq!(seen.of::<ServerPort>(), [(ServerPort::new("nats")?, 4222)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! ```
//!
//! # Roots, accounts and mappings
//!
//! Where several deployments share one bus, [`Bus::under`] puts a root such as `prod.acme` before all names. On NATS an
//! account for each deployment separates them as well, without longer names, and holds against programs that leave the root
//! out; a root is for what one connection has to see of several of them.
//!
//! # Observing
//!
//! With the feature `tracing`, what is sent and read is seen as spans and events by the messaging conventions of
//! OpenTelemetry: `messaging.destination.template` is the template, of which there are as many as lines, and
//! `messaging.destination.name` the topic. [`Bus::before_sending`] is the place to hand on a trace in the headers.

mod bus;
mod codec;
mod error;
mod headers;
mod local;
mod lost;
mod message;
mod place;
mod publish;
mod received;
mod request;
mod subscribe;
mod subscription;
mod telemetry;
mod transport;

pub use bus::Bus;
#[cfg(feature = "messagepack")]
pub use codec::MessagePack;
#[cfg(feature = "postcard")]
pub use codec::Postcard;
#[cfg(feature = "raw")]
pub use codec::Raw;
pub use codec::{Decode, Encode, Json};
pub use error::Error;
pub use headers::{HeaderError, Headers};
pub use local::{Local, LocalDeliveries, Receipts, Record};
pub use lost::Lost;
pub use message::Message;
pub use place::Place;
pub use publish::{Publish, Publishing};
pub use received::Received;
pub use request::Request;
pub use subscribe::Subscribe;
pub use subscription::Subscription;
pub use topics::{ReadError, ReadErrorReason};
pub use transport::{BoxFuture, Deliveries, Delivery, NoDeliveries, Transport};
