//! The body of the enum's `parse`.
//!
//! Templates are tried from the most to the least specific, but only those that can have as many
//! segments as the topic has. A topic whose parameter is refused by its type may still be one of a
//! less specific template, so the first refusal is remembered and the search goes on.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::Context;
use super::variant::{Holds, Variant};
use crate::hierarchy::{Hierarchy, Kind, Segment, Topic};

pub(super) fn expand(context: &Context<'_>, variants: &[Variant<'_>]) -> TokenStream {
    let Context {
        private,
        hierarchy,
        span,
        ..
    } = context;
    let span = *span;
    let most_segments = hierarchy.most_segments();
    let Candidates { by_count, longer } = candidates(hierarchy, variants);
    let arms = by_count.into_iter().map(|(count, variants)| {
        let attempts = variants.into_iter().map(|variant| variant.attempt(context));
        quote_spanned!(span=> #count => { #(#attempts)* })
    });
    let longer = longer.into_iter().map(|variant| variant.attempt(context));
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

/// The topics that can have so many segments, the most specific first.
struct Candidates<'v, 'h> {
    by_count: BTreeMap<usize, Vec<&'v Variant<'h>>>,
    /// Those that can have more segments than any template: the ones with a tail.
    longer: Vec<&'v Variant<'h>>,
}

/// The topics, the more specific before the less specific.
#[cfg(test)]
pub(crate) fn parsing_order(hierarchy: &Hierarchy) -> Vec<&Topic> {
    let mut topics: Vec<&Topic> = hierarchy.topics.iter().collect();
    sort(&mut topics, |topic| topic);
    topics
}

/// Puts the more specific before the less specific.
fn sort<T>(of: &mut [T], topic: impl Fn(&T) -> &Topic) {
    of.sort_by_cached_key(|of| ranks(topic(of)));
}

fn candidates<'v, 'h>(hierarchy: &Hierarchy, variants: &'v [Variant<'h>]) -> Candidates<'v, 'h> {
    let mut topics: Vec<(&Topic, &Variant<'h>)> = variants
        .iter()
        .filter_map(|variant| match variant.holds {
            Holds::Struct(topic) | Holds::Fields(topic, _) => Some((topic, variant)),
            Holds::Wrapped(_) => None,
        })
        .collect();
    sort(&mut topics, |(topic, _)| topic);
    let counts = topics.iter().map(|(topic, _)| topic.segments.len());
    let mut by_count: BTreeMap<usize, Vec<&Variant<'h>>> =
        counts.map(|count| (count, Vec::new())).collect();
    let most_segments = hierarchy.most_segments();
    for (topic, variant) in &topics {
        let least = topic.segments.len();
        let most = if topic.ends_with_tail() {
            most_segments
        } else {
            least
        };
        for count in least..=most {
            by_count.entry(count).or_default().push(variant);
        }
    }
    topics.retain(|(topic, _)| topic.ends_with_tail());
    Candidates {
        by_count,
        longer: topics.into_iter().map(|(_, variant)| variant).collect(),
    }
}

/// How many segments each position takes, as far as one can be compared with another.
///
/// A more specific template takes a subset at every position, and fewer at the first position where
/// the two differ; so in the order of these lists it comes first.
fn ranks(topic: &Topic) -> Vec<usize> {
    let ranks = topic.segments.iter().map(|segment| match segment {
        Segment::Literal(_) => 1,
        Segment::Parameter(parameter) => match &parameter.kind {
            Kind::Closed(closed) => closed.values.len(),
            Kind::Plain | Kind::Typed(_) => usize::MAX - 1,
            Kind::Tail => usize::MAX,
        },
    });
    ranks.collect()
}
