//! The macros as functions from tokens to tokens for the fuzz targets, and one by one the stages of `topics!` for
//! benchmarks.
//!
//! A procedural macro exports nothing but itself, so a library has to be made of its sources, and its root to
//! lie among them; it belongs to the package in `fuzz/macros`. Outside of a compiler, `proc-macro2` has tokens
//! of its own.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    reason = "the macro's sources, for fuzzing and measuring"
)]

extern crate proc_macro;

mod analysis;
mod braces;
mod case;
mod derive;
mod errors;
mod expand;
mod few;
mod here;
mod hierarchy;
mod literal;
mod messages;
mod nesting;
mod place;
mod segment_value;
mod source_text;
mod syntax;

use analysis::CheckedHierarchy;
use errors::Errors;
use hierarchy::Hierarchy;
use proc_macro2::TokenStream;
use syntax::Declaration;

/// `topics!`, without the path to the runtime before its tokens.
pub fn topics(tokens: TokenStream) -> TokenStream {
    let mut checked = Model::read(tokens).analyse();
    let mut expansion = checked.write();
    expansion.extend(checked.1.items());
    expansion
}

/// What a declaration means, as the first stage makes it of tokens; and its faults.
pub struct Model(Hierarchy, Errors);

/// What has been compared, and its faults.
pub struct Checked(CheckedHierarchy, Errors);

impl Model {
    pub fn read(tokens: TokenStream) -> Self {
        let mut errors = Errors::default();
        let declaration = Declaration::parse(tokens, &mut errors);
        Self(Hierarchy::build(declaration, &mut errors), errors)
    }

    /// Duplicates, clashes of names, overlaps, ambiguity and shadows.
    pub fn analyse(mut self) -> Checked {
        Checked(analysis::run(self.0, &mut self.1), self.1)
    }
}

impl Checked {
    pub fn write(&self) -> TokenStream {
        expand::expand(&self.0, &quote::quote!(::topics))
    }
}

/// `#[derive(Topic)]`.
pub fn derive_topic(tokens: TokenStream) -> TokenStream {
    derive::topic(tokens)
}

/// `#[derive(Topics)]`.
pub fn derive_topics(tokens: TokenStream) -> TokenStream {
    derive::topics(tokens)
}

/// `#[derive(SegmentValue)]`.
pub fn derive_segment_value(tokens: TokenStream) -> TokenStream {
    segment_value::derive(tokens)
}

/// `pattern!`, without the path to the runtime before its tokens.
pub fn pattern(tokens: TokenStream) -> TokenStream {
    literal::expand(literal::Kind::Pattern, quote::quote!([::topics] #tokens))
}
