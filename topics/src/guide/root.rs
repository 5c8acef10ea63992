//! A root: a name before all topics that is known when the program runs.
//!
//! One hierarchy often lives in several places of one bus: `prod.…` and `staging.…`, or one tree for each
//! customer. That part of the name is configuration, not declaration. A [`Root`](crate::Root) holds it, puts it
//! before names and patterns on their way out, and takes it off names on their way in.
//!
//! ```
//! use topics::Root;
//!
//! topics::topics! {
//!     pub enum BusTopic;
//!     order.<id: u64>.paid;
//!     order.<id: u64>.shipped;
//! }
//!
//! // Say, from the environment; without the variable there is no root.
//! let configured: Option<&str> = Some("prod.acme");
//! let root = configured.map(Root::new).transpose()?.unwrap_or_default();
//!
//! // Out: what is published, and what is subscribed to.
//! assert_eq!(root.name(&OrderPaid::new(7)), "prod.acme.order.7.paid");
//! assert_eq!(root.pattern(&OrderPaid::pattern().id(7)), "prod.acme.order.7.paid");
//!
//! // In: what is received.
//! match root.parse::<BusTopic>("prod.acme.order.7.shipped")? {
//!     BusTopic::OrderPaid(paid) => println!("{} was paid", paid.id),
//!     BusTopic::OrderShipped(shipped) => println!("{} was shipped", shipped.id),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Pass the root to the place where names meet the transport, and keep it out of the rest of the program. There,
//! topics are what they are declared as.
//!
//! # Many roots
//!
//! A program that reads the topics of all tenants has [`Roots`](crate::Roots): a pattern such as `prod.*`. Each
//! topic is read together with its root, and with the segments that the wildcards stood for. `Roots` cannot name
//! a topic, since it is not one place; to answer, take the root that the topic came with.
//!
//! ```
//! use topics::{Root, Roots};
//!
//! topics::topics! {
//!     pub enum BusTopic;
//!     order.<id: u64>.paid;
//!     order.<id: u64>.shipped;
//! }
//!
//! let received = Roots::new("prod.*")?.parse::<BusTopic>("prod.acme.order.7.paid")?;
//! assert_eq!(received.segments, ["acme"]);
//!
//! let BusTopic::OrderPaid(paid) = received.topic else {
//!     panic!("not a payment");
//! };
//! let root = Root::from(received.root);
//! assert_eq!(root.name(&OrderShipped::new(paid.id)), "prod.acme.order.7.shipped");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # When something else serves better
//!
//! A root is a convention among programs: whoever is connected can subscribe to `>` and see all tenants.
//!
//! - **Accounts** keep tenants apart. In NATS, the clients of one account neither see nor reach the topics of
//!   another ([accounts][accounts]), and each can use the same names. If the reason for a root is that tenants must
//!   not see each other, use accounts, and declare no root. MQTT brokers have similar means: virtual hosts, mount
//!   points, listeners.
//! - **A mapping on the server** renames topics without a change of the programs. NATS can map `order.>` to `prod.acme.order.>`
//!   for an account or for what is imported into it ([subject mapping][mapping]). If the programs can't be changed, or the root
//!   changes while they run, map there. Programs then see their own names only.
//! - **A first placeholder**, `<tenant>.order.<id>.paid`, if the tenant is data: if one process publishes for many
//!   tenants, and code must know for which.
//!
//! A root is right where one bus is shared on purpose, and where each process belongs to one place of it.
//!
//! [accounts]: https://docs.nats.io/running-a-nats-service/configuration/securing_nats/accounts
//! [mapping]: https://docs.nats.io/nats-concepts/subject_mapping
