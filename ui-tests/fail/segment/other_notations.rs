//! Wildcards and placeholders of other tools, each with the form that is meant.

topics::topics! {
    pub enum Bus;

    a.+.b;
    a.#;
    sport/+/score;
    device/state.on;
    a.%s.b;
    a.{id: u32};
    a.{*path};
    a.{path..}.b;
    a.${id}.b;
    a.:id.b;
    a.%{id}.b;
    a."{id}".c;
    a."{".c;
    a.<state: "{x}" | on>;
    kept.$SYS.my-topic."a/b"."+"."{{id}}";
}

#[derive(topics::Topic)]
#[topic("a.+.b")]
struct Mqtt;

#[derive(topics::Topic)]
#[topic("sport/+/#")]
struct Slashes;

#[derive(topics::Topic)]
#[topic("a.{id: u32}.${x}.:y.%s.#")]
struct Others;

#[derive(topics::Topic)]
#[topic("a.x{id}")]
struct Braces;

fn main() {
    assert_eq!(KeptSysMyTopicABId::new().to_string(), "kept.$SYS.my-topic.a/b.+.{id}");
}
