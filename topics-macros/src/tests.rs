//! What an editor does to the macro: it expands whatever has been typed so far.
//!
//! Expansion must not panic on any tokens, must make items of Rust of all of them, and must keep the
//! lines that are whole.

mod deep;
mod derives;
mod half_typed;
mod methods;
mod size;
mod text;

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use crate::expand_topics;

const GOOD: &str = r#"
    /// Every topic on the service bus.
    #[derive(PartialOrd)]
    pub(crate) enum BusTopic;

    /// A topology mutation moved to a new lifecycle state.
    topology.<id>.mutation.<state: enqueued | applied | half-open>;
    topology.<id: uuid::Uuid>.status as Status => Vec<Option<u8>>;

    #[cfg(feature = "deckies")]
    decky.<id> {
        /// The current shape of one decky.
        state;
        disk.<n: u8> {
            full => u32;
            "device/a".<rest..>;
        }
    }

    machine.10.0.0.1;
    my-2nd.1e5.$SYS;
    #[was("intruder.<primitive..>")]
    attacker.<primitive..>;
    #[was("log")]
    #[was("logs.of.system",)]
    system.log;
"#;

/// What is generated for a declaration, as items; fails the test if it is anything else.
fn items(declaration: &TokenStream) -> Vec<syn::Item> {
    let text = declaration.to_string();
    let expansion = expand_topics(quote!([::topics] #declaration));
    match syn::parse2::<syn::File>(expansion) {
        Ok(file) => file.items,
        Err(error) => panic!("{error} in what is generated for `{text}`"),
    }
}

/// The names of the generated structs, and how many errors are reported.
fn structs_and_errors(declaration: &TokenStream) -> (BTreeSet<String>, usize) {
    let items = items(declaration);
    let structs = items.iter().filter_map(|item| match item {
        syn::Item::Struct(item) => Some(item.ident.to_string()),
        _ => None,
    });
    let structs = structs.collect();
    // They are in a block of their own, of which each is a statement.
    let errors = items.iter().map(|item| match item {
        syn::Item::Const(item) => match &*item.expr {
            syn::Expr::Block(block) => block
                .block
                .stmts
                .iter()
                .filter(|statement| is_error(statement))
                .count(),
            _ => 0,
        },
        _ => 0,
    });
    (structs, errors.sum())
}

fn is_error(statement: &syn::Stmt) -> bool {
    let path = match statement {
        syn::Stmt::Macro(statement) => &statement.mac.path,
        syn::Stmt::Expr(syn::Expr::Macro(statement), _) => &statement.mac.path,
        _ => return false,
    };
    path.segments
        .last()
        .is_some_and(|last| last.ident == "compile_error")
}

fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap()
}

/// What the tokens and each group among them consist of, at any depth, without recursion.
fn streams(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut streams = Vec::new();
    let mut left = vec![tokens];
    while let Some(stream) = left.pop() {
        let stream: Vec<_> = stream.into_iter().collect();
        left.extend(stream.iter().filter_map(|token| match token {
            TokenTree::Group(group) => Some(group.stream()),
            _ => None,
        }));
        streams.push(stream);
    }
    streams
}

/// Every declaration that lacks one token, or all from one on, at any depth.
fn mutilated(tokens: &TokenStream) -> Vec<TokenStream> {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut made = Vec::new();
    for (index, token) in all.iter().enumerate() {
        let (before, after) = (&all[..index], &all[index + 1..]);
        let stream = |parts: &[&[TokenTree]]| -> TokenStream {
            parts.iter().flat_map(|part| part.iter().cloned()).collect()
        };
        made.push(stream(&[before]));
        made.push(stream(&[before, after]));
        if let TokenTree::Group(group) = token {
            for inner in mutilated(&group.stream()) {
                let inner = [TokenTree::Group(Group::new(group.delimiter(), inner))];
                made.push(stream(&[before, &inner]));
                made.push(stream(&[before, &inner, after]));
            }
        }
    }
    made
}

#[test]
fn a_good_declaration_has_no_errors() {
    let (structs, errors) = structs_and_errors(&tokens(GOOD));
    assert_eq!(errors, 0);
    // One for each line, and the one that their patterns share.
    assert_eq!(structs.len(), 10, "{structs:?}");
}

#[test]
fn half_typed_input_becomes_items() {
    for declaration in mutilated(&tokens(GOOD)) {
        items(&declaration);
    }
}

/// The declaration of the example `busy_hour`, without its lock, which lies beside another manifest.
fn example() -> TokenStream {
    let source = include_str!("../../topics/examples/busy_hour/hierarchy.rs");
    let source = source.replace("#[lock = \"examples/busy_hour/topics.lock\"]", "");
    let file = syn::parse_file(&source).unwrap();
    let declaration = file.items.into_iter().find_map(|item| match item {
        syn::Item::Macro(item) => Some(item.mac.tokens),
        _ => None,
    });
    declaration.unwrap()
}

/// One token less is one fault, which may be shown in two places that disagree.
#[test]
fn no_more_faults_are_reported_than_one_missing_token_makes() {
    let example = example();
    let (structs, errors) = structs_and_errors(&example);
    assert_eq!((structs.len(), errors), (14, 0));
    for declaration in mutilated(&example) {
        let (_, errors) = structs_and_errors(&declaration);
        assert!(errors <= 2, "{errors} errors in `{declaration}`");
    }
}

#[test]
fn half_typed_former_names_become_items() {
    let text = "old.<state: on | off>.it's {x}.<n: std::num::NonZero<u8>>.:y.<rest..>";
    let characters: Vec<char> = text.chars().collect();
    for index in 0..=characters.len() {
        let (before, after) = characters.split_at(index);
        let lacking = before.iter().chain(after.iter().skip(1));
        for former in [before.iter().collect::<String>(), lacking.collect()] {
            let line = quote!(#[was(#former)] new.<n: u8>.<state: on | off>.<rest..>;);
            let (structs, errors) = structs_and_errors(&line);
            assert_eq!(structs.len(), 2, "{former}");
            assert!(errors > 0, "{former}");
        }
    }
}

#[test]
fn the_docs_of_a_struct_tell_what_it_was() {
    let line = tokens(r#"#[was("old.<x: a | b>")] #[was("older.<x>")] new.<x: a | b>;"#);
    let expansion = expand_topics(quote!([::topics] #line)).to_string();
    for former in ["old", "older"] {
        let row = format!("- formerly: `{former}.<x: a | b>`");
        assert!(expansion.contains(&row), "{row}");
    }
}

/// What `rustdoc` is given for an item, before which there is nothing but attributes.
fn docs(items: &[syn::Item], name: &str) -> String {
    let attributes = items.iter().find_map(|item| match item {
        syn::Item::Struct(item) if item.ident == name => Some(&item.attrs),
        syn::Item::Enum(item) if item.ident == name => Some(&item.attrs),
        _ => None,
    });
    let lines = attributes.unwrap().iter().filter_map(|attribute| {
        let syn::Expr::Lit(value) = &attribute.meta.require_name_value().ok()?.value else {
            return None;
        };
        match &value.lit {
            syn::Lit::Str(text) if attribute.path().is_ident("doc") => Some(text.value()),
            _ => None,
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_docs_of_a_group_are_on_the_pages_of_its_lines_only() {
    let lines = tokens(
        "pub enum BusTopic;
        /// Of all deckies.
        decky {
            /// Of one decky.
            <id> {
                /// Of its state.
                state;
                traffic;
            }
        }",
    );
    let items = items(&lines);
    let table = docs(&items, "BusTopic");
    assert!(
        table.ends_with(
            "| [`DeckyState`] | `decky.<id>.state` | Of its state. |\n\
             | [`DeckyTraffic`] | `decky.<id>.traffic` |  |"
        ),
        "{table}"
    );
    for (name, own) in [
        ("DeckyState", " Of its state.\n\n"),
        ("DeckyTraffic", "The topic `decky.<id>.traffic`.\n"),
    ] {
        let page = docs(&items, name);
        let whole = format!("{own}\n Of one decky.\n\n Of all deckies.\n\n- template: ");
        assert!(page.starts_with(&whole), "{page:?}");
    }
}

#[test]
fn the_docs_of_a_struct_tell_what_its_former_names_overlap() {
    let lines = tokens(
        r#"
        pub enum BusTopic;
        #[was("old.<id>")] new.<id>;
        old.bus;
        system.<id>;
        #[was("system.log")] log;
        #[was("system.<id>.<more>")] #[was("pair.<id>.<more>")] two.<id>.<more>;
        #[was("pair.a.<x>")] one.<x>;
        "#,
    );
    let expansion = expand_topics(quote!([::topics] #lines)).to_string();
    for sentence in [
        // Of `New` and of `OldBus`.
        "`old.<id>` and `old.bus` of [`OldBus`] overlap: a name that both match is read as that type, which is more specific.",
        "`old.bus` and `old.<id>` of [`New`] overlap: a name that both match is read as this type, which is more specific.",
        // Of `System` and of `Log`.
        "`system.<id>` and `system.log` of [`Log`] overlap: a name that both match is read as that type, which is more \
         specific.",
        "`system.log` and `system.<id>` of [`System`] overlap: a name that both match is read as this type, which is more \
         specific.",
        // Of `Two` and of `One`.
        "`pair.<id>.<more>` and `pair.a.<x>` of [`One`] overlap: a name that both match is read as that type, which is more \
         specific.",
        "`pair.a.<x>` and `pair.<id>.<more>` of [`Two`] overlap: a name that both match is read as this type, which is more \
         specific.",
    ] {
        let count = expansion.matches(sentence).count();
        assert_eq!(count, 1, "{sentence}");
    }
}

#[test]
fn a_missing_token_costs_its_own_line_and_the_next_at_most() {
    // One line each, so that what is lost can be counted.
    let lines = [
        "topology.<id>.mutation.<state: enqueued | applied>;",
        "system.<worker>.health as Health => Option<u8>;",
        "decky.<id> { state; }",
        "machine.10.0.0.1;",
        "attacker.<primitive..>;",
        "system.log;",
        "user.joined;",
    ];
    let names = [
        "TopologyMutation",
        "Health",
        "DeckyState",
        "Machine10001",
        "Attacker",
        "SystemLog",
        "UserJoined",
    ];
    for (index, line) in lines.iter().enumerate() {
        let all: Vec<TokenTree> = tokens(line).into_iter().collect();
        for missing in 0..all.len() {
            let mut kept = all.clone();
            kept.remove(missing);
            let line: TokenStream = kept.into_iter().collect();
            let (before, after) = (tokens(&lines[..index].concat()), &lines[index + 1..]);
            let after = tokens(&after.concat());
            let (structs, _) = structs_and_errors(&quote!(#before #line #after));
            for (other, name) in names.iter().enumerate() {
                let may_be_lost = other == index || other == index + 1;
                assert!(
                    may_be_lost || structs.contains(*name),
                    "`{name}` is lost with `{line}`"
                );
            }
        }
    }
}

#[test]
fn whole_lines_are_generated_beside_faulty_ones() {
    let faults = [
        "a..b;",
        ".a;",
        "a.;",
        "a.*;",
        "a.>;",
        "a b;",
        "a.<id;",
        "a.<>;",
        "a.<x>.<x>;",
        "a.<rest..>.b;",
        "a.<x: &str>;",
        "a.<x: p | p>;",
        "a.{x};",
        "a.<x>y;",
        r#""a.b";"#,
        "a/b;",
        ";",
        "<x>;",
        "a as;",
        "a as struct;",
        "a =>;",
        "a => 5;",
        "a -> u8;",
        "a => u8 as B;",
        "pub enum Second;",
        "# a;",
        "#![a] #[cfg()] #[derive(Debug)] a;",
        "{ a; }",
        "a {}",
        "a.<rest..> { b; }",
        "self;",
        "system.log.<id>.<other: u8 = 5>;",
    ];
    for fault in faults {
        let (first, last) = (tokens("topology.<id>.status;"), tokens("system.log;"));
        let fault_tokens = tokens(fault);
        let (structs, errors) = structs_and_errors(&quote!(#first #fault_tokens #last));
        assert!(errors > 0, "`{fault}` is no fault");
        for whole in ["TopologyStatus", "SystemLog"] {
            assert!(structs.contains(whole), "`{whole}` is lost with `{fault}`");
        }
    }
}

#[test]
fn all_faults_are_reported_at_once() {
    let (_, errors) = structs_and_errors(&tokens(
        "a..b; c.*; d.<x>.<x>; e.<rest..>.f; g as struct; h =>; i.j; i.j; <x>;",
    ));
    // A duplicate is reported at both of its places.
    assert_eq!(errors, 9);
}

/// A generator of numbers that need be neither good nor secret, but the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        // The constants are those of Knuth's MMIX.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn soup(&mut self, most: usize) -> TokenStream {
        let count = self.below(most);
        (0..count).map(|_| self.token(most / 2)).collect()
    }

    fn token(&mut self, most: usize) -> TokenTree {
        match self.below(12) {
            0..=3 => {
                let words = [
                    "a", "b", "as", "enum", "pub", "struct", "self", "Self", "_", "type", "u8",
                    "static", "cfg", "derive", "not", "where", "fn", "for",
                ];
                Ident::new(self.one_of(&words), Span::call_site()).into()
            }
            4..=8 => {
                let marks = [
                    '.', '<', '>', ';', '|', ':', '=', ',', '-', '#', '!', '*', '$', '&',
                ];
                let spacing = self.one_of(&[Spacing::Alone, Spacing::Joint]);
                Punct::new(self.one_of(&marks), spacing).into()
            }
            9 | 10 => {
                let texts = [
                    "1",
                    "1.",
                    "0.1",
                    "1e5",
                    "\"a\"",
                    "\"a.b\"",
                    "\"\"",
                    "r#\"a b\"#",
                    "'a'",
                    "b\"a\"",
                    "5u8",
                    "-1",
                    "\"\\u{1F980}\"",
                ];
                let mut tokens = tokens(self.one_of(&texts)).into_iter();
                tokens.next().unwrap_or(Literal::u8_suffixed(1).into())
            }
            _ => {
                let delimiters = [
                    Delimiter::Brace,
                    Delimiter::Bracket,
                    Delimiter::Parenthesis,
                    Delimiter::None,
                ];
                let inner = if most == 0 {
                    TokenStream::new()
                } else {
                    self.soup(most)
                };
                Group::new(self.one_of(&delimiters), inner).into()
            }
        }
    }
}

#[test]
fn token_soup_becomes_items() {
    let numbers = &mut Numbers(17);
    for _ in 0..2_000 {
        let soup = numbers.soup(14);
        items(&soup);
    }
}

#[test]
fn a_good_declaration_with_soup_in_it_becomes_items() {
    let numbers = &mut Numbers(42);
    let all: Vec<TokenTree> = tokens(GOOD).into_iter().collect();
    for _ in 0..60 {
        let at = numbers.below(all.len());
        let (before, after) = all.split_at(at);
        let soup = numbers.soup(4);
        items(&quote!(#(#before)* #soup #(#after)*));
    }
}
