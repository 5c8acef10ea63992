//! The names that the topics of a line had before, `#[was("old.<id>.name")]`.
//!
//! A former name has the parameters of the line, in whatever order, so what it names is the same value.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use topics_core::Template;

use super::{Segment, build};
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
use crate::source_text::source_text;
use crate::syntax::{self, Path, Placeholder, PlaceholderKind, path_text};

pub(crate) struct Former {
    /// The literal.
    pub(crate) place: Place,
    pub(crate) segments: Vec<Segment>,
    /// The canonical text.
    text: String,
}

impl Former {
    pub(crate) fn template(&self) -> Template<'_> {
        Template::from_checked(&self.text)
    }

    /// What was written, over the parameters that the line has; all of `path` has been checked.
    pub(super) fn over(path: &Path, line: &[Segment]) -> Self {
        let segments = path.segments.iter().map(|segment| match segment {
            syntax::Segment::Literal(literal) => Segment::Literal(literal.text.clone()),
            syntax::Segment::Placeholder(placeholder) => {
                let name = placeholder.name.unraw();
                let own = line.iter().find(|segment| match segment {
                    Segment::Literal(_) => false,
                    Segment::Parameter(parameter) => parameter.field.unraw() == name,
                });
                own.cloned()
                    .unwrap_or_else(|| build::plain_segment(segment))
            }
        });
        Self {
            place: path.place,
            segments: segments.collect(),
            text: path_text(&path.segments),
        }
    }
}

/// The path, its placeholders of the kinds that they have on the line; `None` if they are not those of
/// the line, which is reported.
pub(super) fn check(mut path: Path, line: &[syntax::Segment], errors: &mut Errors) -> Option<Path> {
    let place = path.place;
    let mut faults: Vec<String> = Vec::new();
    let written = path_text(&path.segments);
    let missing = placeholders(line).filter(|own| find(&path.segments, &own.name).is_none());
    let missing: Vec<String> = missing.map(bare).collect();
    let mut missing = missing.into_iter();
    for segment in &mut path.segments {
        let syntax::Segment::Placeholder(placeholder) = segment else {
            continue;
        };
        match find(line, &placeholder.name) {
            Some(own) if takes_the_same(&placeholder.kind, &own.kind) => {
                placeholder.kind = own.kind.clone();
            }
            Some(own) => faults.push(messages::was_of_another_kind(
                &placeholder.text(),
                &own.text(),
                &bare(own),
            )),
            None => faults.push(messages::was_with_another(
                &placeholder.text(),
                &path_text(line),
                missing.next().as_deref(),
                &written,
            )),
        }
    }
    // Those that were not offered in the place of another.
    faults.extend(missing.map(|own| messages::was_without_placeholder(&own, &written)));
    if faults.is_empty() {
        let text = path_text(&path.segments);
        let template = build::template_faults(&path.segments, &text, place);
        faults.extend(template.into_iter().map(|fault| fault.message));
    }
    let is_sound = faults.is_empty();
    for fault in faults {
        errors.add(place, fault);
    }
    is_sound.then_some(path)
}

fn placeholders(path: &[syntax::Segment]) -> impl Iterator<Item = &Placeholder> {
    path.iter().filter_map(|segment| match segment {
        syntax::Segment::Literal(_) => None,
        syntax::Segment::Placeholder(placeholder) => Some(placeholder),
    })
}

fn find<'p>(path: &'p [syntax::Segment], name: &Ident) -> Option<&'p Placeholder> {
    placeholders(path).find(|placeholder| placeholder.name.unraw() == name.unraw())
}

/// Whether a placeholder is what the line says, be it without its type or as a lock has it. What a lock has
/// may be from before the line took all the values that it takes.
fn takes_the_same(written: &PlaceholderKind, own: &PlaceholderKind) -> bool {
    match (written, own) {
        (PlaceholderKind::Tail, own) => matches!(own, PlaceholderKind::Tail),
        (PlaceholderKind::Plain, own) => !matches!(own, PlaceholderKind::Tail),
        (PlaceholderKind::Typed(written), PlaceholderKind::Typed(own)) => {
            source_text(written) == source_text(own)
        }
        (PlaceholderKind::Closed(written), PlaceholderKind::Closed(own)) => {
            let texts: Vec<&str> = own.iter().map(|value| value.text.as_str()).collect();
            written
                .iter()
                .all(|value| texts.contains(&value.text.as_str()))
        }
        _ => false,
    }
}

/// The placeholder without its type.
fn bare(placeholder: &Placeholder) -> String {
    let name = placeholder.name.unraw();
    match placeholder.kind {
        PlaceholderKind::Tail => format!("<{name}..>"),
        _ => format!("<{name}>"),
    }
}
