//! In CI: a pull request shows whom it breaks.
//!
//! The compiler and the generated test hold a declaration to its [lock](super::lock). A change of the lock itself, by which a
//! topic is retired on purpose, is for people to judge. The program `topics` compares two versions of the file, and tells
//! which subscribers, publishers and code break:
//!
//! ```text
//! $ topics diff git:origin/main topics.lock
//! Breaks subscribers
//!   origin/main:topics.lock:7: `system.log => LogRecord` is gone; the nearest is `system.logs`
//! Breaks publishers
//!   origin/main:topics.lock:7: `system.log => LogRecord` is gone; the nearest is `system.logs`
//! Compatible
//!   `system.logs => LogRecord` is new
//! 1 breaking, 1 compatible
//! ```
//!
//! It exits with 0 if nobody breaks, with 1 if somebody does, and with 2 if it cannot tell. With `--format github` the changes
//! become annotations. This is a whole workflow; it runs where a lock changes:
//!
//! ```yaml
#![doc = include_str!("../../doc/topics-diff.yml")]
//! ```
//!
//! The step fails if anybody breaks. Where breaks on purpose are merged, leave it out of the required checks, and the
//! annotations still tell the reviewers.
//!
//! Two more steps that pay:
//!
//! - `topics check topics.lock names.txt` in a nightly job, over the names that a day of traffic has seen: names that are no
//!   topics are publishers that nobody declared.
//! - `topics export nats-permissions topics.lock --role dashboard.role`, compared with what is deployed.
