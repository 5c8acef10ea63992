//! Templates as patterns in which values are written out, those of a type too if the lock lists them.

use topics::lock::Lock;
use topics::{Pattern, PatternSegment, PlaceholderKind, Template, TemplateSegment, Texts};

/// No template is written out as more patterns than this; its last placeholders stay wildcards then.
const MOST: usize = 1024;

/// Whether a topic of a template can match a pattern.
pub(crate) fn overlaps(lock: &Lock, template: &Template<'_>, pattern: &Pattern<'_>) -> bool {
    let is_matched = |of: &Pattern<'_>| of.overlaps(pattern);
    template.overlaps_pattern(pattern)
        && takes_literals(lock, template, pattern)
        && patterns(lock, template).iter().any(is_matched)
}

/// Whether each literal segment of a pattern may be a text of the placeholder in its place. `lab.x.>` matches no topic of
/// `lab.<id: Id>.log` if the lock says that an `Id` is `dev-<u32>`.
fn takes_literals(lock: &Lock, template: &Template<'_>, pattern: &Pattern<'_>) -> bool {
    let mut pairs = template.segments().zip(pattern.segments());
    pairs.all(|pair| match pair {
        (TemplateSegment::Placeholder(placeholder), PatternSegment::Literal(text)) => {
            let texts = lock.texts_of(placeholder.kind());
            texts.is_none_or(|texts| texts.have(&text))
        }
        _ => true,
    })
}

/// The patterns of a template: one for each of the values that its placeholders list, former texts too, `*` for any other placeholder.
pub(crate) fn patterns(lock: &Lock, template: &Template<'_>) -> Vec<Pattern<'static>> {
    let mut texts = vec![String::new()];
    for segment in template.segments() {
        let pieces: Vec<&str> = match &segment {
            TemplateSegment::Literal(text) => vec![text],
            TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
                PlaceholderKind::Tail => vec![">"],
                kind => {
                    let texts = lock.texts_of(kind);
                    let values = texts.as_ref().and_then(Texts::values);
                    values.map_or(vec!["*"], |values| {
                        let former = values.former().map(|(_, former)| former);
                        values.clone().chain(former).collect()
                    })
                }
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
