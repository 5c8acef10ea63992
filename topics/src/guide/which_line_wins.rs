//! Which line a name belongs to when several match.
//!
//! Each name belongs to one line, whatever the order of the lines:
//!
//! 1. The more specific template wins. A template is more specific than another if it matches only some of the
//!    names that the other matches: `system.bus.health` wins over `system.<worker>.health`.
//! 2. If two templates share names and neither is more specific, the line with `#[first]` wins.
//! 3. If neither line says `#[first]`, or both do, the declaration does not compile, unless other lines win all
//!    the names that the two share.
//!
//! ```
//! topics::topics! {
//!     pub enum Homie;
//!
//!     <domain>.5.<device>.<node>.<property> as Property;
//!     #[first]
//!     <domain>.5.$broadcast.<sub..> as Broadcast;
//! }
//!
//! let topic = Homie::parse("home.5.$broadcast.alert.fire")?;
//! assert!(matches!(topic, Homie::Broadcast(_)));
//! # Ok::<(), topics::ParseError>(())
//! ```
//!
//! `#[first]` before a group applies to each line in it. In the derives, write it as an option of the attribute:
//! `#[topic("…", first)]`. It applies to the former names of the line too. Two lines with the same shape, such as
//! `a.<x>` and `a.<y>`, never compile. Neither do lines that win over each other in a circle.
//!
//! # What a placeholder takes
//!
//! A placeholder counts as the texts that it can have, as far as they are known:
//!
//! | placeholder | counts as |
//! | --- | --- |
//! | `<id>` | any segment |
//! | `<state: a \| b>` | its values |
//! | `<id: u64>`, `<on: bool>` | the texts of the primitive type |
//! | `<region: Region>` | any segment; in an enum that wraps topics, the type's [`TEXTS`](crate::SegmentValue::TEXTS) |
//!
//! So these lines share no name:
//!
//! ```
//! topics::topics! {
//!     pub enum Shop;
//!
//!     order.<id: u64>.paid;
//!     order.stats.<kind>;
//! }
//!
//! assert!(matches!(Shop::parse("order.stats.paid")?, Shop::OrderStats(_)));
//! # Ok::<(), topics::ParseError>(())
//! ```
//!
//! The macro knows types by their names. If a type of yours is named `u64`, `parse` is still right: when a
//! type refuses a text, the next line that matches is tried.
//!
//! # Asking at run time
//!
//! The docs of each generated type say which lines win over it. [`Hierarchy::more_specific_than`] and
//! [`less_specific_than`](crate::Hierarchy::less_specific_than) list them, and
//! [`FIRST`](crate::Hierarchy::FIRST) lists the templates that say `#[first]`.
//!
//! [`Hierarchy::more_specific_than`]: crate::Hierarchy::more_specific_than
