//! Whether two calls of `topics!` stand in the same braces of a source file.
//!
//! The compiler turns a source into tokens, but does not tell where these stand. So what is looked for is marked in the
//! text first.

use proc_macro2::{TokenStream, TokenTree};

use crate::source_text::source_text;

const MARK: &str = "topics_declaration ";

/// Whether these lines and columns, both counted from one, are in different calls that stand in the same braces.
///
/// Calls in what another macro is given are not looked for: it may expand them anywhere.
pub(super) fn are_beside(source: &str, places: [(usize, usize); 2]) -> bool {
    let mut source = source.to_owned();
    let mut offsets = places.map(|place| offset(&source, place));
    offsets.sort_unstable();
    for offset in offsets.into_iter().rev() {
        let Some(offset) = offset else {
            return false;
        };
        source.insert_str(offset, MARK);
    }
    source.parse().is_ok_and(has_both)
}

fn offset(source: &str, (line, column): (usize, usize)) -> Option<usize> {
    let lines = source.split_inclusive('\n').take(line.checked_sub(1)?);
    let line: usize = lines.map(str::len).sum();
    let mut columns = source.get(line..)?.char_indices();
    let (column, _) = columns.nth(column.checked_sub(1)?)?;
    Some(line + column)
}

/// Whether there are two calls with a mark among these tokens, or in the same group of them.
fn has_both(tokens: TokenStream) -> bool {
    let mut marked = 0;
    let mut before = String::new();
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            // `name! { … }` and `macro_rules! name { … }`
            let word = |c: char| c.is_alphanumeric() || c == '_';
            let is_call = before.trim_end_matches(word).ends_with('!');
            if before.ends_with("topics!") {
                marked += usize::from(group.stream().into_iter().any(|token| is_mark(&token)));
            } else if !is_call && has_both(group.stream()) {
                return true;
            }
            before.clear();
        } else {
            before += &source_text(&token);
        }
    }
    marked == 2
}

fn is_mark(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(word) if word == MARK.trim_end())
}

#[cfg(test)]
mod tests;
