//! What looks wrong with a former name and is right.
#![deny(warnings, missing_docs)]
#![no_implicit_prelude]

/// Names.
pub mod names {
    ::topics::topics! {
        /// Topics.
        pub enum BusTopic;

        /// Doc comments and attributes, in any order.
        #[was("old.<type>.it's.1.2")]
        #[allow(missing_docs)]
        new.<r#type>;
        /// A trailing comma, a raw string.
        #[was(r"C:\.<id>",)]
        drives.<id>;
        /// A former name of another line that is more specific.
        #[was("new.first")]
        first;
        /// Where two of different lines overlap, a third settles it.
        #[was("a.<x>.c")]
        left.<x>;
        /// The other.
        #[was("a.b.<y>")]
        right.<y>;
        /// The settler.
        a.b.c;
        #[cfg(any())]
        #[was("no.where")]
        nowhere;
    }
}

fn main() {
    use ::std::{assert, assert_eq, matches};
    use names::BusTopic;

    assert!(matches!(BusTopic::parse("new.first"), ::core::result::Result::Ok(BusTopic::First(_))));
    assert!(matches!(BusTopic::parse("a.b.c"), ::core::result::Result::Ok(BusTopic::ABC(_))));
    assert!(BusTopic::parse("old.x.it's.1.2").is_ok());
    assert!(BusTopic::parse("no.where").is_err());
    assert_eq!(BusTopic::FORMER.len(), 5);
}
