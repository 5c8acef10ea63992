//! The macros as functions from tokens to tokens, for the fuzz targets.
//!
//! A procedural macro exports nothing but itself, so a library has to be made of its sources, and its root to
//! lie among them; it belongs to the package in `fuzz/macros`. Outside of a compiler, `proc-macro2` has tokens
//! of its own.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    reason = "the macro's sources, for fuzzing"
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
mod segment_value;
mod source_text;
mod syntax;

use errors::Errors;
use hierarchy::Hierarchy;
use proc_macro2::TokenStream;
use syntax::Declaration;

/// `topics!`, without the path to the runtime before its tokens.
pub fn topics(tokens: TokenStream) -> TokenStream {
    let errors = &mut Errors::default();
    let declaration = Declaration::parse(tokens, errors);
    let hierarchy = Hierarchy::build(declaration, errors);
    let checked = analysis::run(hierarchy, errors);
    let mut expansion = expand::expand(&checked, &quote::quote!(::topics));
    expansion.extend(errors.items());
    expansion
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
