//! How the enum finds the topic of a name: the body of `find`, and the functions that it calls.
//!
//! The number of segments chooses a function. In it, the first segment that tells templates apart is compared with
//! their literals, until one of them is left, which is then tried: literals before placeholders, so the most specific
//! template comes first. A topic whose parameter is refused by its type may still be one of a less specific
//! template, so the first refusal is remembered and the search goes on. What ends in a tail is less specific than
//! anything that doesn't, and comes last.
//!
//! Each name of the hierarchy is in the code once, and compiling takes time proportional to its size.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;

use super::Context;
use super::named::Named;
use super::variant::attempt;
use crate::here::{self, code};
use crate::hierarchy::{Name, ends_with_tail};

/// A name, and what tries to read a topic by it.
struct Candidate<'c> {
    /// The literals that have not been compared, each with its place, the last one first.
    literals: Vec<(usize, &'c str)>,
    count: usize,
    has_tail: bool,
    attempt: TokenStream,
}

impl<'c> Candidate<'c> {
    fn new(context: &Context<'_>, name: &Name<'c>) -> Self {
        let segments_backwards = name.segments.iter().enumerate().rev();
        let literals = segments_backwards
            .filter_map(|(place, segment)| Some((place, &*segment.literal()?.text)));
        Self {
            literals: literals.collect(),
            count: name.segments.len(),
            has_tail: ends_with_tail(name.segments),
            attempt: attempt(context, name),
        }
    }
}

/// The body of the function, and what it calls.
pub(super) fn expand(context: &Context<'_>, of: &Named) -> (TokenStream, TokenStream) {
    let names = context.hierarchy.names_in_parse_order();
    let mut first: Vec<_> = names.map(|name| Candidate::new(context, &name)).collect();
    let one_by_one = context.hierarchy.names_tried_one_by_one();
    let others = first.split_off(one_by_one.min(first.len()));
    // No topic has no segments, so that is the place of those that end in a tail.
    let mut by_count = BTreeMap::from([(0, Vec::new())]);
    for candidate in others {
        let count = usize::from(!candidate.has_tail) * candidate.count;
        by_count.entry(count).or_default().push(candidate);
    }
    // Functions of the block, since those of the enum would be offered to whoever misspells a method of it.
    let of = of.in_code();
    let (generics, found, lifetime) = (of.generics_of_function(), of.borrowed(), of.lifetime());
    let (mut functions, mut calls) = (TokenStream::new(), Vec::new());
    for (count, candidates) in by_count {
        let name = here::name(&format!("__parse_{count}"));
        let call = code!(#name(__split, __refused));
        let (body, none) = (search(candidates, 0), code!(__topics::None));
        let tails = calls.first().map_or(&none, |(_, call)| call);
        functions.extend(code! {
            fn #name #generics(
                __split: &__topics::Split<#lifetime, '_>,
                __refused: &mut __topics::Refusals,
            ) -> __topics::Option<#found> {
                #body
                #tails
            }
        });
        calls.push((count, call));
    }
    let first = first.into_iter().map(|candidate| {
        let (has_tail, count) = (
            here::flag(candidate.has_tail),
            here::number(candidate.count),
        );
        let search = search(vec![candidate], 0);
        code!(if #has_tail || __topics::Split::count(__split) == #count { #search })
    });
    let (counts, calls): (Vec<_>, Vec<_>) = calls.into_iter().rev().unzip();
    let (counts, last) = (counts.into_iter().filter(|count| *count > 0), calls.last());
    let counts = counts.map(here::number);
    let body = code! {
        #(#first)*
        match __topics::Split::count(__split) {
            #(#counts => #calls,)*
            _ => #last,
        }
    };
    (body, functions)
}

/// How deep comparisons are nested.
const DEEPEST: usize = 12;

/// Of so many literals at a place, the right one is searched for by halving.
const MOST_LITERALS: usize = 64;

/// So many literals in a row are compared in code, more from a list: each condition is nested in the one behind it, and
/// the compiler calls itself for each.
const MOST_CONDITIONS: usize = 8;

/// Tries names, and returns from the function if one of them is read.
fn search(mut candidates: Vec<Candidate<'_>>, depth: usize) -> TokenStream {
    let Some((first, others)) = candidates.split_first() else {
        return TokenStream::new();
    };
    let has = |literals: &[(usize, &str)], (place, text): (usize, &str)| {
        let found = literals.binary_search_by(|(other, _)| place.cmp(other));
        found.is_ok_and(|found| literals.get(found) == Some(&(place, text)))
    };
    let mut shared = first.literals.clone();
    shared.retain(|own| others.iter().all(|other| has(&other.literals, *own)));
    for candidate in &mut candidates {
        candidate.literals.retain(|own| !has(&shared, *own));
    }
    let mut tokens = TokenStream::new();
    if let [only] = &candidates[..] {
        let (count, attempt) = (here::number(only.count), &only.attempt);
        tokens = attempt.clone();
        if only.has_tail {
            tokens = code!(if __topics::Split::count(__split) >= #count { #attempt });
        }
    } else {
        // The first place at which they are not alike.
        while depth < DEEPEST
            && let literals = candidates
                .iter()
                .filter_map(|candidate| candidate.literals.last())
            && let Some(place) = literals.map(|(place, _)| *place).min()
        {
            let mut by_literal: BTreeMap<&str, Vec<Candidate<'_>>> = BTreeMap::new();
            for mut candidate in std::mem::take(&mut candidates) {
                match candidate.literals.pop_if(|(own, _)| *own == place) {
                    Some((_, text)) => by_literal.entry(text).or_default().push(candidate),
                    None => candidates.push(candidate),
                }
            }
            let found = by_literal.into_iter();
            let found = found.map(|(text, with)| (text, search(with, depth + 1)));
            tokens.extend(choice(place, found.collect()));
        }
        let others = candidates.into_iter();
        tokens.extend(others.map(|candidate| search(vec![candidate], depth)));
    }
    let shared = shared.into_iter().rev();
    let shared = shared.map(|(place, text)| (here::number(place), here::text(text)));
    let (places, texts): (Vec<_>, Vec<_>) = shared.unzip();
    match places.len() {
        0 => tokens,
        1..=MOST_CONDITIONS => code!(if #(__split.is(#places, #texts))&&* { #tokens }),
        _ => code!(if __split.has(&[#((#places, #texts)),*]) { #tokens }),
    }
}

/// Compares the segment at a place with literals, and goes on behind the right one.
fn choice(place: usize, found: Vec<(&str, TokenStream)>) -> TokenStream {
    let place = here::number(place);
    if found.len() > MOST_LITERALS {
        let indices = (0..found.len()).map(here::number);
        let found = found
            .into_iter()
            .map(|(text, found)| (here::text(text), found));
        let (texts, found): (Vec<_>, Vec<_>) = found.unzip();
        return code! {
            match __topics::position(&[#(#texts),*], __split.get(#place)) {
                #(#indices => { #found })*
                _ => {}
            }
        };
    }
    // Texts of one length are compared at once, without a look at how long each is.
    let mut by_length: BTreeMap<usize, Vec<TokenStream>> = BTreeMap::new();
    for (text, found) in found {
        let bytes = here::bytes(text);
        let case = code!(if __segment == #bytes { #found });
        by_length.entry(text.len()).or_default().push(case);
    }
    let by_length = by_length.into_iter();
    let by_length = by_length.map(|(length, cases)| (here::number(length), cases));
    let (lengths, cases): (Vec<_>, Vec<_>) = by_length.unzip();
    code! {
        let __segment = __split.bytes(#place);
        match __segment.len() {
            #(#lengths => { #(#cases)else* })*
            _ => {}
        }
    }
}
