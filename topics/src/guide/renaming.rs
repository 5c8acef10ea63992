//! Renaming a topic while publishers and subscribers run.
//!
//! Publishers and subscribers are not deployed at the same moment, so for a while a renamed topic has two
//! names. `#[was("…")]` before a line gives the former one. It also stands before a struct or a variant that has
//! a template of its own; an enum that wraps such a struct reads its former names too.
//!
//! ```
//! topics::topics! {
//!     pub enum BusTopic;
//!
//!     #[was("worker.<id>.health")]
//!     system.<id>.health;
//!     #[was("mutation.<state>.<id>")]
//!     topology.<id>.mutation.<state: applied | failed>;
//! }
//!
//! // Both names are read as the same topic, which has the new name.
//! let (topic, template) = BusTopic::parse_with_template("mutation.failed.t-17")?;
//! assert_eq!(topic.to_string(), "topology.t-17.mutation.failed");
//! assert_eq!(template, "mutation.<state: applied | failed>.<id>");
//!
//! // A subscriber takes both; the patterns have the same parameters.
//! let patterns = SystemHealth::pattern().id("mutator")?.to_patterns();
//! assert_eq!(patterns, ["system.mutator.health", "worker.mutator.health"]);
//!
//! // A publisher that must still send both sends the former ones too.
//! assert_eq!(topic.former_names(), ["mutation.failed.t-17"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Before a group, `#[was("…")]` gives the path that the group had: each line in it was below that path. It is a whole
//! path, from the root, and has the placeholders of the group's own.
//!
//! ```
//! topics::topics! {
//!     #[was("dky.<id>")]
//!     decky.<id> {
//!         state;
//!         #[was("dky.<id>.net")] // a former name of its own, besides `dky.<id>.traffic`
//!         traffic;
//!     }
//! }
//!
//! assert_eq!(DeckyState::FORMER, ["dky.<id>.state"]);
//! assert_eq!(DeckyTraffic::FORMER, ["dky.<id>.traffic", "dky.<id>.net"]);
//! ```
//!
//! # Values
//!
//! A value of a closed placeholder keeps its former texts after `was`, and a variant of an enum that derives
//! [`SegmentValue`](derive@crate::SegmentValue) keeps them in `alias`. All are read as the value, which has the new text.
//!
//! ```
//! use topics::{SegmentValue, Topic};
//!
//! #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
//! enum Region {
//!     #[segment(rename = "europe", alias = "eu")]
//!     Europe,
//!     #[segment(rename = "us")]
//!     UnitedStates,
//! }
//!
//! topics::topics! {
//!     job.<id>.<state: queued | applied was done>;
//!     load.<region: Region>;
//! }
//!
//! let job = Job::parse("job.7.done")?;
//! assert_eq!(job.to_string(), "job.7.applied");
//! assert_eq!(job.former_names(), ["job.7.done"]);
//!
//! let applied = Job::pattern().state(JobState::Applied);
//! assert_eq!(applied.to_patterns(), ["job.*.applied", "job.*.done"]);
//! let europe = Load::pattern().region(Region::Europe);
//! assert_eq!(europe.to_patterns(), ["load.europe", "load.eu"]);
//! # Ok::<(), topics::ParseError>(())
//! ```
//!
//! # Patterns of a hierarchy
//!
//! A [`pattern!`](crate::pattern!) matches the names that you write. Its `to_patterns`, which a bus subscribes to, also has
//! patterns for the former names of the topics that it matches. If you wrote a former name, write the new one:
//!
//! ```
//! use topics::{TopicPattern, pattern};
//!
//! topics::topics! {
//!     pub enum BusTopic;
//!
//!     #[was("worker.<id>.health")]
//!     system.<id>.health;
//! }
//!
//! assert_eq!(pattern!(BusTopic, "system.m-1.*").to_patterns(), ["system.m-1.*", "worker.m-1.health"]);
//! assert_eq!(pattern!(BusTopic, "worker.m-1.*").to_patterns(), ["worker.m-1.*"]);
//! ```
//!
//! A `PatternMap` has the patterns that you insert, and no others. Look up `topic.name()`, which is the present name, and not the
//! name that was received.
//!
//! # Step by step
//!
//! 1. Rename the line and add `#[was("…")]`, or the value and add `was`. The [lock](super::lock) accepts this, and its test asks you to
//!    record the new name.
//! 2. Let every subscriber take `to_patterns()`, as a bus does. Then let publishers send the new name.
//! 3. If some publishers can't be updated, let the server publish what they send under the new name. On NATS this is a
//!    [subject mapping][mapping] in its configuration, `mappings: { "worker.*.health": "system.{{wildcard(1)}}.health" }`,
//!    which `topics export nats-mapping topics.lock` writes. `topics watch` shows which former names are still in use.
//! 4. When nobody sends the former name, or the server maps it, remove `#[was]` and delete its line from the lock. For a
//!    former text of a value, delete the text there.
//!
//! To retire a topic without a successor, mark its line `#[deprecated]`. The compiler then warns of each use of
//! its type, in this crate and in others.
//!
//! # In an editor
//!
//! A name that you wrote is renamed as any other: that of the hierarchy, of a placeholder, and the one after `as`. A name
//! that is made from the text of a topic isn't: `SystemHealth` for `system.<id>.health`, `Applied` for `applied`. An editor follows such a
//! name to the text, and renaming it there would change what is on the wire. So rust-analyzer refuses with `No identifier
//! available to rename`. To change the text, edit the line, with `#[was("…")]`; the compiler then shows each use. To
//! change the name alone, give the line one, `as Name`, or give the placeholder an enum of your own that
//! [derives `SegmentValue`](derive@crate::SegmentValue).
//!
//! [mapping]: https://docs.nats.io/nats-concepts/subject_mapping
