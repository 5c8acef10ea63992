//! Keeping a topic longer than the text it was read from.
//!
//! A topic that is parsed borrows from the text: nothing is copied, and the compiler does not let it outlive the text.
//! To keep it, call `into_owned`, which copies the text and returns a topic for `'static`.
//!
//! ```
//! use std::collections::HashMap;
//!
//! topics::topics! {
//!     pub enum BusTopic;
//!     system.<worker>.health;
//!     system.log;
//! }
//!
//! // In a struct: name the type that borrows nothing.
//! struct State {
//!     last: Option<BusTopic<'static>>,
//!     seen: HashMap<BusTopic<'static>, u64>,
//! }
//!
//! fn receive(state: &mut State, subject: &str) -> Result<(), topics::ParseError> {
//!     let topic = BusTopic::parse(subject)?.into_owned();
//!     *state.seen.entry(topic.clone()).or_default() += 1;
//!     state.last = Some(topic);
//!     Ok(())
//! }
//!
//! let mut state = State { last: None, seen: HashMap::new() };
//! receive(&mut state, "system.mutator.health")?;
//! assert!(matches!(state.last, Some(BusTopic::SystemHealth(_))));
//!
//! // For a task or a thread that outlives the text.
//! let subject = String::from("system.mutator.health");
//! let health = SystemHealth::parse(&subject)?.into_owned();
//! drop(subject);
//! std::thread::spawn(move || assert_eq!(health.worker, "mutator")).join().unwrap();
//! # Ok::<(), topics::ParseError>(())
//! ```
//!
//! Where text is only at hand as a `String`, `str::parse` reads it and owns the result at once:
//!
//! ```
//! # topics::topics! { system.<worker>.health; }
//! let health: SystemHealth<'static> = "system.mutator.health".parse()?;
//! assert_eq!(health.worker, "mutator");
//! # Ok::<(), topics::ParseError>(())
//! ```
//!
//! An alias with `'static` in it does not own: `type Health = SystemHealth<'static>; Health::parse(&subject)` asks for a
//! text that lives for ever (E0521). Write `SystemHealth::parse(&subject)?.into_owned()`.
//!
//! In code that is generic over the line, [`ParseTopic::into_owned`](crate::ParseTopic::into_owned) does the same.
