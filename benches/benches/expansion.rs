//! The stages of `topics!`, one by one.
//!
//! The declarations are those of a large bus: twenty services, ids in the second segment, and for every tenth topic a
//! more specific one beside it, which the analysis has to find.

use std::fmt::Write as _;

use divan::Bencher;
use proc_macro2::TokenStream;
use topics_macros_as_library::Model;

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

/// From tokens to the model.
#[divan::bench(args = TEMPLATES)]
fn read(bencher: Bencher<'_, '_>, templates: usize) {
    bencher
        .with_inputs(|| declaration(templates))
        .bench_values(Model::read);
}

/// From the model to the checked hierarchy.
#[divan::bench(args = TEMPLATES)]
fn analyse(bencher: Bencher<'_, '_>, templates: usize) {
    bencher
        .with_inputs(|| Model::read(declaration(templates)))
        .bench_values(Model::analyse);
}

/// From the checked hierarchy to tokens.
#[divan::bench(args = TEMPLATES)]
fn write(bencher: Bencher<'_, '_>, templates: usize) {
    bencher
        .with_inputs(|| Model::read(declaration(templates)).analyse())
        .bench_refs(|checked| checked.write());
}
