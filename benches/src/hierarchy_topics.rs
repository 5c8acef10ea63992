//! Topics of a hierarchy, known and unknown, made at random from its templates.

use fastrand::Rng;
use topics::{PlaceholderKind, Template, TemplateSegment};

/// What stands in a plain placeholder.
#[derive(Clone, Copy)]
pub enum Ids {
    /// Such as `t-17`.
    Short,
    /// Of 36 characters.
    Uuid,
    /// Either, as often.
    Both,
}

impl Ids {
    /// The next one.
    pub fn next(self, rng: &mut Rng) -> String {
        match self {
            Self::Short => {
                let kind = rng
                    .choice(["t", "web", "db", "edge", "lab"])
                    .unwrap_or_default();
                format!("{kind}-{}", rng.u16(..1_000))
            }
            Self::Uuid => {
                let hex = format!("{:032x}", rng.u128(..));
                let (time, node) = (&hex[..8], &hex[20..]);
                format!(
                    "{time}-{}-4{}-a{}-{node}",
                    &hex[8..12],
                    &hex[13..16],
                    &hex[17..20]
                )
            }
            Self::Both if rng.bool() => Self::Short.next(rng),
            Self::Both => Self::Uuid.next(rng),
        }
    }
}

/// Topics of these templates, each as often.
#[must_use]
pub fn known(templates: &[Template<'_>], count: usize, rng: &mut Rng) -> Vec<String> {
    (0..count)
        .filter_map(|_| Some(topic(rng.choice(templates)?, rng)))
        .collect()
}

/// Topics of none of these templates: one literal segment is misspelt, or there is one segment too many.
///
/// Which values a closed placeholder takes makes no difference here, since not every peer knows that.
#[must_use]
pub fn unknown(templates: &[Template<'_>], count: usize, rng: &mut Rng) -> Vec<String> {
    let patterns: Vec<_> = templates.iter().map(Template::pattern).collect();
    let mut unknown = Vec::with_capacity(count);
    while unknown.len() < count {
        let Some(mut text) = rng.choice(templates).map(|template| topic(template, rng)) else {
            break;
        };
        if rng.bool() {
            text.push_str(".again");
        } else {
            let segments: Vec<_> = text.split('.').collect();
            let segment = segments[rng.usize(..segments.len())];
            text = text.replacen(segment, &format!("{segment}s"), 1);
        }
        if !patterns.iter().any(|pattern| pattern.matches(&text)) {
            unknown.push(text);
        }
    }
    unknown
}

/// Topics of these templates, shuffled; one in twenty is unknown.
#[must_use]
pub fn mixed(templates: &[Template<'_>], count: usize, rng: &mut Rng) -> Vec<String> {
    let mut topics = unknown(templates, count / 20, rng);
    topics.extend(known(templates, count - topics.len(), rng));
    rng.shuffle(&mut topics);
    topics
}

fn topic(template: &Template<'_>, rng: &mut Rng) -> String {
    let segments = template.segments().map(|segment| match segment {
        TemplateSegment::Literal(text) => text.to_string(),
        TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
            PlaceholderKind::Typed(_) => rng.u16(..).to_string(),
            PlaceholderKind::Closed(values) => rng
                .choice(values.clone().collect::<Vec<_>>())
                .unwrap_or_default()
                .to_owned(),
            PlaceholderKind::Tail => {
                let tail: Vec<_> = (0..rng.u8(1..4)).map(|_| Ids::Short.next(rng)).collect();
                tail.join(".")
            }
            _ => Ids::Both.next(rng),
        },
    });
    segments.collect::<Vec<_>>().join(".")
}
