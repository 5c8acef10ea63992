//! A good declaration after some edits of its tokens: no panic, an end, and items of Rust.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use topics_macros_as_library as macros;

/// Every form that a declaration has, a token or a piece of one a line.
const GOOD: &str = include_str!("../declaration.txt");

#[derive(Arbitrary, Debug)]
enum Edit {
    Remove { at: u16, count: u8 },
    Repeat { from: u16, count: u8, to: u16 },
    Swap { one: u16, other: u16 },
    Insert { at: u16, text: String },
}

fuzz_target!(
    init: {
        let tokens = GOOD.parse().expect("tokens");
        let expansion = macros::topics(tokens).to_string();
        assert!(!expansion.contains("compile_error"), "{expansion}");
    },
    |edits: Vec<Edit>| expand(edits)
);

fn expand(edits: Vec<Edit>) {
    let mut tokens: Vec<String> = GOOD.lines().map(String::from).collect();
    for edit in edits.into_iter().take(12) {
        let place = |at: u16| usize::from(at) % (tokens.len() + 1);
        match edit {
            Edit::Remove { at, count } => {
                let at = place(at);
                let end = (at + usize::from(count)).min(tokens.len());
                tokens.drain(at..end);
            }
            Edit::Repeat { from, count, to } => {
                let (from, to) = (place(from), place(to));
                let end = (from + usize::from(count)).min(tokens.len());
                let copied = tokens[from..end].to_vec();
                tokens.splice(to..to, copied);
            }
            Edit::Swap { one, other } if !tokens.is_empty() => {
                let length = tokens.len();
                tokens.swap(usize::from(one) % length, usize::from(other) % length);
            }
            Edit::Swap { .. } => {}
            Edit::Insert { at, text } => {
                let at = place(at);
                tokens.insert(at, text);
            }
        }
    }
    // A line each, since a doc comment ends with its line.
    let text = tokens.join("\n");
    let Ok(tokens) = text.parse() else { return };
    if let Err(error) = syn::parse2::<syn::File>(macros::topics(tokens)) {
        panic!("{error} in what is generated for `{text}`");
    }
}
