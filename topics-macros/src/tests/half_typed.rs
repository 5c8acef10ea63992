//! A line that is being typed, in the middle and at the end, as the compiler sees it and as an editor does,
//! which gives all tokens one place.

use proc_macro2::{Group, Span, TokenStream, TokenTree};

use super::{structs_and_errors, tokens};

/// Lines as they are typed, from the first token to the last.
const TYPED: [&str; 5] = [
    "queue.<id>.mutation.<state: a | b>",
    "queue.worker as QueueWorker => Option<u8> -> Vec<u8>",
    "queue.10.0.<rest..>",
    "\"queue/a\".<id: std::num::NonZero<u8>>",
    "queue.$SYS.my-2nd",
];

/// What stands behind it, and what is generated for it.
const NEXT: [(&str, &[&str]); 4] = [
    ("system.log;", &["SystemLog"]),
    ("/// Documented.\nsystem.log;", &["SystemLog"]),
    ("#[deprecated] system.<id>.log as Log => u8;", &["Log"]),
    (
        "decky.<id> { state; <x>.traffic; }",
        &["DeckyState", "DeckyTraffic"],
    ),
];

/// The tokens as an editor gives them.
fn without_layout(tokens: TokenStream) -> TokenStream {
    let tokens = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), without_layout(group.stream())).into();
        }
        token.set_span(Span::call_site());
        token
    });
    tokens.collect()
}

/// The names of what is kept of these that follow a line of which some tokens have been typed.
fn kept(typed: &str, next: &str, has_layout: bool) -> Vec<String> {
    let text = format!("first.line;\n{typed}\n{next}\nlast.line;");
    let declaration = if has_layout {
        tokens(&text)
    } else {
        without_layout(tokens(&text))
    };
    structs_and_errors(&declaration).0.into_iter().collect()
}

#[test]
fn a_half_typed_line_costs_no_other_but_where_nothing_tells_them_apart() {
    let mut lost = [0, 0];
    let mut tried = 0;
    for typed in TYPED {
        let all: Vec<TokenTree> = tokens(typed).into_iter().collect();
        for count in 1..=all.len() {
            let typed: TokenStream = all.iter().take(count).cloned().collect();
            let typed = typed.to_string();
            for (next, names) in NEXT {
                for (index, has_layout) in [true, false].into_iter().enumerate() {
                    let kept = kept(&typed, next, has_layout);
                    for name in ["FirstLine", "LastLine"] {
                        let is_kept = kept.iter().any(|kept| kept == name);
                        assert!(is_kept, "{name} is lost with `{typed}` before `{next}`");
                    }
                    let is_kept = names
                        .iter()
                        .all(|name| kept.iter().any(|kept| kept == name));
                    lost[index] += usize::from(!is_kept);
                    // A word may go on with the path, an attribute can't.
                    let is_told_apart = next.starts_with(['/', '#']);
                    assert!(is_kept || !is_told_apart, "`{typed}` costs `{next}`");
                }
                tried += 1;
            }
        }
    }
    // With its layout and without. What is lost begins with a word, behind a dot or half of a placeholder.
    assert_eq!((tried, lost), (260, [26, 62]));
}

#[test]
fn a_group_is_kept_while_its_path_is_typed() {
    for typed in [
        "queue.",
        "queue as",
        "queue =>",
        "queue as Name =>",
        "queue => u8 ->",
    ] {
        for has_layout in [true, false] {
            let kept = kept(typed, "{ state; <x>.traffic; }", has_layout);
            for name in ["FirstLine", "QueueState", "QueueTraffic", "LastLine"] {
                let is_kept = kept.iter().any(|kept| kept == name);
                assert!(is_kept, "{name} is lost with `{typed}`: {kept:?}");
            }
        }
    }
}

#[test]
fn the_next_lines_are_kept_whatever_mark_one_begins_with() {
    let marks = "! # $ % & * + , - . / : ; < = > ? @ ^ | ~ -> => .. ..= :: <- - >";
    for mark in marks.split(' ').chain(["- >", "->\n->", "=>\n->"]) {
        for before in ["a.b", "a.b;", "a.b as Name", "a.b => u8", "a.b {}"] {
            for after in [";", " c;", " c => u8;"] {
                let kept = kept(&format!("{before}\n{mark}{after}"), "system.log;", true);
                assert!(
                    kept.iter().any(|kept| kept == "LastLine"),
                    "{before} {mark}{after}: {kept:?}"
                );
            }
        }
    }
}

#[test]
fn a_line_is_kept_while_a_value_is_typed() {
    for values in ["a | | b", "a | b |", "| a | b"] {
        let kept = kept(&format!("job.<state: {values}>.done;"), "", true);
        assert!(
            kept.iter().any(|kept| kept == "JobDone"),
            "{values}: {kept:?}"
        );
    }
}
