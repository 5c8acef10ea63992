//! The variants of the enum over all topics: around the struct of a topic, or with its parameters as
//! fields of their own.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use super::named::{Named, named};
use super::parser::Found;
use super::{Context, at, former, topic, typed};
use crate::hierarchy::{Origin, Topic, Wrapped};

pub(super) struct Variant<'h> {
    pub(super) name: &'h Ident,
    /// Under which conditions it exists.
    pub(super) cfg: TokenStream,
    pub(super) holds: Holds<'h>,
}

pub(super) enum Holds<'h> {
    /// The struct of a topic of this declaration.
    Struct(&'h Topic),
    /// The struct of a topic that is declared elsewhere.
    Wrapped(&'h Wrapped),
    /// The parameters of a topic.
    Fields(&'h Topic, usize),
}

/// The variants of a hierarchy, in the order of the declaration.
pub(super) fn variants<'h>(context: &Context<'h>) -> Vec<Variant<'h>> {
    let hierarchy = context.hierarchy;
    let mut variants: Vec<(usize, Variant<'h>)> = Vec::new();
    for (line, topic) in hierarchy.topics.iter().enumerate() {
        let (index, holds) = match topic.origin {
            Origin::Variant(index) => (index, Holds::Fields(topic, index)),
            Origin::Declared | Origin::Own(_) => (line, Holds::Struct(topic)),
        };
        let variant = Variant {
            name: &topic.name,
            cfg: topic.attributes.cfg(),
            holds,
        };
        variants.push((index, variant));
    }
    for wrapped in &hierarchy.wrapped {
        let variant = Variant {
            name: &wrapped.name,
            cfg: TokenStream::new(),
            holds: Holds::Wrapped(wrapped),
        };
        variants.push((wrapped.index, variant));
    }
    variants.sort_by_key(|(index, _)| *index);
    variants.into_iter().map(|(_, variant)| variant).collect()
}

impl Variant<'_> {
    /// Where errors about the variant are shown.
    pub(super) fn span(&self, context: &Context<'_>) -> Span {
        match self.holds {
            Holds::Struct(_) => context.span,
            Holds::Wrapped(wrapped) => Span::call_site().located_at(wrapped.of.span()),
            Holds::Fields(topic, _) => at(&topic.name),
        }
    }

    /// Where it is said which topic the variant is.
    pub(super) fn place(&self, context: &Context<'_>) -> Span {
        match self.holds {
            Holds::Fields(topic, _) => topic.place.first(),
            Holds::Struct(_) | Holds::Wrapped(_) => self.span(context),
        }
    }

    /// The template, as an expression of the enum's `impl<'a>`.
    pub(super) fn template(&self, context: &Context<'_>) -> TokenStream {
        let span = self.span(context);
        let krate = &context.krate;
        match self.holds {
            Holds::Struct(topic) => {
                let name = &topic.name;
                quote_spanned!(span=> #name::TEMPLATE)
            }
            Holds::Wrapped(wrapped) => {
                let table = table(wrapped);
                quote_spanned!(span=> Self::#table.template)
            }
            Holds::Fields(topic, _) => {
                let text = topic.template();
                let text = text.as_str();
                quote_spanned!(span=> #krate::Template::from_checked(#text))
            }
        }
    }

    /// An arm that matches the variant, whatever it holds.
    pub(super) fn ignoring(&self) -> TokenStream {
        let name = self.name;
        match self.holds {
            Holds::Struct(_) | Holds::Wrapped(_) => quote!(Self::#name(_)),
            Holds::Fields(..) => quote!(Self::#name { .. }),
        }
    }

    /// The arm that writes the name to `__out`.
    pub(super) fn writing(&self, context: &Context<'_>) -> TokenStream {
        let span = self.span(context);
        let (private, name) = (&context.private, self.name);
        match self.holds {
            Holds::Struct(_) => quote_spanned! {span=>
                Self::#name(ref __topic) => #private::Parts::write_parts(__topic, __out)
            },
            Holds::Wrapped(wrapped) => {
                let table = table(wrapped);
                quote_spanned!(span=> Self::#name(ref __topic) => (Self::#table.write)(__topic, __out))
            }
            Holds::Fields(topic, _) => {
                let bindings = bindings(topic);
                let write = topic::write(context, topic, &topic.segments, bound(topic));
                quote_spanned!(span=> Self::#name { #(#bindings),* } => { #write })
            }
        }
    }

    /// The arm that returns the names that the topic had before.
    pub(super) fn former_names(&self, context: &Context<'_>) -> TokenStream {
        let span = self.span(context);
        let (private, name) = (&context.private, self.name);
        match self.holds {
            Holds::Struct(_) => quote_spanned! {span=>
                Self::#name(ref __topic) => #private::Parts::earlier_names(__topic)
            },
            Holds::Wrapped(wrapped) => {
                let table = table(wrapped);
                quote_spanned!(span=> Self::#name(ref __topic) => (Self::#table.former_names)(__topic))
            }
            Holds::Fields(topic, _) if topic.former.is_empty() => {
                let ignoring = self.ignoring();
                quote_spanned!(span=> #ignoring => #private::Vec::new())
            }
            Holds::Fields(topic, _) => {
                let bindings = bindings(topic);
                let names = former::written(context, topic, span, bound(topic));
                quote_spanned!(span=> Self::#name { #(#bindings),* } => #names)
            }
        }
    }

    /// The arm that frees the topic from what it borrows; `any` is the enum.
    pub(super) fn owning(&self, context: &Context<'_>, any: &Ident) -> TokenStream {
        let span = self.span(context);
        let name = self.name;
        match self.holds {
            Holds::Struct(_) => quote_spanned! {span=>
                Self::#name(__topic) => #any::#name(__topic.into_owned())
            },
            Holds::Wrapped(wrapped) => {
                let table = table(wrapped);
                quote_spanned! {span=>
                    Self::#name(__topic) => #any::#name((Self::#table.into_owned)(__topic))
                }
            }
            Holds::Fields(topic, _) => {
                let (taken, given): (Vec<_>, Vec<_>) = topic
                    .parameters()
                    .map(|(_, parameter)| {
                        let (field, binding) = (&parameter.field, binding(&parameter.field));
                        let own = (parameter.kind.is_text() && !parameter.is_owned)
                            .then(|| quote_spanned!(span=> .into_owned()));
                        let taken = quote_spanned!(span=> #field: #binding);
                        (taken, quote_spanned!(span=> #field: #binding #own))
                    })
                    .unzip();
                quote_spanned! {span=>
                    Self::#name { #(#taken),* } => #any::#name { #(#given),* }
                }
            }
        }
    }

    /// Tries to read the variant from `__split`, which its template or a former one is known to match, and
    /// returns it if that succeeds.
    pub(super) fn attempt(
        &self,
        context: &Context<'_>,
        former: Option<usize>,
        found: Found,
    ) -> TokenStream {
        let span = self.span(context);
        let private = &context.private;
        let (cfg, name) = (&self.cfg, self.name);
        let index = former.map_or(0, |former| former + 1);
        let (read, topic) = match self.holds {
            Holds::Struct(topic) => {
                let ty = named(context, topic).anonymous();
                let read = quote_spanned!(span=> #private::Refusals::read::<#ty>(__refused, __split, #index));
                (read, quote_spanned!(span=> Self::#name(__topic)))
            }
            Holds::Fields(_, variant) => {
                let reader = reader(variant);
                let template = self.template_at(context, former);
                let read = quote_spanned! {span=>
                    #private::Refusals::take(__refused, #template, Self::#reader(__split, #index, true))
                };
                (read, quote_spanned!(span=> __topic))
            }
            // Its templates are not known here; see `ordered`.
            Holds::Wrapped(_) => return TokenStream::new(),
        };
        let result = match found {
            Found::Topic => topic,
            Found::TopicAndTemplate => {
                let template = self.template_at(context, former);
                quote_spanned!(span=> (#topic, #template))
            }
        };
        quote_spanned! {span=>
            #cfg
            if let #private::Some(__topic) = #read {
                return #private::Some(#result);
            }
        }
    }

    /// Reads the variant from `__split` by the name at the index `__name`, whether that matches or not.
    pub(super) fn reading(&self, context: &Context<'_>) -> TokenStream {
        let span = self.span(context);
        let (private, name) = (&context.private, self.name);
        match self.holds {
            Holds::Struct(topic) => {
                let ty = named(context, topic).anonymous();
                quote_spanned! {span=>
                    <#ty as #private::Line>::read(__split, __name, false).map(Self::#name)
                }
            }
            Holds::Wrapped(wrapped) => {
                let table = table(wrapped);
                quote_spanned!(span=> (Self::#table.read)(__split, __name).map(Self::#name))
            }
            Holds::Fields(_, variant) => {
                let reader = reader(variant);
                quote_spanned!(span=> Self::#reader(__split, __name, false))
            }
        }
    }

    /// The template and those that it had before, as an expression of the enum's `impl<'a>`.
    pub(super) fn names(&self, context: &Context<'_>) -> TokenStream {
        let span = self.span(context);
        let private = &context.private;
        let template = self.template(context);
        let (former, types, is_first) = match self.holds {
            Holds::Wrapped(wrapped) => {
                let table = table(wrapped);
                (
                    quote_spanned!(span=> Self::#table.former),
                    quote_spanned!(span=> Self::#table.types),
                    quote_spanned!(span=> Self::#table.is_first),
                )
            }
            Holds::Struct(topic) | Holds::Fields(topic, _) => {
                let former = topic.former.iter();
                let former = former.map(|former| former::template(context, former));
                let is_first = topic.attributes.is_first;
                (
                    quote_spanned!(span=> &[#(#former),*]),
                    typed::texts(context, topic),
                    quote_spanned!(span=> #is_first),
                )
            }
        };
        quote_spanned! {span=>
            #private::names::Names {
                template: #template,
                former: #former,
                types: #types,
                is_first: #is_first,
            }
        }
    }

    /// The template, or a former one.
    fn template_at(&self, context: &Context<'_>, former: Option<usize>) -> TokenStream {
        let topic = match self.holds {
            Holds::Struct(topic) | Holds::Fields(topic, _) => Some(topic),
            Holds::Wrapped(_) => None,
        };
        let former = former.and_then(|former| topic?.former.get(former));
        match former {
            None => self.template(context),
            Some(former) => former::template(context, former),
        }
    }

    /// What the enum needs to read and write the variant.
    pub(super) fn operations(&self, context: &Context<'_>, of: &Named<'_>) -> TokenStream {
        match self.holds {
            Holds::Struct(_) => TokenStream::new(),
            Holds::Wrapped(wrapped) => self.wrapped_table(context, of, wrapped),
            Holds::Fields(topic, index) => self.own_reader(context, of, topic, index),
        }
    }

    /// The table of a wrapped struct's operations.
    fn wrapped_table(
        &self,
        context: &Context<'_>,
        of: &Named<'_>,
        wrapped: &Wrapped,
    ) -> TokenStream {
        let span = self.span(context);
        let private = &context.private;
        let cfg = context.hierarchy.attributes.cfg();
        let (generics, ty, lifetime) = (of.generics(), of.borrowed(), of.lifetime());
        let (table, inner) = (table(wrapped), &wrapped.of);
        let owned = with_static(inner.to_token_stream());
        let of_table = if wrapped.is_owned {
            quote_spanned!(span=> #private::Owned<#inner>)
        } else {
            quote_spanned!(span=> #private::Borrowed<#lifetime, #inner, #owned>)
        };
        // The one place that asks for a topic, so that a type which is none is reported once.
        let new = if wrapped.is_owned {
            quote_spanned!(span=> #private::owned::<#inner>())
        } else {
            quote_spanned!(span=> #private::borrowed::<#inner, #owned>())
        };
        quote_spanned! {span=>
            #cfg
            #[doc(hidden)]
            impl #generics #ty {
                const #table: #of_table = #new;
            }
        }
    }

    /// The function that reads the variant by any of its names, and the tables of its fields' types.
    fn own_reader(
        &self,
        context: &Context<'_>,
        of: &Named<'_>,
        topic: &Topic,
        index: usize,
    ) -> TokenStream {
        let span = self.span(context);
        let private = &context.private;
        let cfg = topic.attributes.cfg();
        let (generics, ty) = (of.generics_with_lifetime(), of.borrowed());
        let (lifetime, name, reader) = (of.lifetime(), self.name, reader(index));
        let tables = topic.is_typed().then(|| typed::tables(context, topic, of));
        // A type without a lifetime borrows nothing, so the text is of any.
        let (generics, unbound) = if of.has_lifetime() {
            (generics, None)
        } else {
            (TokenStream::new(), Some(quote_spanned!(span=> <#lifetime>)))
        };
        let constructor = quote_spanned!(span=> Self::#name);
        let read = topic::read(context, topic, &topic.segments, &constructor);
        let read = former::reading(context, topic, &constructor, &read);
        quote_spanned! {span=>
            #tables

            #cfg
            #[doc(hidden)]
            impl #generics #ty {
                fn #reader #unbound(
                    __split: &#private::Split<#lifetime, '_>,
                    __name: #private::usize,
                    __is_known: #private::bool,
                ) -> #private::Result<Self, #private::Refusal> {
                    #read
                }
            }
        }
    }

    /// The conversion from the struct that the variant is around.
    pub(super) fn conversion(&self, context: &Context<'_>, of: &Named<'_>) -> TokenStream {
        let (private, name) = (&context.private, self.name);
        let (cfg, inner) = match self.holds {
            Holds::Struct(topic) => {
                let inner = named(context, topic).borrowed();
                (topic.attributes.cfg(), inner)
            }
            Holds::Wrapped(wrapped) => {
                let inner = &wrapped.of;
                (context.hierarchy.attributes.cfg(), quote!(#inner))
            }
            Holds::Fields(..) => return TokenStream::new(),
        };
        let (generics, ty, span) = (of.generics(), of.borrowed(), self.span(context));
        quote_spanned! {span=>
            #cfg
            impl #generics #private::From<#inner> for #ty {
                fn from(__topic: #inner) -> Self {
                    Self::#name(__topic)
                }
            }
        }
    }
}

/// The fields of a variant's pattern, by reference.
fn bindings(topic: &Topic) -> Vec<TokenStream> {
    let span = at(&topic.name);
    let fields = topic.parameters().map(|(_, parameter)| {
        let (field, binding) = (&parameter.field, binding(&parameter.field));
        quote_spanned!(span=> #field: ref #binding)
    });
    fields.collect()
}

/// How the value of a field is reached that is bound.
fn bound(topic: &Topic) -> impl Fn(&Ident) -> TokenStream {
    let span = at(&topic.name);
    move |field| {
        let binding = binding(field);
        quote_spanned!(span=> (*#binding))
    }
}

/// The name that holds a field's value while it is written: none that the generated code has a use for.
fn binding(field: &Ident) -> Ident {
    format_ident!("__field_{}", field.unraw())
}

/// The name of the table of a wrapped struct's operations.
fn table(wrapped: &Wrapped) -> Ident {
    format_ident!("__TOPIC_{}", wrapped.index)
}

/// A type with `'static` in the place of each lifetime.
fn with_static(of: TokenStream) -> TokenStream {
    let mut before = ' ';
    let tokens = of.into_iter().map(|mut token| {
        match &mut token {
            TokenTree::Ident(name) if before == '\'' => {
                *name = Ident::new("static", name.span());
            }
            TokenTree::Group(group) => {
                token = Group::new(group.delimiter(), with_static(group.stream())).into();
            }
            _ => {}
        }
        before = match &token {
            TokenTree::Punct(punct) => punct.as_char(),
            _ => ' ',
        };
        token
    });
    tokens.collect()
}

/// The name of the function that reads a variant.
fn reader(index: usize) -> Ident {
    format_ident!("__read_{index}")
}
