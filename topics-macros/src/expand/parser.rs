//! The body of the enum's `parse`.
//!
//! Templates are tried from the most to the least specific, but only those that can have as many
//! segments as the topic has. A topic whose parameter is refused by its type may still be one of a
//! less specific template, so the first refusal is remembered and the search goes on.

use std::collections::{BTreeMap, HashMap};

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::Context;
use super::variant::{Holds, Variant};
use crate::hierarchy::{Hierarchy, Kind, Name, Segment, Topic, ends_with_tail};

pub(super) fn expand(context: &Context<'_>, variants: &[Variant<'_>], found: Found) -> TokenStream {
    let Context {
        private,
        hierarchy,
        span,
        ..
    } = context;
    let span = *span;
    let most_segments = hierarchy.most_segments();
    let Candidates { by_count, longer } = candidates(hierarchy, variants);
    let attempt =
        |(variant, name): (&Variant<'_>, Name<'_>)| variant.attempt(context, name.id.former, found);
    let arms = by_count.into_iter().map(|(count, candidates)| {
        let attempts = candidates.into_iter().map(attempt);
        quote_spanned!(span=> #count => { #(#attempts)* })
    });
    let longer = longer.into_iter().map(attempt);
    quote_spanned! {span=>
        let mut ends = [0; #most_segments];
        let split = #private::Split::new(text, &mut ends, Self::TEMPLATES)?;
        #[allow(unused_mut)]
        let mut refusals = #private::Refusals::new();
        match #private::Split::count(&split) {
            #(#arms)*
            _ => { #(#longer)* }
        }
        #private::Err(#private::Refusals::into_error(refusals, text, Self::TEMPLATES))
    }
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

/// The names that can have so many segments, the most specific first.
struct Candidates<'v, 'h> {
    by_count: BTreeMap<usize, Vec<Candidate<'v, 'h>>>,
    /// Those that can have more segments than any template: the ones with a tail.
    longer: Vec<Candidate<'v, 'h>>,
}

/// The names, the more specific before the less specific.
pub(crate) fn in_parsing_order(mut names: Vec<Name<'_>>) -> Vec<Name<'_>> {
    names.sort_by_cached_key(|name| ranks(name.segments));
    names
}

fn candidates<'v, 'h>(hierarchy: &'h Hierarchy, variants: &'v [Variant<'h>]) -> Candidates<'v, 'h> {
    let of_topic: HashMap<*const Topic, &Variant<'h>> = variants
        .iter()
        .filter_map(|variant| match variant.holds {
            Holds::Struct(topic) | Holds::Fields(topic, _) => {
                Some((std::ptr::from_ref(topic), variant))
            }
            Holds::Wrapped(_) => None,
        })
        .collect();
    let names = in_parsing_order(hierarchy.names()).into_iter();
    let mut candidates: Vec<Candidate<'v, 'h>> = names
        .filter_map(|name| Some((*of_topic.get(&std::ptr::from_ref(name.topic))?, name)))
        .collect();
    let counts = candidates.iter().map(|(_, name)| name.segments.len());
    let mut by_count: BTreeMap<usize, Vec<Candidate<'v, 'h>>> =
        counts.map(|count| (count, Vec::new())).collect();
    let most_segments = hierarchy.most_segments();
    for candidate in &candidates {
        let segments = candidate.1.segments;
        let least = segments.len();
        let most = if ends_with_tail(segments) {
            most_segments
        } else {
            least
        };
        for count in least..=most {
            by_count.entry(count).or_default().push(*candidate);
        }
    }
    candidates.retain(|(_, name)| ends_with_tail(name.segments));
    Candidates {
        by_count,
        longer: candidates,
    }
}

/// How many segments each position takes, as far as one can be compared with another.
///
/// A more specific template takes a subset at every position, and fewer at the first position where
/// the two differ; so in the order of these lists it comes first.
fn ranks(segments: &[Segment]) -> Vec<usize> {
    let ranks = segments.iter().map(|segment| match segment {
        Segment::Literal(_) => 1,
        Segment::Parameter(parameter) => match &parameter.kind {
            Kind::Closed(closed) => closed.values.len(),
            Kind::Plain | Kind::Typed(_) => usize::MAX - 1,
            Kind::Tail => usize::MAX,
        },
    });
    ranks.collect()
}
