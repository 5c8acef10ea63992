//! The names that the topics of a line had before, `#[was("old.<id>.name")]`.
//!
//! Before a group, it is the path that all its lines were under. A former name has the parameters of the line, in whatever order, so what it names is the same value.

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
        let mut segments = build::plain_segments(&path.segments);
        for segment in &mut segments {
            let own = super::parameters(line).find(|(_, own)| segment.is(&own.field));
            if let Some((_, own)) = own {
                *segment = Segment::Parameter(own.clone());
            }
        }
        Self {
            place: path.place,
            segments,
            text: path_text(&path.segments),
        }
    }
}

/// The paths, their placeholders of the kinds that they have on the line; those that have not the
/// placeholders of the line are reported and left out.
pub(super) fn check_all(
    was: Vec<Path>,
    line: &[syntax::Segment],
    errors: &mut Errors,
) -> Vec<Path> {
    let was = was.into_iter();
    was.filter_map(|path| check(path, line, errors)).collect()
}

/// The same of the paths of a group, of which each is another one than the present.
pub(super) fn check_group(
    was: Vec<Path>,
    group: &[syntax::Segment],
    errors: &mut Errors,
) -> Vec<Path> {
    let mut known = vec![path_text(group)];
    let mut former = check_all(was, group, errors);
    former.retain(|path| {
        let text = path_text(&path.segments);
        let is_known = known.contains(&text);
        if is_known {
            errors.add(path.place, messages::was_of_group_twice(&text));
        }
        known.push(text);
        !is_known
    });
    former
}

fn check(mut path: Path, line: &[syntax::Segment], errors: &mut Errors) -> Option<Path> {
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
        let text = placeholder.text();
        faults.push(match (find(line, &placeholder.name), missing.as_slice()) {
            (Some(own), _) if takes_the_same(&placeholder.kind, &own.kind) => {
                placeholder.kind = own.kind.clone();
                continue;
            }
            (Some(own), _) => messages::was_of_another_kind(text, own.text(), bare(own)),
            (None, [own, ..]) => {
                let fault = messages::was_with_another(text, path_text(line), own, &written);
                missing.next();
                fault
            }
            (None, []) => messages::was_with_more(text, path_text(line), &written),
        });
    }
    // Those that were not offered in the place of another.
    faults.extend(missing.map(|own| messages::was_without_placeholder(own, &written)));
    if faults.is_empty() {
        let text = path_text(&path.segments);
        let template = build::template_faults(&path.segments, &text, place);
        faults.extend(template.into_iter().map(|fault| fault.message));
    }
    for fault in &faults {
        errors.add(place, fault);
    }
    faults.is_empty().then_some(path)
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
        (PlaceholderKind::Written(written), PlaceholderKind::Typed(own)) => {
            written.replace(' ', "") == source_text(own).replace(' ', "")
        }
        (PlaceholderKind::Written(written), PlaceholderKind::Closed(own)) => {
            let mut values = written.split('|').flat_map(|value| value.split(" was "));
            let is_own = |value: &str| own.iter().flatten().any(|own| own.text == value);
            written.contains('|') && values.all(|value| is_own(value.trim()))
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
