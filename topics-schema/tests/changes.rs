//! Which changes of a shape break readers and which break writers.

use serde_json::{Value, json};
use topics_schema::{Effect, Shape, Shapes};

fn shapes(schema: &Value) -> Shapes {
    let mut shapes = Shapes::default();
    shapes.insert("P", Shape::new(schema.clone(), schema.clone()));
    shapes
}

/// What is told of a change from one schema to another.
fn told(old: &Value, new: &Value) -> Vec<(Effect, String)> {
    let changes = shapes(old).changes_to(&shapes(new), |_| true);
    let told = changes
        .iter()
        .map(|change| (change.effect(), change.to_string()));
    told.collect()
}

/// The effects, each once.
fn effects(old: &Value, new: &Value) -> Vec<Effect> {
    let mut effects: Vec<_> = told(old, new)
        .into_iter()
        .map(|(effect, _)| effect)
        .collect();
    effects.dedup();
    effects
}

#[expect(clippy::needless_pass_by_value, reason = "made where it is passed")]
fn object(properties: Value, required: &[&str]) -> Value {
    json!({ "type": "object", "properties": properties, "required": required })
}

/// What is said if the first becomes the second, and if the second becomes the first.
#[track_caller]
fn holds(one: &Value, other: &Value, there: &[Effect], back: &[Effect]) {
    assert_eq!(
        effects(one, other),
        there,
        "{one} to {other}: {:?}",
        told(one, other)
    );
    assert_eq!(
        effects(other, one),
        back,
        "{other} to {one}: {:?}",
        told(other, one)
    );
}

const READERS: Effect = Effect::BreaksReaders;
const WRITERS: Effect = Effect::BreaksWriters;

#[test]
fn a_property_may_come_and_go_unless_it_is_required() {
    let none = object(json!({}), &[]);
    let optional = object(json!({ "x": { "type": "string" } }), &[]);
    let required = object(json!({ "x": { "type": "string" } }), &["x"]);
    holds(&none, &optional, &[Effect::Adds], &[Effect::Adds]);
    holds(&none, &required, &[WRITERS], &[READERS]);
    holds(&optional, &required, &[WRITERS], &[READERS]);
    let closed = json!({ "type": "object", "additionalProperties": false });
    holds(&closed, &optional, &[READERS], &[WRITERS]);
    assert_eq!(
        told(&none, &required),
        [(
            WRITERS,
            "`P.x` may be missing in messages of the old shape, and readers now refuse that"
                .to_owned()
        )]
    );
}

#[test]
fn a_value_of_an_enum_breaks_readers_when_it_comes_and_writers_when_it_goes() {
    let two = object(
        json!({ "s": { "type": "string", "enum": ["a", "b"] } }),
        &["s"],
    );
    let three = object(
        json!({ "s": { "type": "string", "enum": ["a", "b", "c"] } }),
        &["s"],
    );
    holds(&two, &three, &[READERS], &[WRITERS]);
    assert_eq!(
        told(&two, &three)[0].1,
        "`P.s` may be `\"c\"` now, and readers of the old shape refuse that"
    );
    // Documented variants are written one by one.
    let documented = object(
        json!({ "s": { "oneOf": [{ "const": "a" }, { "const": "b", "description": "why" }] } }),
        &["s"],
    );
    assert_eq!(effects(&two, &documented), [Effect::Adds]);
    let any = object(json!({ "s": { "type": "string" } }), &["s"]);
    holds(&two, &any, &[READERS], &[WRITERS]);
}

#[test]
fn another_type_breaks_both_unless_one_has_all_values_of_the_other() {
    let of = |schema: Value| object(json!({ "n": schema }), &["n"]);
    let string = of(json!({ "type": "string" }));
    let [int, float] = ["int64", "double"].map(|format| {
        let of_type = if format == "double" {
            "number"
        } else {
            "integer"
        };
        of(json!({ "type": of_type, "format": format }))
    });
    holds(&string, &int, &[READERS, WRITERS], &[READERS, WRITERS]);
    holds(&int, &float, &[READERS], &[WRITERS]);
    let byte = of(json!({ "type": "integer", "format": "uint8", "minimum": 0, "maximum": 255 }));
    let word = of(json!({ "type": "integer", "format": "uint32", "minimum": 0 }));
    holds(&byte, &word, &[READERS], &[WRITERS]);
    holds(&byte, &int, &[READERS], &[WRITERS]);
    assert_eq!(
        told(&byte, &word)[0].1,
        "`P.n` may be above 255 now, and readers of the old shape refuse that"
    );
    let optional = of(json!({ "type": ["string", "null"] }));
    holds(&string, &optional, &[READERS], &[WRITERS]);
    let uuid = of(json!({ "type": "string", "format": "uuid" }));
    holds(&uuid, &string, &[READERS], &[WRITERS]);
}

#[test]
fn the_variants_of_an_enum_are_told_apart() {
    let tagged = |names: &[&str], of: &str| {
        let variants: Vec<_> = names
            .iter()
            .map(|name| {
                object(
                    json!({ "type": { "const": name }, "of": { "type": of } }),
                    &["type", "of"],
                )
            })
            .collect();
        json!({ "oneOf": variants })
    };
    let (one, two) = (tagged(&["A"], "string"), tagged(&["A", "B"], "string"));
    holds(&one, &two, &[READERS], &[WRITERS]);
    assert_eq!(
        told(&one, &two)[0].1,
        "`P` may be an object with `type` \"B\" now, and readers of the old shape refuse that"
    );
    let retyped = told(&two, &tagged(&["A", "B"], "boolean"));
    assert_eq!(retyped.len(), 2);
    assert_eq!(
        retyped[0].1,
        "`P.of` may be a boolean now, and readers of the old shape refuse that"
    );
    let outside = |names: &[&str]| {
        let variants: Vec<_> = names
            .iter()
            .map(|name| {
                json!({ "type": "object", "properties": { *name: { "type": "string" } },
                        "required": [name], "additionalProperties": false })
            })
            .collect();
        json!({ "oneOf": variants })
    };
    let added = told(&outside(&["A"]), &outside(&["A", "B"]));
    assert_eq!(
        added,
        [(
            READERS,
            "`P` may be an object with `B` now, and readers of the old shape refuse that"
                .to_owned()
        )]
    );
}

#[test]
fn lists_maps_and_tuples_are_compared_by_what_is_in_them() {
    let list = |of: &str| json!({ "type": "array", "items": { "type": of } });
    holds(
        &list("string"),
        &list("boolean"),
        &[READERS, WRITERS],
        &[READERS, WRITERS],
    );
    assert!(
        told(&list("string"), &list("boolean"))[0]
            .1
            .starts_with("`P[]` may be a boolean")
    );
    let map = |of: &str| json!({ "type": "object", "additionalProperties": { "type": of } });
    holds(
        &map("string"),
        &map("boolean"),
        &[READERS, WRITERS],
        &[READERS, WRITERS],
    );
    let pair = |second: &str| json!({ "type": "array", "items": [{ "type": "string" }, { "type": second }], "minItems": 2, "maxItems": 2 });
    assert!(
        told(&pair("string"), &pair("boolean"))[0]
            .1
            .starts_with("`P[1]` may be a boolean")
    );
    holds(&pair("string"), &list("string"), &[READERS], &[WRITERS]);
}

#[test]
fn references_and_types_that_contain_themselves_are_followed() {
    let tree = |of: &str| {
        json!({
            "$ref": "#/definitions/Node",
            "definitions": { "Node": object(json!({
                "value": { "type": of },
                "next": { "anyOf": [{ "$ref": "#/definitions/Node" }, { "type": "null" }] },
            }), &["value"]) },
        })
    };
    assert_eq!(effects(&tree("string"), &tree("string")), []);
    holds(
        &tree("string"),
        &tree("boolean"),
        &[READERS, WRITERS],
        &[READERS, WRITERS],
    );
    // A circle of nothing but references, and one that is nowhere.
    let circle = json!({ "$ref": "#" });
    assert_eq!(effects(&circle, &circle), []);
    let nowhere = json!({ "$ref": "#/definitions/Gone" });
    assert!(!effects(&nowhere, &json!({ "type": "string" })).is_empty());
}

#[test]
fn what_is_said_about_a_schema_changes_nothing() {
    let plain = object(
        json!({ "x": { "type": "string" }, "y": { "type": "string" } }),
        &["x", "y"],
    );
    let mut documented = plain.clone();
    documented["description"] = "why".into();
    documented["properties"]["x"]["title"] = "X".into();
    documented["required"] = json!(["y", "x"]);
    holds(&plain, &documented, &[Effect::Rewords], &[Effect::Rewords]);
}

#[test]
fn what_cannot_be_compared_is_told_as_that() {
    let any = json!({ "type": "string" });
    let restricted = json!({ "type": "string", "not": { "const": "a" } });
    assert_eq!(
        told(&any, &restricted),
        [
            (
                WRITERS,
                "`P` may differ by `not`, which cannot be compared, in messages of the old shape, and readers now \
                 refuse that"
                    .to_owned()
            ),
        ]
    );
    assert_eq!(effects(&restricted, &restricted), []);
}

#[test]
fn a_payload_that_lost_its_shape_breaks_if_it_is_in_use() {
    let (old, new) = (shapes(&json!({ "type": "string" })), Shapes::default());
    assert_eq!(
        old.changes_to(&new, |_| true)[0].effect(),
        Effect::BreaksBoth
    );
    assert_eq!(old.changes_to(&new, |_| false)[0].effect(), Effect::Rewords);
    assert_eq!(new.changes_to(&old, |_| true)[0].effect(), Effect::Adds);
}

#[test]
fn a_file_is_read_as_it_was_written() {
    let mut shapes = shapes(&json!({ "type": "string" }));
    let [read, written] = ["string", "null"].map(|of| json!({ "type": of }));
    shapes.insert("a::Q", Shape::new(read, written));
    assert_eq!(Shapes::parse(&shapes.to_string()).expect("shapes"), shapes);
    assert!(shapes.get("Q").is_some() && shapes.get("b::Q").is_none());
    for text in ["[]", "{", r#"{ "read": [] }"#, "1"] {
        assert!(Shapes::parse(text).is_err(), "{text}");
    }
    assert!(Shapes::parse("").expect("none").is_empty());
}
