//! Templates as patterns in which closed values are written out.

use topics::{Pattern, PlaceholderKind, Template, TemplateSegment};

/// No template is written out as more patterns than this; its last closed placeholders stay wildcards then.
const MOST: usize = 1024;

/// The patterns of a template: one for each value of its closed placeholders, `*` for any other placeholder.
pub(super) fn patterns(template: &Template<'_>) -> Vec<Pattern<'static>> {
    let mut texts = vec![String::new()];
    for segment in template.segments() {
        let pieces: Vec<&str> = match &segment {
            TemplateSegment::Literal(text) => vec![text],
            TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
                PlaceholderKind::Tail => vec![">"],
                PlaceholderKind::Closed(values) => values.clone().collect(),
                _ => vec!["*"],
            },
        };
        let pieces = if texts.len().saturating_mul(pieces.len()) > MOST {
            vec!["*"]
        } else {
            pieces
        };
        texts = texts
            .iter()
            .flat_map(|text| {
                pieces.iter().map(move |piece| match text.as_str() {
                    "" => (*piece).to_owned(),
                    text => format!("{text}.{piece}"),
                })
            })
            .collect();
    }
    let patterns = texts.into_iter();
    patterns
        .filter_map(|text| Pattern::new(text).ok())
        .collect()
}
