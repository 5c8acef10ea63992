//! Typed publish and subscribe over the hierarchy that [`topics`] declares.
//!
//! ```
//! use serde::{Deserialize, Serialize};
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
//! let mut all = bus.subscribe_all::<BusTopic>().await?;
//! // A part of the hierarchy: `bus.subscribe(pattern!(BusTopic, "system.>"))`.
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
//! crate `topics-nats` carries them on NATS, over the client that the program already has; only the line that makes the bus
//! changes. For anything else, implement [`Transport`].
//!
//! # Delivery
//!
//! A message is delivered at most once. Publishing never waits for a subscriber. Each subscription has its own queue; when
//! the queue is full, that subscription loses the newest messages, and no other does. [`Received::lost`] is the number of
//! messages that were lost just before this one, if the transport knows it.
//!
//! If a message can't be decoded, [`Received::read`] returns an error with the name, the bytes and the reason. The
//! subscription continues.
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
//! # Roles
//!
//! [`role!`] lists what a program may publish and subscribe to. A bus [in a role](Bus::in_role) takes nothing else, and the
//! permissions of a NATS server are made from the same role.
//!
//! ```
//! # use topics_bus::{Bus, Local};
//! # topics::topics! { system.<worker>.health => u64; system.<worker>.restart => String -> bool; }
//! topics_bus::role! {
//!     pub struct Supervisor;
//!     publish SystemRestart;
//!     subscribe SystemHealth;
//! }
//!
//! let bus = Bus::new(Local::new()).in_role::<Supervisor>();
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
//! // … the code under test, which takes a `Bus<impl Transport>`
//! bus.publish(&ServerPort::new("nats")?, &4222).await?;
//!
//! local.idle().await; // waits until all that was delivered has been handled
//! assert_eq!(seen.of::<ServerPort>(), [(ServerPort::new("nats")?, 4222)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! ```
//!
//! # Roots, accounts and mappings
//!
//! If several deployments share one bus, [`Bus::under`] puts a root such as `prod.acme` before all names. It is a convention:
//! a program without the root can still see everything. On NATS, an account for each deployment separates them safely and
//! keeps names short; use a root where one connection reads several deployments. A mapping on the server can rename topics for
//! programs that can't be changed. The [guide to roots](../topics/guide/root/index.html) compares the three.
//!
//! # Observing
//!
//! With the feature `tracing`, sending is a span and reading an event, with the field names of OpenTelemetry's conventions
//! for messaging. `messaging.destination.template` is the template; there are only as many as lines, so metrics can use it.
//! `messaging.destination.name` is the topic. To pass a trace on in the headers, use [`Bus::before_sending`].
//!
//! # Features
//!
//! | feature | adds |
//! | --- | --- |
//! | `json` (default) | the codec [`Json`], for payloads of serde |
//! | `messagepack` | the codec `MessagePack`, for payloads of serde |
//! | `postcard` | the codec `Postcard`, for payloads of serde |
//! | `raw` | the codec `Raw`, for payloads that are bytes or text already |
//! | `tracing` | spans and events, see [Observing](#observing) |
//!
//! [`Bus::codec`] sets the codec of a bus.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod bus;
mod bus_root;
mod codec;
mod error;
mod headers;
mod local;
mod lost;
mod message;
mod publish;
mod received;
mod request;
mod role;
mod subscribe;
mod subscription;
mod telemetry;
mod transport;

pub use bus::Bus;
pub use bus_root::BusRoot;
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
pub use publish::{Publish, Publishing};
pub use received::Received;
pub use request::Request;
#[doc(hidden)]
pub use role::words as role_words;
pub use role::{PublishedBy, Role, RoleBus, SubscribedBy};
pub use subscribe::Subscribe;
pub use subscription::Subscription;
pub use topics::{ReadError, ReadErrorReason};
pub use transport::{BoxFuture, Deliveries, Delivery, NoDeliveries, Transport};
