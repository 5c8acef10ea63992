//! The variants of the enum over all topics: around the struct of a topic, or with its parameters as
//! fields of their own.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use super::named::{Named, named};
use super::{Context, at, description, fields};
use crate::analysis::CheckedTopic;
use crate::hierarchy::{Origin, Topic, Wrapped};

pub(super) struct Variant<'h> {
    pub(super) name: &'h Ident,
    /// Under which conditions it exists.
    pub(super) cfg: TokenStream,
    pub(super) holds: Holds<'h>,
}

pub(super) enum Holds<'h> {
    /// The struct of a topic of this declaration.
    Struct(&'h CheckedTopic),
    /// The struct of a topic that is declared elsewhere.
    Wrapped(&'h Wrapped),
    /// The parameters of a topic.
    Fields(&'h CheckedTopic, usize),
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
    /// Whether it is of this topic.
    pub(super) fn is(&self, topic: &Topic) -> bool {
        match self.holds {
            Holds::Struct(own) | Holds::Fields(own, _) => {
                std::ptr::eq::<Topic>(&raw const **own, topic)
            }
            Holds::Wrapped(_) => false,
        }
    }

    /// Where it is said which topic the variant is.
    pub(super) fn place(&self) -> Span {
        match self.holds {
            Holds::Fields(topic, _) => topic.present.place.first(),
            Holds::Struct(topic) => at(&topic.name),
            Holds::Wrapped(wrapped) => Span::call_site().located_at(wrapped.of.span()),
        }
    }

    /// The arm that shows the parts of the topic to `visit`.
    pub(super) fn shown(&self) -> TokenStream {
        let name = self.name;
        match self.holds {
            Holds::Struct(_) => {
                quote!(Self::#name(ref topic) => __topics::Parts::parts(topic, visit))
            }
            Holds::Wrapped(wrapped) => {
                let table = table(wrapped);
                quote!(Self::#name(ref topic) => __topics::TopicOf::show(&Self::#table, topic, visit))
            }
            Holds::Fields(topic, index) => {
                let line = line(index);
                let bindings = bindings(topic, &quote!(ref));
                let shown = fields::shown(topic, &quote!(Self::#line), binding);
                quote!(Self::#name { #bindings } => #shown)
            }
        }
    }

    /// The arm that frees the topic from what it borrows; `any` is the enum.
    pub(super) fn owning(&self, any: &Ident) -> TokenStream {
        let name = self.name;
        match self.holds {
            Holds::Struct(_) => quote!(Self::#name(topic) => #any::#name(topic.into_owned())),
            Holds::Wrapped(wrapped) => {
                let table = table(wrapped);
                quote!(Self::#name(topic) => #any::#name((Self::#table.into_owned)(topic)))
            }
            Holds::Fields(topic, _) => {
                let bindings = bindings(topic, &TokenStream::new());
                let owned = fields::owned(topic, binding);
                quote!(Self::#name { #bindings } => #any::#name { #owned })
            }
        }
    }

    /// Tries to read the variant from `__split`, which a name of it is known to match, and returns it if that
    /// succeeds; `any` is the enum.
    pub(super) fn attempt(
        &self,
        context: &Context<'_>,
        name_index: usize,
        any: &Ident,
    ) -> TokenStream {
        let (cfg, name) = (&self.cfg, self.name);
        let read = match self.holds {
            Holds::Struct(topic) => {
                let ty = named(context, topic).anonymous();
                quote!(__topics::Refusals::line::<#ty>(__refused, __split, #name_index).map(#any::#name))
            }
            Holds::Fields(_, index) => {
                let (line, reader) = (line(index), reader(index));
                let name = quote!(#any::#line.name(#name_index));
                quote!(__topics::Refusals::read(__refused, __split, #name, |from| #any::#reader(from)))
            }
            // Its templates are not known here; see `ordered`.
            Holds::Wrapped(_) => return TokenStream::new(),
        };
        quote! {
            #cfg
            if let __topics::Some(__found) = #read {
                return __topics::Some(__found);
            }
        }
    }

    /// Reads the variant from `__split` by any of its names, and tells `__refused` why not; `any` is the enum.
    pub(super) fn reading(&self, context: &Context<'_>) -> TokenStream {
        let (name, any) = (self.name, &context.hierarchy.name);
        match self.holds {
            Holds::Struct(topic) => {
                let ty = named(context, topic).anonymous();
                quote!(<#ty as __topics::Member>::find(__split, __refused).map(#any::#name))
            }
            Holds::Wrapped(wrapped) => {
                let table = table(wrapped);
                quote!(__topics::TopicOf::find(&#any::#table, __split, __refused).map(#any::#name))
            }
            Holds::Fields(_, index) => {
                let (line, reader) = (line(index), reader(index));
                quote! {
                    __topics::Refusals::any_name(__refused, __split, #any::#line, |from| #any::#reader(from))
                }
            }
        }
    }

    /// The names of its lines, as an expression of the enum's `impl<'a>`: a slice.
    pub(super) fn lines(&self, context: &Context<'_>, owned: &TokenStream) -> TokenStream {
        match self.holds {
            Holds::Wrapped(wrapped) => {
                let table = table(wrapped);
                quote!(<#owned>::#table.lines)
            }
            Holds::Struct(_) | Holds::Fields(..) => {
                let names = self.names(context);
                quote!(&[#names])
            }
        }
    }

    /// Whether all its lines are read before those of other variants where neither is more specific.
    pub(super) fn is_first(&self) -> bool {
        matches!(self.holds, Holds::Wrapped(wrapped) if wrapped.is_first)
    }

    /// The names of its line.
    pub(super) fn names(&self, context: &Context<'_>) -> TokenStream {
        match self.holds {
            Holds::Struct(topic) => {
                let ty = named(context, topic).owned();
                quote!(__topics::names::<#ty>())
            }
            Holds::Fields(_, index) => {
                let line = line(index);
                quote!(__topics::Description::names(Self::#line))
            }
            // Known to the compiler alone; see `lines`.
            Holds::Wrapped(_) => TokenStream::new(),
        }
    }

    /// What the enum needs to read and write the variant.
    pub(super) fn operations(&self, context: &Context<'_>, of: &Named) -> TokenStream {
        match self.holds {
            Holds::Struct(_) => TokenStream::new(),
            Holds::Wrapped(wrapped) => self.wrapped_table(context, of, wrapped),
            Holds::Fields(topic, index) => self.own_reader(of, topic, index),
        }
    }

    /// The table of a wrapped struct's operations.
    fn wrapped_table(&self, context: &Context<'_>, of: &Named, wrapped: &Wrapped) -> TokenStream {
        let span = self.place();
        let cfg = context.hierarchy.attributes.cfg();
        let (generics, ty, lifetime) = (of.generics(), of.borrowed(), of.lifetime());
        let (table, inner) = (table(wrapped), wrapped_type(wrapped));
        let owned = with_static(inner.clone());
        let of_table = if wrapped.is_owned {
            quote_spanned!(span=> __topics::Owned<#inner>)
        } else {
            quote_spanned!(span=> __topics::Borrowed<#lifetime, #inner, #owned>)
        };
        let below = match &wrapped.under {
            Some(root) => {
                quote_spanned!(span=> __topics::Some(__topics::below!(#root [#owned])))
            }
            None => quote_spanned!(span=> __topics::None),
        };
        // The one place that asks for a topic, so that a type which is none is reported once.
        let new = if wrapped.is_owned {
            quote_spanned!(span=> __topics::owned::<#inner>(#below))
        } else {
            quote_spanned!(span=> __topics::borrowed::<#inner, #owned>(#below))
        };
        let alias = wrapped.is_owned.then(|| {
            let of = &wrapped.of;
            quote!(#cfg type #inner = #of;)
        });
        quote_spanned! {span=>
            #alias

            #cfg
            #[doc(hidden)]
            impl #generics #ty {
                const #table: #of_table = #new;
            }
        }
    }

    /// The function that reads the variant by any of its names, and the tables of its fields' types.
    fn own_reader(&self, of: &Named, topic: &CheckedTopic, index: usize) -> TokenStream {
        let cfg = topic.attributes.cfg();
        let (generics, ty) = (of.generics_with_lifetime(), of.borrowed());
        let (lifetime, name) = (of.lifetime(), self.name);
        let (line, reader) = (line(index), reader(index));
        // A type without a lifetime borrows nothing, so the text is of any.
        let (generics, unbound) = if of.has_lifetime() {
            (generics, None)
        } else {
            (TokenStream::new(), Some(quote!(<#lifetime>)))
        };
        let description = description::description(topic);
        let read = fields::read(topic, &quote!(Self::#name));
        quote! {
            #cfg
            #[doc(hidden)]
            impl #generics #ty {
                const #line: &'static __topics::Description = &#description;

                #[inline]
                fn #reader #unbound(
                    from: &__topics::Source<#lifetime, '_>,
                ) -> __topics::Result<Self, __topics::Refusal> {
                    #read
                }
            }
        }
    }

    /// The conversion from the struct that the variant is around.
    pub(super) fn conversion(&self, context: &Context<'_>, of: &Named) -> Option<TokenStream> {
        let name = self.name;
        let (cfg, inner, place) = match self.holds {
            Holds::Struct(topic) => {
                let inner = named(context, topic).borrowed();
                (topic.attributes.cfg(), inner, at(&topic.name))
            }
            Holds::Wrapped(wrapped) if wrapped.is_one_of_many => return None,
            Holds::Wrapped(wrapped) => {
                let cfg = context.hierarchy.attributes.cfg();
                (cfg, wrapped_type(wrapped), self.place())
            }
            Holds::Fields(..) => return None,
        };
        let (generics, ty) = (of.generics(), of.borrowed());
        let implement = Ident::new("impl", place);
        Some(quote! {
            #cfg
            #implement #generics __topics::From<#inner> for #ty {
                #[inline]
                fn from(topic: #inner) -> Self {
                    Self::#name(topic)
                }
            }
        })
    }
}

/// The name that holds a field's value while it is written: none that the generated code has a use for.
fn binding(field: &Ident) -> TokenStream {
    format_ident!("__field_{}", field.unraw()).into_token_stream()
}

/// The fields, each with that name.
fn bindings(topic: &Topic, by: &TokenStream) -> TokenStream {
    let fields = topic.parameters().map(|parameter| &parameter.name);
    let (fields, names): (Vec<_>, Vec<_>) = fields.map(|field| (field, binding(field))).unzip();
    quote!(#(#fields: #by #names),*)
}

/// The name of the table of a wrapped struct's operations.
fn table(wrapped: &Wrapped) -> Ident {
    format_ident!("__TOPIC_{}", wrapped.index)
}

/// The type of a wrapped struct, by another name where it has no parameters: if there is no such type, the compiler
/// says so at each mention, and each time supposes another place for a parameter of its name.
pub(super) fn wrapped_type(wrapped: &Wrapped) -> TokenStream {
    if wrapped.is_owned {
        let place = Span::call_site().located_at(wrapped.of.span());
        let name = format_ident!("__Of_{}", wrapped.index, span = place);
        return name.into_token_stream();
    }
    wrapped.of.to_token_stream()
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

/// The name of the description of a variant.
pub(super) fn line(index: usize) -> Ident {
    format_ident!("__LINE_{index}")
}

/// The name of the function that reads a variant.
fn reader(index: usize) -> Ident {
    format_ident!("__read_{index}")
}
