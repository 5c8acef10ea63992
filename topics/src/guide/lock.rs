//! The lock: the compiler refuses a change that breaks subscribers.
//!
//! A renamed topic silently breaks every subscriber: the program compiles, and the subscription receives
//! nothing. A lock prevents this. It is a file, committed beside the source, that lists what the hierarchy
//! promises. A declaration that breaks a promise does not compile.
//!
//! ```
//! # pub struct Heartbeat;
//! topics::topics! {
//!     #[lock = "doc/topics.lock"] // relative to the crate's `Cargo.toml`
//!     pub enum BusTopic;
//!
//!     system.log;
//!     system.<worker>.health => Heartbeat;
//! }
//! ```
//!
//! With this `doc/topics.lock`
//!
//! ```text
#![doc = include_str!("../../doc/topics.lock")]
//! ```
//!
//! the compiler refuses `system.logs` in place of `system.log`:
//!
//! ```text
//! `doc/topics.lock` promises topics that are no longer declared: `system.log` (line 6, the nearest is
//! `system.logs`); declare them again, name each in `#[was("…")]` before the line or group that replaces it, or
//! delete their lines from the lock to retire them on purpose
//! ```
//!
//! # How to
//!
//! - **Begin**: create an empty file and run `TOPICS_LOCK=update cargo test`.
//! - **Add** a topic, a value of a closed placeholder or of a type: declare it. No subscription breaks;
//!   [growing](super::growing) says whether code does. A generated test fails until the file has the addition, and
//!   `TOPICS_LOCK=update cargo test` writes it. Reviewers see every new promise in the difference of one file.
//! - **Rename** a topic: write [`#[was("system.log")]`](super::renaming) before the line `system.logs`. The
//!   lock holds both names until the old one is retired. A value keeps its old text [after `was`, or in
//!   `alias`](super::renaming#values).
//! - **Break** a promise on purpose: delete its line, change the declaration, and update the file.
//!   [What breaks](crate::lock#what-breaks) is a table in the module [`lock`](crate::lock).
//! - **Compare** two versions of the file: [`Lock::changes_to`](crate::lock::Lock::changes_to).
//!
//! # What is recorded
//!
//! Each template with its placeholders, values and the types of its payload and reply, and what replaced a former
//! name. An edit that changes no text on the wire breaks nothing and needs no update: a placeholder renamed,
//! `uuid::Uuid` for an imported `Uuid`, a type that keeps its texts under another name. The texts of a placeholder's type,
//! [where it tells them](crate::SegmentValue::TEXTS), are recorded once for each type: `type Region => eu_west | us`,
//! `type OrderId => <u64>`. A variant that is removed, or that gets another text and does not keep the old one as an
//! alias, does not compile where the declaration names the type. A primitive integer needs no such line.
//!
//! # Details
//!
//! The file is an input of the build, like a source file: edit it, and the crate is compiled again. The
//! compiler only reads it; the generated test is the only thing that writes it. An update keeps your comments, each
//! with the line below it; if it is interrupted, the file holds the old text or the new one. Lines under `#[cfg]` are
//! promised under every configuration. Each hierarchy has a file of its own, and the file must be packaged
//! with the crate.
//!
//! A lock belongs to a declaration in a module. In a function the compiler checks it as well, but cannot
//! reach the generated test, and rustc warns of that (`unnameable_test_items`). Without the feature `std` the test
//! compares the file but cannot write it; `TOPICS_LOCK=update cargo test --features topics/std` does.
