//! By which template a hierarchy reads a topic, worked out by trying all of them.

use topics::{PlaceholderKind, Template, TemplateSegment};

/// The template that a hierarchy reads the topic by, or the one whose type refuses it, or nothing.
///
/// It knows the types `u8` and `bool`.
///
/// # Errors
///
/// If no template takes the topic: the most specific of those that match it, if any does.
///
/// # Panics
///
/// If of the templates that take the topic none is the most specific, so the hierarchy is ambiguous.
pub fn template_of(
    templates: impl IntoIterator<Item = Template<'static>>,
    topic: &str,
) -> Result<Template<'static>, Option<Template<'static>>> {
    let segments: Vec<&str> = topic.split('.').collect();
    let (mut taking, mut matching) = (Vec::new(), Vec::new());
    for template in templates {
        if let Some(takes) = tried(&template, &segments) {
            matching.push(template);
            taking.extend(takes.then_some(template));
        }
    }
    if !taking.is_empty() {
        return Ok(the_most_specific(&taking, topic));
    }
    Err((!matching.is_empty()).then(|| the_most_specific(&matching, topic)))
}

/// Whether a template matches a topic, and whether the placeholders' types and values take the parameters.
fn tried(template: &Template<'_>, topic: &[&str]) -> Option<bool> {
    let mut takes = true;
    let mut rest = topic.iter();
    for segment in template.segments() {
        let text = *rest.next()?;
        match segment {
            TemplateSegment::Literal(literal) if literal != text => return None,
            TemplateSegment::Literal(_) => {}
            TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
                PlaceholderKind::Closed(values) => {
                    let former = values.former().map(|(_, former)| former);
                    takes &= values.clone().chain(former).any(|value| value == text);
                }
                PlaceholderKind::Typed("u8") => {
                    // `07` is not the text of a number.
                    takes &= text
                        .parse::<u8>()
                        .is_ok_and(|number| number.to_string() == text);
                }
                PlaceholderKind::Typed("bool") => takes &= text.parse::<bool>().is_ok(),
                PlaceholderKind::Typed(of) => panic!("a type {of}"),
                PlaceholderKind::Tail => return Some(takes),
                _ => {}
            },
        }
    }
    rest.next().is_none().then_some(takes)
}

/// Those that no other one is more specific than.
fn most_specific(templates: &[Template<'static>]) -> Vec<Template<'static>> {
    let is_shadowed = |one: &Template<'_>| {
        let mut others = templates.iter();
        others.any(|other| one.covers(other) && !other.covers(one))
    };
    let all = templates.iter().copied();
    all.filter(|one| !is_shadowed(one)).collect()
}

/// What a template is found by, of which there is but one.
fn the_most_specific(templates: &[Template<'static>], topic: &str) -> Template<'static> {
    match &most_specific(templates)[..] {
        [one] => *one,
        several => panic!("{several:?} for {topic}"),
    }
}
