//! The lines of a hierarchy that another one has below literal segments: `tenant.system.log` for `system.log`.
//!
//! A constant cannot own text, so there is one constant for all of it, and others point into it.

use crate::bytes::{part, write};

use super::{Each, Names, Template, Which};

/// How long the templates below `root` are, all together.
#[must_use]
pub const fn length_below(root: &str, lines: &[Names]) -> usize {
    let lines = [lines];
    let (mut each, mut length) = (Each::of(&lines), 0);
    while let Some(name) = each.next() {
        length += root.len() + 1 + name.template.as_str().len();
    }
    length
}

/// The text of these templates, one behind the other.
///
/// # Panics
///
/// If it is not as long as `N`, the [`length_below`].
#[must_use]
pub const fn text_below<const N: usize>(root: &str, lines: &[Names]) -> [u8; N] {
    let (lines, mut text) = ([lines], [b'.'; N]);
    let (mut each, mut at) = (Each::of(&lines), 0);
    while let Some(name) = each.next() {
        at = write(&mut text, at, root.as_bytes()) + 1;
        at = write(&mut text, at, name.template.as_str().as_bytes());
    }
    assert!(at == N, "room for each text");
    text
}

/// Some of these templates; `text` is their [`text_below`].
const fn templates<const N: usize>(
    which: Which,
    root: &str,
    lines: &[Names],
    text: &'static [u8],
) -> [Template<'static>; N] {
    let (lines, mut list) = ([lines], [Names::NONE.template; N]);
    let (mut each, mut at, mut count) = (Each::of(&lines), 0, 0);
    while let Some(name) = each.next() {
        let end = at + root.len() + 1 + name.template.as_str().len();
        if which.has(&name) {
            list[count] = match core::str::from_utf8(part(text, at, end)) {
                Ok(text) => Template::from_checked(text),
                // It is made of whole texts.
                Err(_) => name.template,
            };
            count += 1;
        }
        at = end;
    }
    assert!(count == N, "one place for each name");
    list
}

/// The former ones of these templates; `text` is their [`text_below`].
///
/// # Panics
///
/// If there are not `N`.
#[must_use]
pub const fn former_below<const N: usize>(
    root: &str,
    lines: &[Names],
    text: &'static [u8],
) -> [Template<'static>; N] {
    templates(Which::Former, root, lines, text)
}

/// The lines below `root`; `text` is their [`text_below`], and `former` their [`former_below`].
///
/// # Panics
///
/// If there are not `N` lines.
#[must_use]
pub const fn lines_below<const N: usize>(
    root: &str,
    lines: &[Names],
    text: &'static [u8],
    mut former: &'static [Template<'static>],
) -> [Names; N] {
    let templates = templates::<N>(Which::Present, root, lines, text);
    let mut all = super::lines::<N>(&[lines]);
    let mut line = 0;
    while line < N {
        let (own, rest) = former.split_at(all[line].former.len());
        (all[line].template, all[line].former) = (templates[line], own);
        former = rest;
        line += 1;
    }
    all
}
