//! Changes of types of Rust, through the schemas that `schemars` makes of them.
#![cfg(feature = "schemars")]

use topics_schema::{Effect, Shapes};

/// The shape of a type, as a generated test asks for it: of any type, whether it has one or not.
macro_rules! shapes {
    ($of:ty) => {{
        #[allow(unused_imports)]
        use topics_schema::WithoutShape as _;
        let mut shapes = Shapes::default();
        if let Some(shape) = topics_schema::Probe::<$of>::shape() {
            shapes.insert("P", shape);
        }
        shapes
    }};
}

mod old {
    use schemars::JsonSchema;
    use serde::{Deserialize, Serialize};

    #[derive(JsonSchema, Serialize, Deserialize)]
    pub(super) struct Beat {
        pub(super) worker: String,
        pub(super) load: u8,
        pub(super) state: State,
        pub(super) tags: Vec<String>,
    }

    #[derive(JsonSchema, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub(super) enum State {
        Up,
        Down,
        Moved { to: String },
    }
}

mod new {
    use schemars::JsonSchema;
    use serde::{Deserialize, Serialize};

    #[derive(JsonSchema, Serialize, Deserialize)]
    pub(super) struct Defaulted {
        pub(super) worker: String,
        #[serde(default)]
        pub(super) load: u8,
        pub(super) state: super::old::State,
        pub(super) tags: Vec<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub(super) why: Option<String>,
    }

    #[derive(JsonSchema, Serialize, Deserialize)]
    pub(super) struct Wider {
        pub(super) worker: String,
        pub(super) load: u64,
        pub(super) state: super::old::State,
        pub(super) tags: Vec<String>,
    }
}

struct Opaque;

#[test]
fn a_type_without_a_schema_has_no_shape() {
    let _ = Opaque;
    assert!(shapes!(Opaque).is_empty());
    assert!(!shapes!(old::Beat).is_empty());
}

#[test]
fn a_default_is_written_and_need_not_be_read() {
    let (old, new) = (shapes!(old::Beat), shapes!(new::Defaulted));
    let changes = old.changes_to(&new, |_| true);
    let told: Vec<_> = changes.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["the shape of `P` changed, and breaks nobody: `load`, `why`"]
    );
}

#[test]
fn a_wider_integer_breaks_those_who_read_the_narrow_one() {
    let (old, new) = (shapes!(old::Beat), shapes!(new::Wider));
    let changes = old.changes_to(&new, |_| true);
    let effects: Vec<_> = changes
        .iter()
        .map(topics_schema::ShapeChange::effect)
        .collect();
    assert_eq!(effects, [Effect::BreaksReaders], "{changes:?}");
}
