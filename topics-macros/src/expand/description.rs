//! What the runtime knows of a line: its names, and where its parameters are in them.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use topics_core::Template;

use super::{Context, fields, located_at};
use crate::analysis::CheckedTopic;
use crate::hierarchy::{Kind, Segment, Topic, ends_with_tail, parameters};

/// The description of a line, as a constant expression.
pub(super) fn description(topic: &CheckedTopic) -> TokenStream {
    let type_name = topic.name.unraw().to_string();
    let present = name(topic, topic.template(), &topic.segments);
    let (has_former, is_first) = (!topic.former.is_empty(), topic.attributes.is_first);
    let new = quote!(__topics::Description::new(#type_name, #present));
    if !has_former && !is_first && !topic.is_typed() {
        return new;
    }
    let former = has_former.then(|| {
        let former = topic.former.iter();
        let templates = former.clone().map(|former| template(former.template()));
        let names = former.map(|former| name(topic, former.template(), &former.segments));
        let order = topic.relations.parse_order.iter();
        let order = order.map(|name| name.former.map_or(0, |former| former + 1));
        quote! {
            former: &[#(#names),*],
            former_templates: &[#(#templates),*],
            order: &[#(#order),*],
        }
    });
    let types = topic.parameters().filter_map(|(_, parameter)| {
        let Kind::Typed(of) = &parameter.kind else {
            return None;
        };
        let of = fields::value_of(of);
        let name = parameter.field.unraw().to_string();
        Some(quote!((#name, __topics::ValueOf::texts(&#of))))
    });
    quote! {
        __topics::Description {
            #former
            types: &[#(#types),*],
            is_first: #is_first,
            ..#new
        }
    }
}

/// What tells whose a topic is that the line can read too, if another line may win over it.
pub(super) fn owner(context: &Context<'_>, topic: &CheckedTopic) -> Option<TokenStream> {
    (!topic.relations.winners.is_empty()).then(|| {
        let any = located_at(&context.hierarchy.name, Span::call_site());
        quote! {
            fn owner(text: &__topics::str) -> __topics::Option<__topics::Template<'static>> {
                __topics::owner(#any::parse(text), text)
            }
        }
    })
}

fn template(template: Template<'_>) -> TokenStream {
    let text = template.as_str();
    quote!(__topics::Template::from_checked(#text))
}

fn name(topic: &Topic, template: Template<'_>, segments: &[Segment]) -> TokenStream {
    let template = self::template(template);
    let pieces = pieces(segments);
    let places = topic.parameters().map(|(_, own)| {
        let mut all = parameters(segments);
        let place = all.find(|(_, other)| other.field.unraw() == own.field.unraw());
        place.map_or(0, |(place, _)| place)
    });
    let has_tail = ends_with_tail(segments);
    quote! {
        __topics::Name {
            template: #template,
            pieces: &[#(#pieces),*],
            places: &[#(#places),*],
            has_tail: #has_tail,
        }
    }
}

/// The text before each placeholder, and behind the last one.
fn pieces(segments: &[Segment]) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for (index, segment) in segments.iter().enumerate() {
        if index > 0 {
            piece.push('.');
        }
        match segment {
            Segment::Literal(literal) => piece.push_str(literal),
            Segment::Parameter(_) => pieces.push(std::mem::take(&mut piece)),
        }
    }
    pieces.push(piece);
    pieces
}
