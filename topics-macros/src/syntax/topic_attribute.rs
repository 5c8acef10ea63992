//! `#[topic("system.<worker>.health", payload = Ping, reply = Heartbeat, crate = path)]` on a type of the
//! user's, or on a variant.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{Parse as _, ParseStream, Parser as _};
use syn::{Attribute, Ident, LitStr, Meta, Token, Type};

use super::Path;
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;

pub(crate) struct TopicAttribute {
    /// The template; `None` if it is faulty, which has been reported.
    pub(crate) path: Option<Path>,
    /// With the place of the word `payload`.
    pub(crate) payload: Option<(Place, Type)>,
    /// Likewise.
    pub(crate) reply: Option<(Place, Type)>,
    pub(crate) krate: Option<(Place, syn::Path)>,
}

impl TopicAttribute {
    /// Reads the one `#[topic(…)]` among some attributes; any other is reported.
    pub(crate) fn parse(attributes: &[Attribute], errors: &mut Errors) -> Option<Self> {
        let mut found = attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("topic"));
        let first = found.next()?;
        for other in found {
            errors.add(place(other), messages::two_templates());
        }
        let mut parsed = Self {
            path: None,
            payload: None,
            reply: None,
            krate: None,
        };
        let Meta::List(list) = &first.meta else {
            errors.add(place(first), messages::topic_attribute_without_text());
            return Some(parsed);
        };
        let read = |input: ParseStream<'_>| parsed.read(input, place(first), errors);
        if let Err(error) = read.parse2(list.tokens.clone()) {
            errors.add_parsed(error);
        }
        if let (None, Some((place, _))) = (&parsed.payload, &parsed.reply) {
            errors.add(*place, messages::reply_option_without_payload());
            parsed.reply = None;
        }
        Some(parsed)
    }

    /// Reports every `#[topic(…)]` where there must be none.
    pub(crate) fn refuse(attributes: &[Attribute], message: &str, errors: &mut Errors) {
        for attribute in attributes {
            if attribute.path().is_ident("topic") {
                errors.add(place(attribute), message);
            }
        }
    }

    fn read(
        &mut self,
        input: ParseStream<'_>,
        whole: Place,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if input.peek(LitStr) {
            self.path = Path::parse_text(&input.parse()?, errors);
        } else {
            let place = input
                .cursor()
                .token_tree()
                .map_or(whole, |(token, _)| Place::of(&token));
            errors.add(place, messages::topic_attribute_without_text());
            rest_of_option(input)?;
        }
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                self.read_option(input, errors)?;
            }
        }
        Ok(())
    }

    fn read_option(&mut self, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let name = input.call(Ident::parse_any)?;
        let place = Place::at(name.span());
        let is_taken = if name == "payload" || name == "reply" {
            input.parse::<Token![=]>()?;
            let payload = rest_of_option(input)?;
            if let Some(place) = nesting::too_deep(payload.clone()) {
                errors.add(place, messages::nested_too_deep());
                return Ok(());
            }
            match syn::parse2::<Type>(payload.clone()) {
                Ok(of) => {
                    let option = if name == "payload" {
                        &mut self.payload
                    } else {
                        &mut self.reply
                    };
                    option.replace((place, of)).is_some()
                }
                Err(_) => {
                    let place = Place::of_tokens(&payload, place);
                    errors.add(place, messages::payload_option_is_no_type());
                    false
                }
            }
        } else if name == "crate" {
            input.parse::<Token![=]>()?;
            let krate = input.call(syn::Path::parse_mod_style)?;
            self.krate.replace((place, krate)).is_some()
        } else {
            errors.add(place, messages::unknown_topic_option(&name));
            rest_of_option(input)?;
            false
        };
        if is_taken {
            errors.add(place, messages::repeated_option());
        }
        Ok(())
    }
}

fn place(attribute: &Attribute) -> Place {
    Place::of_tokens(attribute, Place::at(attribute.pound_token.span))
}

/// Reads up to the next comma that is in no `<…>`.
fn rest_of_option(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut open = 0_usize;
    let mut rest = TokenStream::new();
    while !input.is_empty() && (open > 0 || !input.peek(Token![,])) {
        let token = TokenTree::parse(input)?;
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => open += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => open = open.saturating_sub(1),
            _ => {}
        }
        rest.extend([token]);
    }
    Ok(rest)
}
