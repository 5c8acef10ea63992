//! To build a topic from its parameters, checked.

use async_nats::Subject;
use fastrand::Rng;
use topics_benches::{Ids, Race, Report, each};
use zenoh_keyexpr::OwnedKeyExpr;
use zenoh_keyexpr::format::KeFormat;

use crate::TOPICS;
use crate::twelve::{TopologyMutation, TopologyMutationState as State};

/// The parameters of one topic.
struct Input {
    id: String,
    state: State,
    /// The state, as text that has come from elsewhere.
    state_text: String,
}

pub(crate) fn run(report: &mut Report) {
    for (kind, ids) in [("short ids", Ids::Short), ("UUIDs", Ids::Uuid)] {
        let inputs = inputs(ids);
        new_string(kind, &inputs, report);
        reused_buffer(kind, &inputs, report);
    }
}

fn inputs(ids: Ids) -> Vec<Input> {
    let mut rng = Rng::with_seed(1);
    let input = |_| {
        let state = rng.choice(State::ALL.iter().copied());
        let state = state.unwrap_or(State::Failed);
        Input {
            id: ids.next(&mut rng),
            state,
            state_text: state.as_str().to_owned(),
        }
    };
    (0..TOPICS).map(input).collect()
}

fn new_string(kind: &str, inputs: &[Input], report: &mut Report) {
    let format =
        KeFormat::noalloc_new::<2>("topology/${id:*}/mutation/${state:*}").expect("a format");
    let key_expression = |input: &Input| -> Option<OwnedKeyExpr> {
        let mut formatter = format.formatter();
        formatter
            .set("id", &input.id)
            .ok()?
            .set("state", input.state.as_str())
            .ok()?;
        formatter.build().ok()
    };
    for input in inputs {
        let expected = formatted(input);
        assert_eq!(checked(input), expected);
        assert_eq!(displayed(input), expected);
        assert_eq!(checked_from_text(input), expected);
        assert_eq!(unchecked(input), expected);
        assert_eq!(unchecked_from_text(input), expected);
        assert_eq!(formatted_from_text(input), expected);
        assert_eq!(validated(input).as_str(), expected);
        assert_eq!(
            key_expression(input).expect("it is built").as_str(),
            expected.replace('.', "/")
        );
    }

    let work = format!("build into a new `String`, {kind}");
    Race::new(work, inputs.len(), each(inputs, checked))
        .rival(
            "`with_capacity` and `push_str`, unchecked",
            each(inputs, unchecked),
        )
        .within(1.3)
        .rival("`format!`, unchecked", each(inputs, formatted))
        .within(0.6)
        .rival("`to_string` of the same topic", each(inputs, displayed))
        .rival(
            "`format!`, then async-nats' `Subject::is_valid`",
            each(inputs, validated),
        )
        .rival(
            "zenoh's key expression format",
            each(inputs, key_expression),
        )
        .run(report);

    let work = format!("the same, the closed parameter from `&str` too, {kind}");
    Race::new(work, inputs.len(), each(inputs, checked_from_text))
        .rival(
            "`with_capacity` and `push_str`, unchecked",
            each(inputs, unchecked_from_text),
        )
        .within(1.3)
        .rival("`format!`, unchecked", each(inputs, formatted_from_text))
        .within(0.6)
        .run(report);
}

fn reused_buffer(kind: &str, inputs: &[Input], report: &mut Report) {
    let mut ours = String::new();
    let mut theirs = String::new();
    for input in inputs {
        write_checked(input, &mut ours);
        push_unchecked(input, &mut theirs);
        assert_eq!(ours, theirs);
    }

    let work = format!("build by `write_to` into a reused buffer, {kind}");
    Race::new(
        work,
        inputs.len(),
        each(inputs, |input| write_checked(input, &mut ours)),
    )
    .rival(
        "`push_str`, unchecked",
        each(inputs, |input| push_unchecked(input, &mut theirs)),
    )
    .within(1.8)
    .run(report);
}

fn checked(input: &Input) -> String {
    TopologyMutation::new(input.id.as_str(), input.state)
        .expect("an id is a segment")
        .name()
        .into()
}

fn displayed(input: &Input) -> String {
    TopologyMutation::new(input.id.as_str(), input.state)
        .expect("an id is a segment")
        .to_string()
}

fn checked_from_text(input: &Input) -> String {
    let state = input.state_text.parse().expect("a state");
    TopologyMutation::new(input.id.as_str(), state)
        .expect("an id is a segment")
        .name()
        .into()
}

fn unchecked(input: &Input) -> String {
    push_all(&input.id, input.state.as_str())
}

fn unchecked_from_text(input: &Input) -> String {
    push_all(&input.id, &input.state_text)
}

#[inline]
fn push_all(id: &str, state: &str) -> String {
    let length = "topology.".len() + id.len() + ".mutation.".len() + state.len();
    let mut topic = String::with_capacity(length);
    topic.push_str("topology.");
    topic.push_str(id);
    topic.push_str(".mutation.");
    topic.push_str(state);
    topic
}

fn formatted(input: &Input) -> String {
    format!("topology.{}.mutation.{}", input.id, input.state.as_str())
}

fn formatted_from_text(input: &Input) -> String {
    format!("topology.{}.mutation.{}", input.id, input.state_text)
}

fn validated(input: &Input) -> Subject {
    let subject = Subject::from(formatted(input));
    assert!(subject.is_valid());
    subject
}

fn write_checked(input: &Input, buffer: &mut String) {
    buffer.clear();
    TopologyMutation::new(input.id.as_str(), input.state)
        .expect("an id is a segment")
        .write_to(buffer);
}

fn push_unchecked(input: &Input, buffer: &mut String) {
    buffer.clear();
    buffer.push_str("topology.");
    buffer.push_str(&input.id);
    buffer.push_str(".mutation.");
    buffer.push_str(input.state.as_str());
}
