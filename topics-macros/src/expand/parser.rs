//! The body of the enum's `parse`, and the functions that it calls.
//!
//! The number of segments chooses a function; in it one segment after the other is compared with the
//! literals that templates have there, literals before placeholders, so that the most specific template
//! comes first. A topic whose parameter is refused by its type may still be one of a less specific
//! template, so the first refusal is remembered and the search goes on. What ends in a tail is less
//! specific than anything that doesn't, and comes last.
//!
//! Each name of the hierarchy is in the code once, and compiling takes time proportional to its size.

mod trie;

use std::collections::{BTreeMap, HashMap};

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote_spanned};

use self::trie::{Node, Trie};
use super::Context;
use super::named::Named;
use super::variant::{Holds, Variant};
use crate::analysis::CheckedHierarchy;
use crate::hierarchy::{Name, Topic, ends_with_tail};

/// The body of the function, and what it calls.
pub(super) fn expand(
    context: &Context<'_>,
    variants: &[Variant<'_>],
    of: &Named<'_>,
    found: Found,
) -> (TokenStream, TokenStream) {
    let Context {
        private,
        hierarchy,
        span,
        ..
    } = context;
    let span = *span;
    let candidates = candidates(hierarchy, variants);
    let mut by_count: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut tails = Vec::new();
    let first = hierarchy.names_tried_one_by_one();
    for (index, (_, name)) in candidates.iter().enumerate().skip(first) {
        if ends_with_tail(name.segments) {
            tails.push(index);
        } else {
            let count = name.segments.len();
            by_count.entry(count).or_default().push(index);
        }
    }
    let mut functions = Functions {
        context,
        of,
        found,
        candidates: &candidates,
        written: TokenStream::new(),
        next: 0,
    };
    let first: Vec<TokenStream> = (0..first)
        .map(|index| {
            let call = functions.add(&[index]);
            let segments = candidates
                .get(index)
                .map_or(&[][..], |(_, name)| name.segments);
            let attempt = quote_spanned! {span=>
                if let #private::Some(__found) = #call {
                    return #private::Ok(__found);
                }
            };
            if ends_with_tail(segments) {
                return attempt;
            }
            let count = segments.len();
            quote_spanned!(span=> if #private::Split::count(__split) == #count { #attempt })
        })
        .collect();
    let arms: Vec<TokenStream> = by_count
        .into_iter()
        .map(|(count, indices)| {
            let call = functions.add(&indices);
            quote_spanned!(span=> #count => #call,)
        })
        .collect();
    let tails = (!tails.is_empty()).then(|| {
        let call = functions.add(&tails);
        quote_spanned! {span=>
            if let #private::Some(__found) = #call {
                return #private::Ok(__found);
            }
        }
    });
    let most_segments = hierarchy.most_segments();
    let body = quote_spanned! {span=>
        let mut __ends = [0; #most_segments];
        let __split = &#private::Split::new(text, &mut __ends, Self::TEMPLATES)?;
        #[allow(unused_mut)]
        let mut __refusals = #private::Refusals::new();
        let __refused = &mut __refusals;
        #(#first)*
        let __found = match #private::Split::count(__split) {
            #(#arms)*
            _ => #private::None,
        };
        if let #private::Some(__found) = __found {
            return #private::Ok(__found);
        }
        #tails
        #private::Err(#private::Refusals::into_error(__refusals, text, Self::TEMPLATES))
    };
    (body, functions.written)
}

/// What is returned of the topic that was found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Topic,
    /// The topic, and the template that its name is of.
    TopicAndTemplate,
}

/// A name, and the variant that is read from it.
type Candidate<'v, 'h> = (&'v Variant<'h>, Name<'h>);

fn candidates<'v, 'h>(
    hierarchy: &'h CheckedHierarchy,
    variants: &'v [Variant<'h>],
) -> Vec<Candidate<'v, 'h>> {
    let of_topic: HashMap<*const Topic, &Variant<'h>> = variants
        .iter()
        .filter_map(|variant| match variant.holds {
            Holds::Struct(topic) | Holds::Fields(topic, _) => {
                Some((std::ptr::from_ref(topic), variant))
            }
            Holds::Wrapped(_) => None,
        })
        .collect();
    let names = hierarchy.names_in_parse_order();
    names
        .filter_map(|name| Some((*of_topic.get(&std::ptr::from_ref(name.topic))?, name)))
        .collect()
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
struct Functions<'c, 'v, 'h> {
    context: &'c Context<'c>,
    of: &'c Named<'c>,
    found: Found,
    candidates: &'c [Candidate<'v, 'h>],
    written: TokenStream,
    next: usize,
}

impl Functions<'_, '_, '_> {
    /// Writes the function that tries some candidates, and returns the call of it.
    fn add(&mut self, indices: &[usize]) -> TokenStream {
        let names = indices.iter().filter_map(|index| {
            let (_, name) = self.candidates.get(*index)?;
            Some((*index, name.segments))
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
        self.call(&first)
    }

    fn next_name(&mut self) -> Ident {
        let name = format_ident!("__parse_{}", self.next, span = self.context.span);
        self.next += 1;
        name
    }

    fn call(&self, name: &Ident) -> TokenStream {
        quote_spanned!(self.context.span=> Self::#name(__split, __refused))
    }

    fn function(&self, name: &Ident, body: &TokenStream) -> TokenStream {
        let Context {
            krate,
            private,
            span,
            ..
        } = self.context;
        let found = match self.found {
            Found::Topic => quote_spanned!(*span=> Self),
            Found::TopicAndTemplate => quote_spanned!(*span=> (Self, #krate::Template<'static>)),
        };
        let lifetime = self.of.has_lifetime().then(|| self.of.lifetime());
        let lifetime = lifetime.unwrap_or_else(|| syn::Lifetime::new("'_", *span));
        quote_spanned! {*span=>
            #[doc(hidden)]
            fn #name(
                __split: &#private::Split<#lifetime, '_>,
                __refused: &mut #private::Refusals,
            ) -> #private::Option<#found> {
                #body
                #private::None
            }
        }
    }
}

/// The body of one function.
struct Body<'b, 'c, 'v, 'h> {
    functions: &'b mut Functions<'c, 'v, 'h>,
    trie: &'b Trie<'b>,
    /// The functions that are still to be written, each with the node that it begins at.
    left: &'b mut Vec<(Ident, usize)>,
    root: usize,
}

impl Body<'_, '_, '_, '_> {
    fn node(&mut self, at: usize, depth: usize) -> TokenStream {
        let context = self.functions.context;
        let (span, private) = (context.span, &context.private);
        let is_large = depth == DEEPEST || self.trie.size(at) > MOST_NAMES;
        if at != self.root && is_large {
            let name = self.functions.next_name();
            let call = self.functions.call(&name);
            self.left.push((name, at));
            return quote_spanned! {span=>
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
            let literals = literals
                .iter()
                .map(|(at, text)| quote_spanned!(span=> (#at, #text)));
            quote_spanned!(span=> __split.has(&[#(#literals),*]))
        } else {
            let literals = literals
                .iter()
                .map(|(at, text)| quote_spanned!(span=> __split.is(#at, #text)));
            quote_spanned!(span=> #(#literals)&&*)
        };
        quote_spanned! {span=>
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
        let attempts = node.ends.iter().map(|index| self.attempt(*index));
        tokens.extend(attempts);
        let tails = node.tails.iter().map(|index| self.attempt(*index));
        let tails: TokenStream = tails.collect();
        if !tails.is_empty() {
            let span = self.functions.context.span;
            let private = &self.functions.context.private;
            let position = node.position;
            tokens.extend(quote_spanned! {span=>
                if #private::Split::count(__split) > #position {
                    #tails
                }
            });
        }
        tokens
    }

    fn literals(&mut self, node: &Node<'_>, depth: usize) -> TokenStream {
        let context = self.functions.context;
        let (span, private) = (context.span, &context.private);
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
            return quote_spanned! {span=>
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
            let case = quote_spanned!(span=> if __segment == #bytes { #child });
            by_length.entry(text.len()).or_default().push(case);
        }
        let arms = by_length
            .into_iter()
            .map(|(length, cases)| quote_spanned!(span=> #length => { #(#cases)else* }));
        quote_spanned! {span=>
            let __segment = __split.bytes(#position);
            match __segment.len() {
                #(#arms)*
                _ => {}
            }
        }
    }

    fn attempt(&self, index: usize) -> TokenStream {
        let Functions {
            context,
            candidates,
            found,
            ..
        } = &*self.functions;
        let Some((variant, name)) = candidates.get(index) else {
            return TokenStream::new();
        };
        variant.attempt(context, name.id.former, *found)
    }
}
