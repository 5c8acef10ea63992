//! The enum of the topics with their payloads, and how a bus reads messages as it; where the header asks for it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;

use super::has_lifetime::{HasLifetime, with_lifetime};
use super::tokens::Tokens;
use super::{Context, Expanded, at, plain};
use crate::here::{code, here};
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
        let bounds = code!(where #(#bounds,)*);
        expanded.implementations.extend(traits);
        for (topic, cfg) in of_topic.forms() {
            for (message, more) in of_message.forms() {
                // A topic that borrows makes a message that does.
                if message || !topic {
                    let cfg = quote!(#header #cfg #more);
                    let declaration = self.declaration(message, &cfg, &of_message);
                    expanded.types.extend(declaration);
                    let reading = self.reading(topic, message, &bounds);
                    expanded.implement(&cfg, reading);
                }
            }
        }
        for topic in self.topics().filter(|topic| topic.payload.is_none()) {
            // A line without a payload is read with its bytes.
            let (name, anonymous) = (plain(&topic.name), topic.borrows().then(|| code!(<'_>)));
            let read = self.read_message(
                &code!(#name #anonymous),
                &TokenStream::new(),
                &code!((Self::Of<'m>, &'m [__topics::u8])),
                &code!((topic, payload)),
            );
            expanded.implement(&topic.attributes.cfg(), read);
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

        let declared = quote!(#visibility enum #name #lifetime { #(#variants,)* });
        let declared = Tokens::new(declared).ends_at(self.span);
        quote! {
            #cfg
            #[doc = #doc]
            #(#[#derives])*
            #[allow(dead_code, deprecated, private_interfaces, clippy::large_enum_variant)]
            #non_exhaustive
            #declared
        }
    }

    fn reading(&self, topic: bool, message: bool, bounds: &TokenStream) -> TokenStream {
        let (name, krate, hierarchy) = (
            plain(&self.name),
            &self.context.krate,
            self.context.hierarchy,
        );
        let (of, visibility) = (plain(&hierarchy.name), &self.context.visibility);
        let implement = self.implement(&quote!(<>));
        let anonymous = topic.then(|| code!(<'_>));
        let of_m = message.then(|| code!(<'m>));
        let arms = self.topics().map(|topic| {
            let (line, cfg) = (plain(&topic.name), topic.attributes.cfg());
            let payload = match &topic.payload {
                Some(payload) => code!(#krate::Decode::<#payload>::decode(codec, payload)?),
                None => code!(payload),
            };
            code!(#cfg #of::#line(topic) => #name::#line(topic, #payload))
        });
        let read = self.read_message(
            &code!(#of #anonymous),
            bounds,
            &code!(#name #of_m),
            &code!(match topic { #(#arms,)* }),
        );
        code! {
            #implement #of #anonymous {
                /// Reads a message by its name and its payload.
                ///
                /// # Errors
                ///
                /// If the name is not a topic of the hierarchy, or the payload cannot be decoded.
                #visibility fn read<'m, AnyCodec>(
                    codec: &AnyCodec,
                    name: &'m __topics::str,
                    payload: &'m [__topics::u8],
                ) -> __topics::Result<#name #of_m, #krate::ReadError>
                #bounds
                {
                    <Self as #krate::ReadMessage<AnyCodec>>::read(codec, name, payload)
                }
            }

            #read
        }
    }

    /// The beginning of an implementation, where errors about it are shown. Its parameters are the macro's, as in `Named`.
    fn implement(&self, parameters: &TokenStream) -> TokenStream {
        let implement = Ident::new("impl", here().located_at(self.span));
        quote!(#implement #parameters)
    }

    /// How a topic becomes a message; the value is made of `topic`, `codec` and `payload`.
    fn read_message(
        &self,
        of: &TokenStream,
        bounds: &TokenStream,
        message: &TokenStream,
        value: &TokenStream,
    ) -> TokenStream {
        let krate = &self.context.krate;
        let implement = self.implement(&quote!(<AnyCodec>));
        code! {
            #implement #krate::ReadMessage<AnyCodec> for #of #bounds {
                type Message<'m> = #message;

                fn with_payload<'m>(
                    topic: Self::Of<'m>,
                    codec: &AnyCodec,
                    payload: &'m [__topics::u8],
                ) -> __topics::Result<Self::Message<'m>, #krate::DecodeError> {
                    __topics::Ok(#value)
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
