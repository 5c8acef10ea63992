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
//! A line's struct reads its own topics only. A name that another line wins is an error, which names that line:
//!
//! ```
//! use topics::ParseErrorKind;
//!
//! topics::topics! {
//!     system.bus.health;
//!     system.<worker>.health as WorkerHealth;
//! }
//!
//! assert!(WorkerHealth::parse("system.mutator.health").is_ok());
//! let error = WorkerHealth::parse("system.bus.health").unwrap_err();
//! assert!(matches!(error.kind(), ParseErrorKind::OfAnotherLine { owner, .. } if owner == SystemBusHealth::TEMPLATE));
//! assert_eq!(
//!     error.to_string(),
//!     "`system.bus.health` is a topic of `system.bus.health`, which wins over `system.<worker>.health`",
//! );
//! ```
//!
//! So a subscriber of one line never decodes the payload of another: `system.*.health` delivers both, and a
//! program that handles one line ignores this error. A struct that derives `Topic` knows of no other lines; an enum that
//! wraps it does.
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
//! | `<region: Region>` | any segment, since the macro cannot see the type; in an enum that wraps topics, what the type [tells of its texts](crate::SegmentValue::TEXTS) |
//!
//! So `site.<floor: Floor>.lift` and `site.bms.<path..>` do not compile side by side, since both match `site.bms.lift` as far as
//! the macro knows. If no `Floor` is written `bms`, say `#[first]` before `site.bms.<path..>`; it takes no topic away from the
//! other line then.
//!
//! These lines share no name:
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
