//! How deep tokens are nested.
//!
//! Whoever reads a type, an expression or a condition calls itself for each one inside of another, and an
//! unoptimised compiler plug-in has room for some fifty. So tokens are measured before they are read, step
//! by step, and what nobody writes by hand is refused where it goes too deep.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

use crate::place::Place;

/// How deep types, conditions and the groups of a declaration may be nested.
pub(crate) const DEEPEST: usize = 32;

/// The first token that is nested too deep, if there is one.
///
/// What counts is how often a reader may have called itself to get there: once for each group and each `<`
/// around the token, and once for each mark before it that something goes on after, as in `&&T`,
/// `fn() -> fn() -> T` and `1 + 1 + 1`. In an attribute marks count only if it has a value, `#[doc = …]`:
/// otherwise they may be anybody's, who reads them in a way of their own.
pub(crate) fn too_deep(tokens: impl IntoIterator<Item = TokenTree>) -> Option<Place> {
    let mut levels = vec![Level::of(tokens.into_iter().collect(), 0, true)];
    while let Some(level) = levels.last_mut() {
        let Some(token) = level.rest.next() else {
            levels.pop();
            continue;
        };
        let is_attribute = std::mem::replace(&mut level.after_hash, false);
        match &token {
            TokenTree::Group(group) => {
                let depth = level.depth() + 1;
                let has_marks = level.has_marks && (!is_attribute || has_value(group));
                // A call is made of groups side by side.
                level.add_mark();
                if depth > DEEPEST {
                    return Some(Place::at(group.span_open()));
                }
                levels.push(Level::of(group.stream(), depth, has_marks));
            }
            TokenTree::Punct(punct) if level.has_marks => {
                let closes = !level.after_arrow_stem;
                level.after_arrow_stem =
                    matches!(punct.as_char(), '-' | '=') && punct.spacing() == Spacing::Joint;
                match punct.as_char() {
                    ',' | ';' => level.begin(),
                    '#' => {
                        level.begin();
                        level.after_hash = true;
                    }
                    '<' => level.open.push(0),
                    '>' if closes && level.open.len() > 1 => {
                        level.open.pop();
                    }
                    ':' | '\'' | '>' => {}
                    _ => level.add_mark(),
                }
                if level.depth() > DEEPEST {
                    return Some(Place::of(&token));
                }
            }
            _ => {}
        }
    }
    None
}

/// The tokens of one group that have not been looked at.
struct Level {
    rest: proc_macro2::token_stream::IntoIter,
    /// How deep the group is.
    above: usize,
    has_marks: bool,
    /// For the group and for each `<` that is open in it, the marks since the last comma.
    open: Vec<usize>,
    after_hash: bool,
    /// Whether a `>` that follows is that of `->` or `=>`.
    after_arrow_stem: bool,
}

impl Level {
    fn of(stream: TokenStream, above: usize, has_marks: bool) -> Self {
        Self {
            rest: stream.into_iter(),
            above,
            has_marks,
            open: vec![0],
            after_hash: false,
            after_arrow_stem: false,
        }
    }

    fn depth(&self) -> usize {
        self.above + self.open.len() - 1 + self.open.iter().sum::<usize>()
    }

    fn add_mark(&mut self) {
        if self.has_marks
            && let Some(last) = self.open.last_mut()
        {
            *last += 1;
        }
    }

    /// What follows goes on after nothing that came before.
    fn begin(&mut self) {
        if let Some(last) = self.open.last_mut() {
            *last = 0;
        }
    }
}

/// Whether the brackets of an attribute hold `path = value`.
fn has_value(attribute: &Group) -> bool {
    let mut path = attribute
        .stream()
        .into_iter()
        .skip_while(|token| match token {
            TokenTree::Ident(_) => true,
            TokenTree::Punct(punct) => punct.as_char() == ':',
            _ => false,
        });
    matches!(path.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=')
}

/// The tokens without the invisible groups that `macro_rules!` put around what they forward.
pub(crate) fn open_invisible_groups(stream: TokenStream) -> Vec<TokenTree> {
    let mut tokens = Vec::new();
    let mut open = vec![stream.into_iter()];
    while let Some(innermost) = open.last_mut() {
        match innermost.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
                open.push(group.stream().into_iter());
            }
            Some(token) => tokens.push(token),
            None => drop(open.pop()),
        }
    }
    tokens
}

/// Whether a word is among the tokens, however deep.
pub(crate) fn mentions(tokens: impl IntoIterator<Item = TokenTree>, word: &str) -> bool {
    let mut left: Vec<TokenTree> = tokens.into_iter().collect();
    while let Some(token) = left.pop() {
        match token {
            TokenTree::Ident(found) if found == word => return true,
            TokenTree::Group(group) => left.extend(group.stream()),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_too_deep(text: &str) -> bool {
        too_deep(text.parse::<TokenStream>().unwrap()).is_some()
    }

    #[test]
    fn what_is_inside_of_something_is_deeper() {
        let shapes = [
            ("A<", ">"),
            ("(", ")"),
            ("[", "]"),
            ("&", ""),
            ("*const ", ""),
            ("fn() -> ", ""),
            ("1 + ", ""),
            ("!", ""),
        ];
        for (open, close) in shapes {
            let nested = |times| open.repeat(times) + "A" + &close.repeat(times);
            assert!(!is_too_deep(&nested(10)), "{open}");
            assert!(is_too_deep(&nested(DEEPEST + 1)), "{open}");
            assert!(is_too_deep(&nested(5_000)), "{open}");
        }
    }

    #[test]
    fn what_stands_side_by_side_is_not() {
        for one in [
            "A<&B, C<D>>, ",
            "fn(A) -> B, ",
            "#[a(b | c & d)] #[doc = \"e\"] f: &G, ",
            "A = 1 + 1,",
            "::a::b::",
            "(A); ",
            "#[a] ",
        ] {
            assert!(!is_too_deep(&one.repeat(1_000)), "{one}");
        }
    }

    #[test]
    fn marks_count_in_the_value_of_an_attribute_only() {
        let marks = "- ".repeat(50);
        assert!(!is_too_deep(&format!("#[a({marks} 1)] b")));
        assert!(!is_too_deep(&format!("#[a(b(< {marks}))] c")));
        assert!(is_too_deep(&format!("#[a::b = {marks} 1] c")));
        let groups = "(".repeat(50) + &")".repeat(50);
        assert!(is_too_deep(&format!("#[a{groups}] b")));
    }
}
