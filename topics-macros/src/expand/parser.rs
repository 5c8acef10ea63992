//! How the enum finds the topic of a name: the body of `find`, and the functions that it calls.
//!
//! The number of segments chooses a function; in it one segment after the other is compared with the
//! literals that templates have there, literals before placeholders, so that the most specific template
//! comes first. A topic whose parameter is refused by its type may still be one of a less specific
//! template, so the first refusal is remembered and the search goes on. What ends in a tail is less
//! specific than anything that doesn't, and comes last.
//!
//! Each name of the hierarchy is in the code once, and compiling takes time proportional to its size.

mod trie;

use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use self::trie::{Node, Trie};
use super::Context;
use super::named::Named;
use crate::hierarchy::{Segment, ends_with_tail};

/// A name, and what tries to read a topic by it.
pub(super) struct Candidate<'c> {
    pub(super) segments: &'c [Segment],
    pub(super) attempt: TokenStream,
}

/// The body of the function, and what it calls, which exists under the same condition.
pub(super) fn expand(
    context: &Context<'_>,
    of: &Named,
    cfg: &TokenStream,
    candidates: &[Candidate<'_>],
) -> (TokenStream, TokenStream) {
    let private = &context.private;
    let mut by_count: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut tails = Vec::new();
    let first = context.hierarchy.names_tried_one_by_one();
    for (index, candidate) in candidates.iter().enumerate().skip(first) {
        if ends_with_tail(candidate.segments) {
            tails.push(index);
        } else {
            let count = candidate.segments.len();
            by_count.entry(count).or_default().push(index);
        }
    }
    let mut functions = Functions {
        context,
        of,
        cfg,
        candidates,
        written: TokenStream::new(),
        next: 0,
    };
    let first: Vec<TokenStream> = (0..first)
        .map(|index| {
            let call = functions.add(&[index]);
            let segments = candidates
                .get(index)
                .map_or(&[][..], |candidate| candidate.segments);
            let attempt = quote! {
                let __found = #call;
                if #private::Option::is_some(&__found) {
                    return __found;
                }
            };
            if ends_with_tail(segments) {
                return attempt;
            }
            let count = segments.len();
            quote!(if #private::Split::count(__split) == #count { #attempt })
        })
        .collect();
    let arms: Vec<TokenStream> = by_count
        .into_iter()
        .map(|(count, indices)| {
            let call = functions.add(&indices);
            quote!(#count => #call,)
        })
        .collect();
    let by_count = quote! {
        match #private::Split::count(__split) {
            #(#arms)*
            _ => #private::None,
        }
    };
    let body = if tails.is_empty() {
        quote!(#(#first)* #by_count)
    } else {
        let tails = functions.add(&tails);
        quote! {
            #(#first)*
            let __found = #by_count;
            if #private::Option::is_some(&__found) {
                return __found;
            }
            #tails
        }
    };
    (body, functions.written)
}

/// How many names one function tells apart: where it is larger, the compiler takes long for it.
const MOST_NAMES: usize = 48;

/// How deep the comparisons of one function are nested.
const DEEPEST: usize = 12;

/// Of so many literals at a place, the right one is searched for by halving.
const MOST_LITERALS: usize = 64;

/// So many literals in a row are compared in code, more from a list: each condition is nested in the one
/// behind it, and the compiler calls itself for each.
const MOST_CONDITIONS: usize = 8;

/// The functions that are called, one for each number of segments or for a part of their names.
struct Functions<'c> {
    context: &'c Context<'c>,
    of: &'c Named,
    cfg: &'c TokenStream,
    candidates: &'c [Candidate<'c>],
    written: TokenStream,
    next: usize,
}

impl Functions<'_> {
    /// Writes the function that tries some candidates, and returns the call of it.
    fn add(&mut self, indices: &[usize]) -> TokenStream {
        let names = indices.iter().filter_map(|index| {
            let candidate = self.candidates.get(*index)?;
            Some((*index, candidate.segments))
        });
        let trie = Trie::new(names);
        let first = self.next_name();
        let mut left = vec![(first.clone(), Trie::ROOT)];
        while let Some((name, node)) = left.pop() {
            let mut body = Body {
                functions: self,
                trie: &trie,
                left: &mut left,
                root: node,
            };
            let body = body.node(node, 0);
            let function = self.function(&name, &body);
            self.written.extend(function);
        }
        call(&first)
    }

    fn next_name(&mut self) -> Ident {
        let name = format_ident!("__parse_{}", self.next, span = Span::call_site());
        self.next += 1;
        name
    }

    /// A function of the block, since one of the enum's would be offered to whoever misspells a method of it.
    fn function(&self, name: &Ident, body: &TokenStream) -> TokenStream {
        let (private, cfg) = (&self.context.private, self.cfg);
        let (generics, found) = (self.of.generics_with_lifetime(), self.of.borrowed());
        let lifetime = self.of.lifetime();
        quote! {
            #cfg
            fn #name #generics(
                __split: &#private::Split<#lifetime, '_>,
                __refused: &mut #private::Refusals,
            ) -> #private::Option<#found> {
                #body
                #private::None
            }
        }
    }
}

fn call(name: &Ident) -> TokenStream {
    quote!(#name(__split, __refused))
}

/// The body of one function.
struct Body<'b, 'c> {
    functions: &'b mut Functions<'c>,
    trie: &'b Trie<'b>,
    /// The functions that are still to be written, each with the node that it begins at.
    left: &'b mut Vec<(Ident, usize)>,
    root: usize,
}

impl Body<'_, '_> {
    fn node(&mut self, at: usize, depth: usize) -> TokenStream {
        let context = self.functions.context;
        let private = &context.private;
        let is_large = depth == DEEPEST || self.trie.size(at) > MOST_NAMES;
        if at != self.root && is_large {
            let name = self.functions.next_name();
            let call = call(&name);
            self.left.push((name, at));
            return quote! {
                if let #private::Some(__found) = #call {
                    return #private::Some(__found);
                }
            };
        }
        let (literals, node) = self.trie.straight(at);
        let tokens = self.branches(node, depth);
        if literals.is_empty() {
            return tokens;
        }
        let are_there = if literals.len() > MOST_CONDITIONS {
            let literals = literals.iter().map(|(at, text)| quote!((#at, #text)));
            quote!(__split.has(&[#(#literals),*]))
        } else {
            let literals = literals
                .iter()
                .map(|(at, text)| quote!(__split.is(#at, #text)));
            quote!(#(#literals)&&*)
        };
        quote! {
            if #are_there {
                #tokens
            }
        }
    }

    fn branches(&mut self, node: &Node<'_>, depth: usize) -> TokenStream {
        let mut tokens = self.literals(node, depth);
        if let Some(any) = node.any {
            tokens.extend(self.node(any, depth + 1));
        }
        let attempts = node.ends.iter().filter_map(|index| self.attempt(*index));
        tokens.extend(attempts.cloned());
        let tails = node.tails.iter().filter_map(|index| self.attempt(*index));
        let tails: TokenStream = tails.cloned().collect();
        if !tails.is_empty() {
            let private = &self.functions.context.private;
            let position = node.position;
            tokens.extend(quote! {
                if #private::Split::count(__split) > #position {
                    #tails
                }
            });
        }
        tokens
    }

    fn literals(&mut self, node: &Node<'_>, depth: usize) -> TokenStream {
        let context = self.functions.context;
        let private = &context.private;
        let position = node.position;
        let texts: Vec<&str> = node.literals.keys().copied().collect();
        let children: Vec<TokenStream> = node
            .literals
            .values()
            .map(|child| self.node(*child, depth + 1))
            .collect();
        if texts.is_empty() {
            return TokenStream::new();
        }
        if texts.len() > MOST_LITERALS {
            let indices = 0..texts.len();
            return quote! {
                match #private::find(&[#(#texts),*], __split.get(#position)) {
                    #(#indices => { #children })*
                    _ => {}
                }
            };
        }
        // Texts of one length are compared at once, without a look at how long each is.
        let mut by_length: BTreeMap<usize, Vec<TokenStream>> = BTreeMap::new();
        for (text, child) in texts.iter().zip(children) {
            let bytes = Literal::byte_string(text.as_bytes());
            let case = quote!(if __segment == #bytes { #child });
            by_length.entry(text.len()).or_default().push(case);
        }
        let arms = by_length
            .into_iter()
            .map(|(length, cases)| quote!(#length => { #(#cases)else* }));
        quote! {
            let __segment = __split.bytes(#position);
            match __segment.len() {
                #(#arms)*
                _ => {}
            }
        }
    }

    fn attempt(&self, index: usize) -> Option<&TokenStream> {
        let candidate = self.functions.candidates.get(index);
        candidate.map(|candidate| &candidate.attempt)
    }
}
