//! A crate that denies what it can.
#![deny(missing_docs, unused, warnings, future_incompatible, nonstandard_style)]
#![deny(unreachable_pub, missing_debug_implementations, unused_qualifications, unused_lifetimes)]
#![deny(elided_lifetimes_in_paths, trivial_casts, variant_size_differences)]
#![deny(explicit_outlives_requirements, let_underscore_drop, unsafe_code, unused_results)]

pub mod bus {
    //! The topics.

    topics::topics! {
        /// Every topic.
        pub enum BusTopic;

        /// The state changed.
        topology.<id>.<state: applied | failed> => u8;
        metrics.<shard: u16>;
        attacker.<rest..>;
        system.log;
        decky.<id>.<n: u8> {
            state;
        }
    }
}

mod nothing {
    topics::topics! {
        enum Nothing;

        #[cfg(any())]
        system.log;
    }

    pub(crate) fn check() {
        assert!(Nothing::parse("system.log").is_err());
    }
}

mod unused {
    topics::topics! {
        enum Unused;

        topology.<id>.<state: applied | failed> => u8;
        metrics.<shard: u16>;
        attacker.<rest..>;
        system.log;
    }
}

fn main() {
    assert!(bus::BusTopic::parse("system.log").is_ok());
    nothing::check();
}
