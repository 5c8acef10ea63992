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
//! With an alias that has `'static` in it, `parse` still borrows, and so asks for a text that lives for ever (E0521). Call
//! the `parse` of the struct, and `into_owned`:
//!
//! ```
//! # topics::topics! { system.<worker>.health; }
//! type Health = SystemHealth<'static>;
//!
//! fn keep(subject: &str) -> Result<Health, topics::ParseError> {
//!     // `Health::parse(subject)` does not compile.
//!     Ok(SystemHealth::parse(subject)?.into_owned())
//! }
//! # assert!(keep("system.mutator.health").is_ok());
//! ```
//!
//! Code that is generic over the line calls [`ParseTopic::into_owned`](crate::ParseTopic::into_owned):
//!
//! ```
//! use topics::{HasPayload, ParseError};
//!
//! fn event<T: HasPayload>(
//!     subject: &str,
//!     decode: impl Fn() -> T::Payload,
//! ) -> Result<(T::Of<'static>, T::Payload), ParseError> {
//!     Ok((T::into_owned(T::parse_from(subject)?), decode()))
//! }
//! # topics::topics! { system.<worker>.health => u8; }
//! # assert_eq!(event::<SystemHealth>("system.mutator.health", || 7)?.1, 7);
//! # Ok::<(), ParseError>(())
//! ```
//!
//! With the feature `serde`, a topic can be a field of a stored or sent value. It is serialized as its name.
