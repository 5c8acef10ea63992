//! The enum of the topics with their payloads, and how a bus reads messages as it; where the header asks for it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;

use super::has_lifetime::{HasLifetime, with_lifetime};
use super::{Context, Expanded, at};
use crate::hierarchy::{Hierarchy, MessageEnum, Topic};
use crate::place::derived;

/// What parameters are called in what is generated here, beside those of all generated code.
pub(super) const LOCALS: [&str; 3] = ["codec", "name", "payload"];

/// The enum, and what reads a message as it and as each line without a payload; nothing, if it is not asked for.
pub(super) fn expand(context: &Context<'_>, expanded: &mut Expanded) {
    let hierarchy = context.hierarchy;
    if let (Some(asked_for), Some(name)) = (&hierarchy.messages, name(hierarchy)) {
        let span = at(&hierarchy.name);
        let messages = Messages {
            context,
            asked_for,
            name,
            span,
        };
        messages.expand(expanded);
    }
}

/// The name of the enum, if it is asked for: one of its own, or `BusMessage` for `BusTopic`.
pub(super) fn name(hierarchy: &Hierarchy) -> Option<Ident> {
    let own = hierarchy.messages.as_ref()?.name.clone();
    Some(own.unwrap_or_else(|| {
        let text = hierarchy.name.unraw().to_string();
        let stem = text.strip_suffix("Topic").unwrap_or(&text);
        Ident::new(&format!("{stem}Message"), derived(hierarchy.name.span()))
    }))
}

struct Messages<'c> {
    context: &'c Context<'c>,
    asked_for: &'c MessageEnum,
    name: Ident,
    /// Where errors are shown that no token of the user's is to blame for.
    span: Span,
}

impl<'c> Messages<'c> {
    fn topics(&self) -> impl Iterator<Item = &'c Topic> {
        self.context.hierarchy.topics.iter().map(|topic| &**topic)
    }

    fn expand(&self, expanded: &mut Expanded) {
        let hierarchy = self.context.hierarchy;
        let of_topic = HasLifetime::of(hierarchy, Topic::borrows);
        let of_message = HasLifetime::of(hierarchy, borrows);
        let header = hierarchy.attributes.cfg();
        let (bounds, traits): (Vec<_>, Vec<_>) = self.bounds().unzip();
        let bounds = quote!(where #(#bounds,)*);
        expanded.implementations.extend(traits);
        for (topic, cfg) in of_topic.forms() {
            for (message, more) in of_message.forms() {
                // A topic that borrows makes a message that does.
                if message || !topic {
                    let cfg = quote!(#header #cfg #more);
                    let declaration = self.declaration(message, &cfg, &of_message);
                    expanded.types.extend(declaration);
                    let reading = self.reading(topic, message, &cfg, &bounds);
                    expanded.implementations.extend(reading);
                }
            }
        }
        for topic in self.topics().filter(|topic| topic.payload.is_none()) {
            // A line without a payload is read with its bytes.
            let (name, anonymous) = (&topic.name, topic.borrows().then(|| quote!(<'_>)));
            expanded.implementations.extend(self.read_message(
                &topic.attributes.cfg(),
                &quote!(#name #anonymous),
                &TokenStream::new(),
                &quote!((Self::Of<'m>, &'m [u8])),
                &quote!((topic, payload)),
            ));
        }
    }

    fn declaration(
        &self,
        has_lifetime: bool,
        cfg: &TokenStream,
        of_message: &HasLifetime<'_>,
    ) -> TokenStream {
        let (name, hierarchy) = (&self.name, self.context.hierarchy);
        let (derives, visibility) = (&self.asked_for.derives, &hierarchy.visibility);
        let is_open = hierarchy.attributes.is_non_exhaustive();
        let non_exhaustive = is_open.then(|| quote!(#[non_exhaustive]));
        let lifetime = lifetime(has_lifetime);
        let doc = format!(
            "A message on a topic of [`{}`]: the topic with its payload.",
            hierarchy.name.unraw()
        );
        let variants = self.topics().map(|topic| {
            let (name, cfg) = (&topic.name, topic.attributes.cfg());
            let doc = format!("A message on `{}`.", topic.template());
            let lifetime = self::lifetime(topic.borrows());
            let mut line = quote!(#name #lifetime);
            if of_message.is_lent_to(topic) {
                line = with_lifetime(&self.context.private, &line);
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

    fn reading(
        &self,
        topic: bool,
        message: bool,
        cfg: &TokenStream,
        bounds: &TokenStream,
    ) -> TokenStream {
        let (name, krate, hierarchy) = (&self.name, &self.context.krate, self.context.hierarchy);
        let (of, visibility) = (&hierarchy.name, &hierarchy.visibility);
        let anonymous = topic.then(|| quote!(<'_>));
        let of_m = message.then(|| quote!(<'m>));
        let arms = self.topics().map(|topic| {
            let (line, cfg) = (&topic.name, topic.attributes.cfg());
            let payload = match &topic.payload {
                Some(payload) => quote!(#krate::Decode::<#payload>::decode(codec, payload)?),
                None => quote!(payload),
            };
            quote!(#cfg #of::#line(topic) => #name::#line(topic, #payload))
        });
        let read = self.read_message(
            cfg,
            &quote!(#of #anonymous),
            bounds,
            &quote!(#name #of_m),
            &quote!(match topic { #(#arms,)* }),
        );
        quote_spanned! {self.span=>
            #cfg
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
                #bounds
                {
                    <Self as #krate::ReadMessage<AnyCodec>>::read(codec, name, payload)
                }
            }

            #read
        }
    }

    /// How a topic becomes a message; the value is made of `topic`, `codec` and `payload`.
    fn read_message(
        &self,
        cfg: &TokenStream,
        of: &TokenStream,
        bounds: &TokenStream,
        message: &TokenStream,
        value: &TokenStream,
    ) -> TokenStream {
        let krate = &self.context.krate;
        quote_spanned! {self.span=>
            #cfg
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

    /// What is asked of a codec, with a trait for each bound of a line that may be configured away: a bound
    /// itself can't be.
    fn bounds(&self) -> impl Iterator<Item = (TokenStream, TokenStream)> {
        let krate = &self.context.krate;
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
