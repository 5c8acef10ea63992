//! What the runtime knows of a line: its names, and where its parameters are in them.

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use topics_core::Template;

use super::{Context, fields, plain};
use crate::analysis::CheckedTopic;
use crate::here::{self, code};
use crate::hierarchy::{Segment, Topic, TopicTemplate, ends_with_tail, place_of};

/// The description of a line, as a constant expression.
pub(super) fn description(topic: &CheckedTopic) -> TokenStream {
    let type_name = here::text(&topic.name.unraw().to_string());
    let present = name(topic, &topic.present);
    let (has_former, is_first) = (!topic.former.is_empty(), topic.attributes.is_first);
    let new = code!(__topics::Description::new(#type_name, #present));
    if !has_former && !is_first && !topic.is_typed() {
        return new;
    }
    let former = has_former.then(|| {
        let former = topic.former.iter();
        let templates = former.clone().map(|former| template(former.template()));
        let names = former.map(|former| name(topic, former));
        let order = topic.relations.parse_order.iter();
        let order = order.map(|id| here::number(id.name));
        code! {
            former: &[#(#names),*],
            former_templates: &[#(#templates),*],
            order: &[#(#order),*],
        }
    });
    let types = topic.parameters().filter_map(|parameter| {
        let of = fields::value_of(parameter.kind.typed()?);
        let name = here::text(&parameter.name.unraw().to_string());
        Some(code!((#name, #of.texts)))
    });
    let is_first = here::flag(is_first);
    code! {
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
        let any = plain(&context.hierarchy.name);
        code! {
            fn owner(text: &__topics::str) -> __topics::Option<__topics::Template<'static>> {
                __topics::owner(#any::parse(text), text)
            }
        }
    })
}

fn template(template: Template<'_>) -> TokenStream {
    let text = here::text(template.as_str());
    code!(__topics::Template::from_checked(#text))
}

fn name(topic: &Topic, of: &TopicTemplate) -> TokenStream {
    let (template, segments) = (template(of.template()), &of.segments);
    let pieces = pieces(segments);
    let (pieces, has_tail) = (
        pieces.iter().map(|piece| here::text(piece)),
        here::flag(ends_with_tail(segments)),
    );
    let places = topic.parameters();
    let places = places.map(|own| here::number(place_of(&own.name, segments).unwrap_or(0)));
    code! {
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
            Segment::Literal(literal) => piece.push_str(&literal.text),
            Segment::Placeholder(_) => pieces.push(std::mem::take(&mut piece)),
        }
    }
    pieces.push(piece);
    pieces
}
