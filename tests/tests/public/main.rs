//! Hierarchies of public systems, which nobody can change: each can be declared, reads its names, and refuses
//! what is none.
//!
//! Those of MQTT are written as a NATS server maps them, a dot for each `/` and `/` for an empty level. What they
//! are is said in the documentation of each system, which the files name; the declarations are our own.

#![allow(clippy::doc_markdown, reason = "the docs name products")]

mod aws_jobs;
mod aws_shadows;
mod azure_hub;
mod chirpstack;
mod debezium;
mod frigate;
mod home_assistant;
mod homie;
mod jetstream;
mod meshtastic;
mod mosquitto;
mod nats_services;
mod nats_system;
mod owntracks;
mod shelly;
mod sparkplug;
mod tasmota;
mod the_things_stack;
mod thin_edge;
mod wasmcloud;
mod zigbee2mqtt;

use topics::{Hierarchy, Topic};

/// Holds a hierarchy to the names that it must read, at least one of each template, and to those it must refuse.
fn check<H: Hierarchy>(read: &[&str], refused: &[&str]) {
    let patterns = H::patterns();
    let mut missing = H::TEMPLATES.to_vec();
    for name in read {
        let topic = H::parse_from(name).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(topic.name(), *name);
        missing.retain(|template| *template != topic.template());
        let taking = patterns.iter().filter(|pattern| pattern.matches(name));
        assert_eq!(taking.count(), 1, "{name}");
    }
    assert!(missing.is_empty(), "no name is of {missing:?}");
    assert_eq!(H::missed_by(&patterns).next(), None);
    for name in refused {
        if let Ok(topic) = H::parse_from(name) {
            panic!("`{name}` is `{topic}` of `{}`", topic.template());
        }
    }
}
