//! The lines of a hierarchy that another one has below literal segments: `tenant.system.log` for `system.log`.
//!
//! A constant cannot own text, so there is one constant for all of it, and others point into it.

use super::{Each, Names, Template};
use crate::bytes::{as_str, part, write};

/// The text of the templates below `root`, one behind the other, and its length; incomplete where `N` is too small.
#[must_use]
pub const fn text_below<const N: usize>(root: &str, lines: &[Names]) -> ([u8; N], usize) {
    let (mut each, mut text, mut at) = (Each::of(lines), [b'.'; N], 0);
    while let Some(name) = each.next() {
        at = write(&mut text, at, root) + 1;
        at = write(&mut text, at, name.template.as_str());
    }
    (text, at)
}

/// These templates; `text` is their [`text_below`].
///
/// # Panics
///
/// If there are more than `N`.
#[must_use]
pub const fn templates_below<const N: usize>(
    root: &str,
    lines: &[Names],
    text: &'static [u8],
) -> [Template<'static>; N] {
    let (mut each, mut list) = (Each::of(lines), [Names::NONE.template; N]);
    let (text, mut at, mut count) = (as_str(text), 0, 0);
    while let Some(name) = each.next() {
        let end = at + root.len() + 1 + name.template.as_str().len();
        list[count] = Template::from_checked(part(text, at, end));
        (at, count) = (end, count + 1);
    }
    list
}

/// The lines with these templates, their [`templates_below`].
///
/// # Panics
///
/// If there are not `N` lines.
#[must_use]
pub const fn lines_below<const N: usize>(
    lines: &[Names],
    mut templates: &'static [Template<'static>],
) -> [Names; N] {
    let (mut all, mut line) = ([Names::NONE; N], 0);
    while line < N {
        let (own, rest) = templates.split_at(1 + lines[line].former.len());
        all[line] = lines[line];
        if let [template, former @ ..] = own {
            (all[line].template, all[line].former) = (*template, former);
        }
        (templates, line) = (rest, line + 1);
    }
    all
}
