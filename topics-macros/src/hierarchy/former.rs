//! The names that the topics of a line had before, `#[was("old.<id>.name")]`.
//!
//! Before a group, it is the path that all its lines were under. A former name has the parameters of the line, in whatever order, so what it names is the same value.

use super::{Kind, Path, Placeholder, Segment, build};
use crate::errors::Errors;
use crate::messages;
use crate::source_text::source_text;
use crate::syntax::path_text;

/// The paths, with the placeholders of the line; those that have others are reported and left out.
pub(super) fn check_all(was: Vec<Path>, line: &[Segment], errors: &mut Errors) -> Vec<Path> {
    let was = was.into_iter();
    was.filter_map(|path| check(path, line, errors)).collect()
}

fn check(mut path: Path, line: &[Segment], errors: &mut Errors) -> Option<Path> {
    let (place, written) = (path.place, path_text(&path.segments));
    let own = || line.iter().filter_map(Segment::placeholder);
    let mut count = 0;
    let mut is_sound = true;
    let segments = path.segments.iter_mut();
    for placeholder in segments.filter_map(Segment::placeholder_mut) {
        count += 1;
        let same = own().find(|own| own.is(&placeholder.name));
        match same.filter(|own| takes_the_same(&placeholder.kind, &own.kind)) {
            Some(own) => {
                *placeholder = Placeholder {
                    place,
                    ..own.clone()
                }
            }
            None => is_sound = false,
        }
    }
    if !is_sound || count != own().count() {
        return errors.fail(place, messages::was_with_others(written, path_text(line)));
    }
    build::is_template(&path, errors).then_some(path)
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
