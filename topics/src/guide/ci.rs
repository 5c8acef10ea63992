//! In CI: a pull request shows whom it breaks.
//!
//! The compiler and the generated test hold a declaration to its [lock](super::lock). A change of the lock itself, such as
//! retiring a topic on purpose, is for people to judge. The program `topics` compares two versions of the file, and tells
//! whether subscribers, publishers or code break:
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
//! It exits with 1 if subscribers or publishers break, with 0 if not, and with 2 after an error. What breaks only code does not
//! count, because the compiler finds it. With `--format github` the changes become annotations. This is a whole workflow; it runs where a lock changes:
//!
//! ```yaml
#![doc = include_str!("../../doc/topics-diff.yml")]
//! ```
//!
//! The step fails if subscribers or publishers break. If you merge intended breaks, don't make the check required; the
//! annotations still tell the reviewers.
//!
//! Two more useful steps:
//!
//! - `topics check topics.lock names.txt` in a nightly job, over the names of a day's traffic: a name that is not a
//!   topic comes from a publisher that nobody declared.
//! - `topics export nats-permissions topics.lock --role dashboard.role`, compared with what is deployed.
