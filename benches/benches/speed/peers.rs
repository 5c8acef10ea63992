//! What is written with dots, `*` and `>` here, in the words of the peers.

use topics::{PlaceholderKind, Template, TemplateSegment};
use zenoh_keyexpr::OwnedKeyExpr;

/// A topic or pattern as a key expression: `a.*.>` is `a/*/*/**`, since `**` takes no segment as well.
pub(crate) fn key_expression(pattern: &str) -> OwnedKeyExpr {
    let text = pattern.replace('.', "/").replace('>', "*/**");
    OwnedKeyExpr::autocanonize(text).expect("a key expression")
}

/// A topic or pattern as MQTT has it: `a.*.>` is `a/+/#`, which matches `a/b` too.
pub(crate) fn mqtt(pattern: &str) -> String {
    pattern
        .replace('.', "/")
        .replace('*', "+")
        .replace('>', "#")
}

/// A template as a route: `a.<b>.<c..>` is `/a/{b}/{*c}`. A closed placeholder takes any segment there.
pub(crate) fn route(template: &Template<'_>) -> String {
    let segments = template.segments().map(|segment| match segment {
        TemplateSegment::Literal(text) => format!("/{text}"),
        TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
            PlaceholderKind::Tail => format!("/{{*{}}}", placeholder.name()),
            _ => format!("/{{{}}}", placeholder.name()),
        },
    });
    segments.collect()
}

/// What one writes first: split both, and compare segment by segment.
pub(crate) fn naive_matches(pattern: &str, topic: &str) -> bool {
    let pattern: Vec<_> = pattern.split('.').collect();
    let topic: Vec<_> = topic.split('.').collect();
    let as_long = match pattern.last() {
        Some(&">") => topic.len() >= pattern.len(),
        _ => topic.len() == pattern.len(),
    };
    let same =
        |(pattern, segment): (&&str, &&str)| matches!(*pattern, "*" | ">") || pattern == segment;
    as_long && pattern.iter().zip(&topic).all(same)
}
