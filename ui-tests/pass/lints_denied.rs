//! Macros that trip no lint, be it one that nobody denies by default.
#![allow(unknown_lints)]
#![deny(absolute_paths_not_starting_with_crate)]
#![deny(ambiguous_negative_literals)]
#![deny(deprecated_in_future)]
#![deny(deprecated_safe_2024)]
#![deny(edition_2024_expr_fragment_specifier)]
#![deny(elided_lifetimes_in_paths)]
#![deny(explicit_outlives_requirements)]
#![deny(ffi_unwind_calls)]
#![deny(if_let_rescope)]
#![deny(impl_trait_overcaptures)]
#![deny(impl_trait_redundant_captures)]
#![deny(keyword_idents_2018)]
#![deny(keyword_idents_2024)]
#![deny(let_underscore_drop)]
#![deny(macro_use_extern_crate)]
#![deny(meta_variable_misuse)]
#![deny(missing_copy_implementations)]
#![deny(missing_debug_implementations)]
#![deny(missing_docs)]
#![deny(missing_unsafe_on_extern)]
#![deny(non_ascii_idents)]
#![deny(redundant_imports)]
#![deny(redundant_lifetimes)]
#![deny(rust_2021_incompatible_closure_captures)]
#![deny(rust_2021_incompatible_or_patterns)]
#![deny(rust_2021_prefixes_incompatible_syntax)]
#![deny(rust_2021_prelude_collisions)]
#![deny(rust_2024_guarded_string_incompatible_syntax)]
#![deny(rust_2024_incompatible_pat)]
#![deny(rust_2024_prelude_collisions)]
#![deny(single_use_lifetimes)]
#![deny(tail_expr_drop_order)]
#![deny(trivial_casts)]
#![deny(trivial_numeric_casts)]
#![deny(unit_bindings)]
#![deny(unnameable_types)]
#![deny(unreachable_pub)]
#![deny(unsafe_code)]
#![deny(unsafe_op_in_unsafe_fn)]
#![deny(unused_extern_crates)]
#![deny(unused_import_braces)]
#![deny(unused_lifetimes)]
#![deny(unused_macro_rules)]
#![deny(unused_qualifications)]
#![deny(unused_results)]
#![deny(variant_size_differences)]
#![deny(warnings, unused, future_incompatible, nonstandard_style)]

/// Declarations, derives and literals of all kinds.
pub mod bus {
    //! The topics.
    use topics::{Segment, SegmentValue, Tail, Topic, Topics};

    topics::topics! {
        /// Every topic.
        #[messages]
        pub enum BusTopic;

        /// The state changed.
        topology.<id>.<state: applied | failed> => u8;
        metrics.<shard: u16>;
        attacker.<rest..>;
        system.log => u8 -> u16;
        system.<worker>.health as WorkerHealth;

        decky.<id>.<n: u8> {
            #[was("old.<n>.<id>")]
            state;
        }
        region.<region: Region> as OfRegion => Vec<u8>;
        #[cfg(any())]
        nothing;
        hop.<id: Id>.<of: Region>;
        alone.<of: Region>;

        system.<rest..> as Rest;
        z.<gen>.<async>;
    }

    /// D.
    #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Region {
        /// A.
        A,
        /// B.
        B,
    }

    /// D.
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Id(Segment<'static>);
    /// D.
    #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub struct N {
        /// n
        pub n: u32,
    }
    /// D.
    #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub struct G<T>(pub T);

    /// D.
    #[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("own.<region>.<id>.<rest..>", payload = u8, reply = u16)]
    #[was("was.<region>.<id>.<rest..>")]
    pub struct Own<'a> {
        /// r
        pub region: Region,
        /// i
        pub id: Segment<'a>,
        /// t
        pub rest: Tail<'a>,
    }
    /// D.
    #[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("owned.<region>.<id>")]
    pub struct Owned {
        /// r
        pub region: Region,
        /// i
        pub id: Segment<'static>,
    }
    /// D.
    #[derive(Topic, Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[topic("unit.x")]
    pub struct Unit;
    /// D.
    #[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("generic.<of>")]
    pub struct Generic<T: Clone> {
        /// r
        pub of: T,
    }
    /// D.
    #[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Any<'a> {
        /// a
        Own(Own<'a>),
        /// a
        Owned(Owned),
        /// a
        Health(WorkerHealth<'a>),
        /// v
        #[topic("v.<id>.<n>")]
        #[was("w.<id>.<n>")]
        V {
            /// i
            id: Segment<'a>,
            /// n
            n: Region,
        },
        /// u
        #[topic("u")]
        U,
    }
    /// D.
    #[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
    pub enum NoLifetime {
        /// a
        Owned(Owned),
        /// a
        Unit(Unit),
        /// v
        #[topic("v.<n>")]
        V {
            /// n
            n: Region,
        },
    }
    /// D.
    #[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
    pub enum OnlyFields<'b> {
        /// v
        #[topic("v.<n>")]
        V {
            /// n
            n: Segment<'b>,
        },
    }
    /// f
    pub fn f(id: &str) -> bool {
        let p = topics::pattern!(BusTopic, "system.*.health");
        let q = topics::pattern!("a.*");
        let t = topics::topic!(BusTopic, "system.log");
        let s = topics::segment!("a");
        let c = topics::pattern!(BusTopic, "topology.{id}.>").is_ok();
        let d = topics::pattern!("{id}.a.>").is_ok();
        let l = topics::pattern!(Any<'_>, "own.*.>");
        p.matches("x") && q.matches("x") && t == "a" && s == "a" && c && d && l.matches("y")
    }
}
/// Without text.
pub mod plain {
    topics::topics! {
        a.b;
        c.<n: u8>;
        d.<x: e | f>;
    }
    /// f
    pub fn f() {
        topics::topics! { x; y.<z>; }
        let _x = (X::parse("x"), Y::new("x"));
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
    nothing::check();
    assert!(bus::BusTopic::parse("system.log").is_ok());
    assert!(!bus::f("x"));
    plain::f();
}
