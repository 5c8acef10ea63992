//! Attributes of the enum of a placeholder, and of its values.
#![deny(missing_docs)]

/// Derives nothing.
macro_rules! declare {
    ($($tokens:tt)*) => {
        topics::topics! {
            /// Every topic.
            pub enum BusTopic;
            $($tokens)*
        }
    };
}

declare! {
    order.<id>.<
        /// How far an order is.
        #[derive(Default)]
        #[must_use]
        state:
        #[default] placed
        | /// The money is there.
        paid
        | #[doc(alias = "gone")] "lost/found"
    >;
    parts.<#[repr(u8)] kind: wheel | #[allow(dead_code)] door> {
        ordered;
        built;
    }
}

fn main() {
    assert_eq!(OrderState::default(), OrderState::Placed);
    assert_eq!(OrderState::LostFound.to_string(), "lost/found");
    assert_eq!(PartsBuiltKind::Door as u8, PartsOrderedKind::Door as u8);
    assert!(OrderState::Placed < OrderState::Paid);
    assert!(BusTopic::parse("order.7.paid").is_ok());
}
