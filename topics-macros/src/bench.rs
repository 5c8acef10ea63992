//! The stages of `topics!`, one by one.
//!
//! A procedural macro exports nothing but itself, so a benchmark has to be made of its sources, and its
//! root to lie among them; it belongs to the package in `benches`. The declarations are those of a large
//! bus: twenty services, ids in the second segment, and for every tenth topic a more specific one beside
//! it, which the analysis has to find.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_extern_crates,
    unused_imports,
    reason = "the macro's sources, for measuring"
)]

extern crate proc_macro;

mod analysis;
mod braces;
mod case;
mod derive;
mod errors;
mod expand;
mod few;
mod hierarchy;
mod literal;
mod messages;
mod nesting;
mod place;
mod source_text;
mod syntax;

use std::fmt::Write as _;

use divan::{Bencher, black_box};
use errors::Errors;
use hierarchy::Hierarchy;
use proc_macro2::TokenStream;
use quote::quote;
use syntax::Declaration;

const TEMPLATES: [usize; 3] = [12, 60, 1_000];

fn main() {
    divan::main();
}

fn declaration(templates: usize) -> TokenStream {
    let mut text = String::new();
    for index in 0..templates {
        let (service, area) = (index % 20, index % 7);
        let line = if index % 10 == 9 {
            format!(
                "svc{service}.k{index}.area{area}.item{} as Item{index};",
                index - 1
            )
        } else {
            format!("svc{service}.<id>.area{area}.item{index} as Item{index};")
        };
        writeln!(text, "{line}").expect("a string takes everything");
    }
    text.parse().expect("tokens")
}

fn model(templates: usize) -> Hierarchy {
    let errors = &mut Errors::default();
    Hierarchy::build(Declaration::parse(declaration(templates), errors), errors)
}

/// From tokens to the model.
#[divan::bench(args = TEMPLATES)]
fn read(bencher: Bencher<'_, '_>, templates: usize) {
    bencher
        .with_inputs(|| declaration(templates))
        .bench_values(|tokens| {
            let errors = &mut Errors::default();
            Hierarchy::build(Declaration::parse(tokens, errors), errors)
        });
}

/// Duplicates, clashes of names, overlaps, ambiguity and shadows.
#[divan::bench(args = TEMPLATES)]
fn analyse(bencher: Bencher<'_, '_>, templates: usize) {
    bencher
        .with_inputs(|| model(templates))
        .bench_values(|hierarchy| {
            let mut errors = Errors::default();
            let checked = analysis::run(black_box(hierarchy), &mut errors);
            (checked, errors)
        });
}

/// From the checked hierarchy to tokens.
#[divan::bench(args = TEMPLATES)]
fn write(bencher: Bencher<'_, '_>, templates: usize) {
    bencher
        .with_inputs(|| analysis::run(model(templates), &mut Errors::default()))
        .bench_refs(|checked| expand::expand(checked, &quote!(::topics)));
}
