//! The enum of the topics with their payloads, and how a bus reads messages as it; where the header asks for it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;

use super::has_lifetime::{HasLifetime, with_lifetime};
use crate::analysis::CheckedHierarchy;
use crate::hierarchy::{MessageEnum, Topic};
use crate::place::derived;

/// The enum, and what reads a message as it and as each line without a payload; nothing, if it is not asked for.
pub(super) fn expand(hierarchy: &CheckedHierarchy, krate: &TokenStream) -> Option<TokenStream> {
    let asked_for = hierarchy.messages.as_ref()?;
    let name = asked_for.name.clone();
    let messages = Messages {
        hierarchy,
        asked_for,
        krate,
        name: name.unwrap_or_else(|| message_name(&hierarchy.name)),
        span: Span::call_site().located_at(hierarchy.name.span()),
    };
    Some(messages.expand())
}

struct Messages<'h> {
    hierarchy: &'h CheckedHierarchy,
    asked_for: &'h MessageEnum,
    krate: &'h TokenStream,
    name: Ident,
    /// Where errors are shown that no token of the user's is to blame for.
    span: Span,
}

impl<'h> Messages<'h> {
    fn topics(&self) -> impl Iterator<Item = &'h Topic> {
        self.hierarchy.topics.iter().map(|topic| &**topic)
    }

    fn expand(&self) -> TokenStream {
        let mut tokens = TokenStream::new();
        let of_topic = HasLifetime::of(self.hierarchy, Topic::borrows);
        let of_message = HasLifetime::of(self.hierarchy, borrows);
        let header = self.hierarchy.attributes.cfg();
        for (topic, cfg) in of_topic.forms() {
            for (message, more) in of_message.forms() {
                // A topic that borrows makes a message that does.
                if message || !topic {
                    let cfg = quote!(#header #cfg #more);
                    tokens.extend(self.declaration(message, &cfg, &of_message));
                    tokens.extend(self.reading(topic, message, &cfg));
                }
            }
        }
        for topic in self.topics().filter(|topic| topic.payload.is_none()) {
            tokens.extend(self.reading_of_line(topic));
        }
        tokens
    }

    fn declaration(
        &self,
        has_lifetime: bool,
        cfg: &TokenStream,
        of_message: &HasLifetime<'_>,
    ) -> TokenStream {
        let (name, krate, visibility) = (&self.name, self.krate, &self.hierarchy.visibility);
        let derives = &self.asked_for.derives;
        let is_open = self.hierarchy.attributes.is_non_exhaustive();
        let non_exhaustive = is_open.then(|| quote!(#[non_exhaustive]));
        let lifetime = lifetime(has_lifetime);
        let doc = format!(
            "A message on a topic of [`{}`]: the topic with its payload.",
            self.hierarchy.name.unraw()
        );
        let variants = self.topics().map(|topic| {
            let (name, cfg) = (&topic.name, topic.attributes.cfg());
            let doc = format!("A message on `{}`.", topic.template());
            let lifetime = self::lifetime(topic.borrows());
            let mut line = quote!(#name #lifetime);
            if of_message.is_lent_to(topic) {
                line = with_lifetime(&quote!(#krate::__private), &line);
            }
            let payload = match &topic.payload {
                Some(payload) => quote!(#payload),
                None => quote!(&'a [u8]),
            };
            quote!(#cfg #[doc = #doc] #name(#line, #payload))
        });

        quote_spanned! {self.span=>
            #cfg
            #[doc = #doc]
            #(#[#derives])*
            #[allow(dead_code, deprecated, private_interfaces, clippy::large_enum_variant)]
            #non_exhaustive
            #visibility enum #name #lifetime {
                #(#variants,)*
            }
        }
    }

    fn reading(&self, topic: bool, message: bool, cfg: &TokenStream) -> TokenStream {
        let (name, krate, of) = (&self.name, self.krate, &self.hierarchy.name);
        let visibility = &self.hierarchy.visibility;
        let anonymous = topic.then(|| quote!(<'_>));
        let of_m = message.then(|| quote!(<'m>));
        let (bounds, traits): (Vec<_>, Vec<_>) = self.bounds().unzip();
        let arms = self.topics().map(|topic| {
            let (line, cfg) = (&topic.name, topic.attributes.cfg());
            let payload = match &topic.payload {
                Some(payload) => quote!(#krate::Decode::<#payload>::decode(codec, payload)?),
                None => quote!(payload),
            };
            quote!(#cfg #of::#line(topic) => #name::#line(topic, #payload))
        });
        let read = self.read_message(
            &quote!(#of #anonymous),
            &quote!(where #(#bounds,)*),
            &quote!(#name #of_m),
            &quote!(match topic { #(#arms,)* }),
        );
        let implementations = quote_spanned! {self.span=>
            #(#traits)*

            impl #of #anonymous {
                /// Reads a message by its name and its payload.
                ///
                /// # Errors
                ///
                /// If the name is not a topic of the hierarchy, or the payload cannot be decoded.
                #visibility fn read<'m, AnyCodec>(
                    codec: &AnyCodec,
                    name: &'m str,
                    payload: &'m [u8],
                ) -> ::core::result::Result<#name #of_m, #krate::ReadError>
                where
                    #(#bounds,)*
                {
                    <Self as #krate::ReadMessage<AnyCodec>>::read(codec, name, payload)
                }
            }

            #read
        };
        self.block(cfg, &implementations)
    }

    /// A line without a payload is read with its bytes.
    fn reading_of_line(&self, topic: &Topic) -> TokenStream {
        let (name, anonymous) = (&topic.name, topic.borrows().then(|| quote!(<'_>)));
        let read = self.read_message(
            &quote!(#name #anonymous),
            &TokenStream::new(),
            &quote!((Self::Of<'m>, &'m [u8])),
            &quote!((topic, payload)),
        );
        self.block(&topic.attributes.cfg(), &read)
    }

    /// How a topic becomes a message; the value is made of `topic`, `codec` and `payload`.
    fn read_message(
        &self,
        of: &TokenStream,
        bounds: &TokenStream,
        message: &TokenStream,
        value: &TokenStream,
    ) -> TokenStream {
        let krate = self.krate;
        quote_spanned! {self.span=>
            impl<AnyCodec> #krate::ReadMessage<AnyCodec> for #of #bounds {
                type Message<'m> = #message;

                fn with_payload<'m>(
                    topic: Self::Of<'m>,
                    codec: &AnyCodec,
                    payload: &'m [u8],
                ) -> ::core::result::Result<Self::Message<'m>, #krate::DecodeError> {
                    ::core::result::Result::Ok(#value)
                }
            }
        }
    }

    /// Implementations, and what parameters are called in them; see `super`.
    fn block(&self, cfg: &TokenStream, implementations: &TokenStream) -> TokenStream {
        let krate = self.krate;
        quote_spanned! {self.span=>
            #cfg
            #[allow(deprecated, unused_imports, unused_variables)]
            const _: () = {
                use #krate::__private::{local as codec, local as name, local as payload, local as topic};
                #implementations
            };
        }
    }

    /// What is asked of a codec, with a trait for each bound of a line that may be configured away: a bound
    /// itself can't be.
    fn bounds(&self) -> impl Iterator<Item = (TokenStream, TokenStream)> {
        let krate = self.krate;
        let topics = self.topics().enumerate();
        topics.filter_map(move |(index, topic)| {
            let payload = topic.payload.as_ref()?;
            let decode = quote!(#krate::Decode<#payload>);
            let Some(condition) = topic.attributes.condition() else {
                return Some((quote!(AnyCodec: #decode), TokenStream::new()));
            };
            let name = format_ident!("__Decode{index}");
            let declared = |condition, bound| {
                quote! {
                    #[cfg(#condition)]
                    #[allow(missing_docs, unnameable_types, unreachable_pub)]
                    pub trait #name #bound {}
                    #[cfg(#condition)]
                    impl<AnyCodec #bound> #name for AnyCodec {}
                }
            };
            let mut traits = declared(condition.clone(), Some(quote!(: #decode)));
            traits.extend(declared(quote!(not(#condition)), None));
            Some((quote!(AnyCodec: #name), traits))
        })
    }
}

/// Whether a message on the line borrows: its topic, or its bytes where it declares no payload.
fn borrows(topic: &Topic) -> bool {
    topic.borrows() || topic.payload.is_none()
}

fn lifetime(has: bool) -> Option<TokenStream> {
    has.then(|| quote!(<'a>))
}

/// `BusMessage` for `BusTopic`.
fn message_name(of: &Ident) -> Ident {
    let text = of.unraw().to_string();
    let stem = text.strip_suffix("Topic").unwrap_or(&text);
    Ident::new(&format!("{stem}Message"), derived(of.span()))
}
