//! The names that the topics of a line had before, `#[was("old.<id>.name")]`.
//!
//! Before a group, it is the path that all its lines were under. A former name has the parameters of the line, in whatever order, so what it names is the same value.

use proc_macro2::Ident;

use super::{Kind, Path, Placeholder, Segment, build};
use crate::errors::Errors;
use crate::messages;
use crate::source_text::source_text;
use crate::syntax::path_text;

/// The paths, with the placeholders of the line; those that have not the
/// placeholders of the line are reported and left out.
pub(super) fn check_all(was: Vec<Path>, line: &[Segment], errors: &mut Errors) -> Vec<Path> {
    let was = was.into_iter();
    was.filter_map(|path| check(path, line, errors)).collect()
}

/// The same of the paths of a group, of which each is another one than the present.
pub(super) fn check_group(was: Vec<Path>, group: &[Segment], errors: &mut Errors) -> Vec<Path> {
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

fn check(mut path: Path, line: &[Segment], errors: &mut Errors) -> Option<Path> {
    let place = path.place;
    let mut faults: Vec<String> = Vec::new();
    let written = path_text(&path.segments);
    let missing = placeholders(line).filter(|own| find(&path.segments, &own.name).is_none());
    let mut missing = missing
        .map(Placeholder::bare)
        .collect::<Vec<_>>()
        .into_iter();
    for segment in &mut path.segments {
        let Segment::Placeholder(placeholder) = segment else {
            continue;
        };
        let text = placeholder.text();
        faults.push(match (find(line, &placeholder.name), missing.as_slice()) {
            (Some(own), _) if takes_the_same(&placeholder.kind, &own.kind) => {
                let own = own.clone();
                *placeholder = Placeholder { place, ..own };
                continue;
            }
            (Some(own), _) => messages::was_of_another_kind(text, own.text(), own.bare()),
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
    for fault in &faults {
        errors.add(place, fault);
    }
    (faults.is_empty() && build::is_template(&path, errors)).then_some(path)
}

fn placeholders(path: &[Segment]) -> impl Iterator<Item = &Placeholder> {
    path.iter().filter_map(Segment::placeholder)
}

fn find<'p>(path: &'p [Segment], name: &Ident) -> Option<&'p Placeholder> {
    placeholders(path).find(|own| own.is(name))
}

/// Whether a placeholder is what the line says, be it without its type or as a lock has it. What a lock has
/// may be from before the line took all the values that it takes.
fn takes_the_same(written: &Kind, own: &Kind) -> bool {
    match (written, own) {
        (Kind::Tail, own) => matches!(own, Kind::Tail),
        (Kind::Plain, own) => !matches!(own, Kind::Tail),
        (Kind::Written(written), Kind::Typed(own)) => {
            written.replace(' ', "") == source_text(own).replace(' ', "")
        }
        (Kind::Written(written), Kind::Closed(own)) => {
            let mut values = written.split('|').flat_map(|value| value.split(" was "));
            let own = || own.values.iter().flat_map(|value| &value.texts);
            written.contains('|') && values.all(|value| own().any(|own| own == value.trim()))
        }
        _ => false,
    }
}
