//! A large declaration under every lint that a strict project may deny: what is generated is clean.
//!
//! The list is longer than that of this workspace. An `allow` in this file would defeat its purpose.
#![deny(
    warnings,
    future_incompatible,
    keyword_idents,
    let_underscore,
    nonstandard_style,
    refining_impl_trait,
    rust_2018_compatibility,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    unused,
    ambiguous_negative_literals,
    deprecated_in_future,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    impl_trait_redundant_captures,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unsafe_code,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences,
    clippy::all,
    clippy::pedantic,
    clippy::absolute_paths,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::clone_on_ref_ptr,
    clippy::else_if_without_else,
    clippy::expect_used,
    clippy::impl_trait_in_params,
    clippy::indexing_slicing,
    clippy::missing_const_for_fn,
    clippy::missing_docs_in_private_items,
    clippy::missing_errors_doc,
    clippy::missing_inline_in_public_items,
    clippy::missing_trait_methods,
    clippy::multiple_inherent_impl,
    clippy::option_if_let_else,
    clippy::panic,
    clippy::pattern_type_mismatch,
    clippy::ref_patterns,
    clippy::redundant_pub_crate,
    clippy::same_name_method,
    clippy::shadow_reuse,
    clippy::shadow_same,
    clippy::shadow_unrelated,
    clippy::single_char_lifetime_names,
    clippy::str_to_string,
    clippy::unwrap_used,
    clippy::use_self,
    clippy::wildcard_enum_match_arm
)]

use std::error::Error;
use std::num::NonZero;

use topics::{Segment, SegmentValue};
use uuid::Uuid;

/// Where something is.
#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "kebab-case")]
pub enum Region {
    /// `eu-west`
    EuWest,
    /// `us`
    #[segment(rename = "us")]
    UnitedStates,
}

/// The number of a shard.
#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shard(u16);

/// Anything, with a tag.
#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tagged<T> {
    /// What is tagged.
    of: T,
}

/// What a worker says of itself.
#[derive(Clone, Copy, Debug)]
pub struct Heartbeat;

/// A module that can be reached from the outside.
pub mod public {
    use super::{Heartbeat, NonZero, Region, Segment, Shard, Tagged, Uuid};

    topics::topics! {
        /// Every kind of line, with and without words about it.
        pub enum BusTopic;

        /// Log records.
        system.log;
        system.undocumented;
        system.bus.health => Heartbeat;
        system.<worker>.health as WorkerHealth => Heartbeat;
        system.<worker: cron | queue>.health as CoreHealth => Option<Vec<Heartbeat>>;

        /// Mutations of a topology.
        ///
        /// # Rules
        ///
        /// With a list:
        ///
        /// - and `code`
        topology.<id> {
            /// A queued change moved on.
            mutation.<state: enqueued | applying | applied | failed>;
            status;
            node.<node>.port.<port: u16>.<up: bool>;
        }

        metrics.<region: Region>.<shard: Shard>.<value: i64>;
        metrics.text.<of: Segment<'static>>;
        metrics.tagged.<tagged: Tagged<Tagged<u8>>>;
        #[first]
        metrics.nonzero.<number: NonZero<u32>>.<session: Uuid>;

        attacker.<rest..>;
        attacker.<id>.<rest..> as AttackerOf;
        attacker.observed;

        audit.<r#type>.<r#match: on | off>.<r#fn: u8>;
        $SYS."ACCOUNT/1".10.0.<private>;
        seven.<a>.<b: u8>.<c: x | y>.<d>.<e: bool>.<f: Uuid>.<g..>;

        #[deprecated = "use `topology.<id>.status`"]
        topology_old.<id>.<old: yes | no>.<number: u8>;
        #[deprecated]
        /// No longer sent.
        topology_gone;

        #[cfg(all())]
        conditional.<id>;
        #[cfg(any())]
        conditional.<id>.gone => NoSuchType;
    }
}

/// A declaration whose topics borrow nothing.
pub mod copied {
    topics::topics! {
        /// Without text.
        pub enum LightTopic;

        /// What it shows.
        light.<colour: red | green>;
        light.<number: u8>.<on: bool> as LightNumber;
        light.off;
    }
}

mod restricted {
    topics::topics! {
        pub(crate) enum InternalTopic;

        internal.<id>.<state: on | off>.<number: u8>.<rest..>;
        internal as InternalUnit;
    }
}

mod private {
    topics::topics! {
        enum UnusedTopic;

        unused.<id>.<state: on | off>.<number: u8>.<rest..>;
        unused as UnusedUnit;
    }
}

#[test]
fn each_declaration_works_as_any_other() -> Result<(), Box<dyn Error>> {
    for text in [
        "system.log",
        "system.cron.health",
        "topology.t.node.n.port.80.true",
        "metrics.eu-west.7.-1",
        "metrics.tagged.7",
        "attacker.x.y.z",
        "audit.x.off.7",
        "$SYS.ACCOUNT/1.10.0.x",
        "seven.a.1.x.d.true.67e55044-10b1-426f-9247-bb680e5fe0c8.g.g",
        "topology_old.x.no.1",
        "conditional.x",
    ] {
        assert_eq!(public::BusTopic::parse(text)?.to_string(), text);
    }
    assert_eq!(
        copied::LightTopic::parse("light.7.true")?.to_string(),
        "light.7.true"
    );
    let text = "internal.x.on.7.y.z";
    assert_eq!(restricted::InternalTopic::parse(text)?.to_string(), text);
    Ok(())
}

#[test]
fn a_declaration_inside_of_a_function_is_clean_too() -> Result<(), Box<dyn Error>> {
    topics::topics! {
        local.<id>.<state: on | off>.<number: u8>.<rest..>;
        local.unit;
    }

    let topic = Local::new("x", LocalState::On, 7, "y.z")?;
    assert_eq!(AnyTopic::parse("local.x.on.7.y.z")?, topic.into());
    Ok(())
}
