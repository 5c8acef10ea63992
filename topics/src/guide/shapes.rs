//! Shapes of payloads: what is in a message, recorded beside the lock.
//!
//! A [lock](super::lock) records which type of payload a topic has. It does not say what is in that type: a field that is
//! renamed breaks every subscriber, and the lock stays as it was. With the feature `schema`, the generated test of a lock
//! records the shape of each payload and reply, as JSON Schema, and compares it.
//!
//! ```toml
//! topics = { version = "0.1", features = ["schema"] }
//! schemars = "1"
//! ```
//!
//! ```ignore
//! #[derive(Serialize, Deserialize, schemars::JsonSchema)]
//! pub struct Heartbeat {
//!     pub uptime: u64,
//!     pub state: State,
//! }
//!
//! topics::topics! {
//!     #[lock = "topics.lock"]
//!     pub enum BusTopic;
//!     system.<worker>.health => Heartbeat;
//! }
//! ```
//!
//! `TOPICS_LOCK=update cargo test` writes `topics.schemas.json` beside `topics.lock`. Commit both. Whoever reviews a change
//! sees which property of which payload it is about. A payload whose type does not implement `JsonSchema` is left out.
//!
//! # What breaks
//!
//! A change can break those who read messages of the old shape, those who write them, or both. Subscribers read payloads and
//! publishers read replies.
//!
//! | change | breaks |
//! | --- | --- |
//! | an optional property is new or gone, a property gets a default | nobody |
//! | a required property is new | writers: they don't send it |
//! | a required property is gone, or is now optional | readers: they need it |
//! | a value or variant of an enum is new | readers: they don't know it |
//! | a value or variant of an enum is gone | writers: they may still send it |
//! | a number, text or list may be larger, `u64` for `u8`, `Option<T>` for `T` | readers |
//! | it may only be smaller | writers |
//! | a property has another type | both |
//! | a description changes, a type is renamed or moved within a payload | nobody |
//!
//! The test fails for a change that breaks somebody, also with `TOPICS_LOCK=update`:
//!
//! ```text
//! `Heartbeat.state` may be `"down"` in messages of the old shape, and readers now refuse that
//! ```
//!
//! To break them on purpose, delete the payload from `topics.schemas.json` and update. `topics diff` reports the same for two
//! versions of the files, and `topics export asyncapi` puts the schemas into its document.
//!
//! # Limits
//!
//! - The macro does not see what a type holds, so the test refuses the change, not the compiler.
//! - A schema says what `serde` reads and writes as JSON. Other codecs agree on most of it, but formats without
//!   names of properties, such as Postcard, break whenever properties change their order or number.
//! - `schemars` must describe what `serde` does: a hand-written `Serialize` needs a hand-written `JsonSchema`.
//! - A writer is assumed to send the properties of its schema, and no others.
//! - What is read (`read` in the file) and what is written (`written`) are recorded apart where they differ, as under
//!   `#[serde(default)]` and `skip_serializing_if`.
//! - `not`, `if`, `dependentRequired` and the like are compared by their text. If it differs, the change counts as breaking,
//!   and the message says that they cannot be compared.
//! - Renaming a payload type breaks the lock, whatever its shape.
