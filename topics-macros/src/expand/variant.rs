//! The variants of an enum of the user's: around a topic that is declared elsewhere, or with the parameters of one as
//! fields of their own.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote_spanned};
use syn::spanned::Spanned as _;

use super::fields;
use super::named::{Named, named};
use super::{Context, description, plain};
use crate::analysis::CheckedTopic;
use crate::here::{self, code, here};
use crate::hierarchy::{Name, Origin, Wrapped};
use crate::nesting;
use crate::source_text::source_text;

/// What the enum does with a variant. Its expressions name the enum, since `Self` would fix its lifetime.
pub(super) struct Variant {
    /// Where it is said which topic the variant is.
    pub(super) place: Span,
    /// Whether the topic is declared elsewhere, and its templates are not known here.
    is_wrapped: bool,
    /// The arm that shows the parts of the topic to `visit`.
    pub(super) shown: TokenStream,
    /// The arm that frees the topic from what it borrows.
    pub(super) owning: TokenStream,
    /// Reads the variant from `__split` by any of its names, and tells `__refused` why not.
    pub(super) reading: TokenStream,
    /// The names of its line; those of all its lines, if it is declared elsewhere.
    pub(super) names: TokenStream,
    /// Whether all its lines are read before those of other variants where neither is more specific.
    pub(super) is_first: bool,
    /// What the enum needs to read and write the variant, and the conversion from what it is around.
    pub(super) items: TokenStream,
}

/// The variants of an enum of the user's, in its order; `of` is the enum.
pub(super) fn variants(context: &Context<'_>, of: &Named) -> Vec<Variant> {
    let hierarchy = context.hierarchy;
    let topics = hierarchy
        .topics
        .iter()
        .filter_map(|topic| match topic.origin {
            Origin::Variant(index) => Some((index, of_fields(context, of, topic, index))),
            Origin::Declared | Origin::Own(_) => None,
        });
    let wrapped = hierarchy.wrapped.iter();
    let wrapped = wrapped.map(|wrapped| (wrapped.index, of_wrapped(context, of, wrapped)));
    let mut variants: Vec<(usize, Variant)> = topics.chain(wrapped).collect();
    variants.sort_by_key(|(index, _)| *index);
    variants.into_iter().map(|(_, variant)| variant).collect()
}

/// Around the struct of a topic, or the enum of a hierarchy, that is declared elsewhere.
fn of_wrapped(context: &Context<'_>, of: &Named, wrapped: &Wrapped) -> Variant {
    let (name, any) = (plain(&wrapped.name), plain(&context.hierarchy.name));
    let place = here().located_at(wrapped.of.span());
    let table = here::name(&format!("__TOPIC_{}", wrapped.index));
    let inner = wrapped_type(wrapped);
    let mut items = wrapped_table(of, wrapped, &table, place);
    let text = source_text(&wrapped.of);
    let others = context.hierarchy.wrapped.iter();
    // It may be wrapped again, under other segments.
    if others
        .filter(|other| source_text(&other.of) == text)
        .count()
        == 1
    {
        let header = of.in_header();
        let (generics, ty, implement) = (
            &header.generics,
            &header.borrowed,
            Ident::new("impl", place),
        );
        items.extend(code! {
            #implement #generics __topics::From<#inner> for #ty {
                #[inline]
                fn from(topic: #inner) -> Self {
                    Self::#name(topic)
                }
            }
        });
    }
    let owned = of.in_code().owned();
    Variant {
        place,
        is_wrapped: true,
        shown: code!(Self::#name(ref topic) => __topics::Visit::whole(visit, (Self::#table.as_topic)(topic), Self::#table.below)),
        owning: code!(#any::#name(topic) => #any::#name((#any::#table.into_owned)(topic))),
        reading: code!((#any::#table.find)(__split, #any::#table.below, __refused).map(#any::#name)),
        names: code!(<#owned>::#table.lines),
        is_first: wrapped.is_first,
        items,
    }
}

/// With the parameters of a topic as its fields.
fn of_fields(context: &Context<'_>, of: &Named, topic: &CheckedTopic, index: usize) -> Variant {
    let (name, any) = (plain(&topic.name), plain(&context.hierarchy.name));
    let (line, reader) = (line(index), reader(index));
    let (fields, header) = (fields::of(topic), of.in_header());
    let names = fields.iter().map(|field| &field.name);
    let names: Vec<&Ident> = names.collect();
    // Locals of which none is called as another one in the same place.
    let locals = (0..fields.len()).map(|index| here::name(&format!("__field_{index}")));
    let locals: Vec<Ident> = locals.collect();
    let each = || fields.iter().zip(&locals);
    let shown = each().map(|(field, local)| field.shown(&code!(#local)));
    let owned = each().map(|(field, local)| field.owned(code!(#local)));
    let read = fields.iter().map(fields::Field::read);
    let description = description::description(topic);
    let (implement, generics, ty) = (&header.implement, &header.generics, &header.borrowed);
    let lifetime = of.lifetime();
    // A type without a lifetime borrows nothing, so the text is of any.
    let unbound = (!of.has_lifetime()).then(|| code!(<#lifetime>));
    Variant {
        place: topic.present.place.first(),
        is_wrapped: false,
        shown: code! {
            Self::#name { #(#names: ref #locals),* } => __topics::Visit::line(visit, Self::#line) #(#shown)*
        },
        owning: code!(#any::#name { #(#names: #locals),* } => #any::#name { #(#names: #owned),* }),
        reading: code! {
            __topics::Refusals::any_name(__refused, __split, #any::#line, |from| #any::#reader(from))
        },
        names: code!(__topics::Description::names(Self::#line)),
        is_first: false,
        items: code! {
            #[doc(hidden)]
            #implement #generics #ty {
                const #line: &'static __topics::Description = &#description;

                #[inline]
                fn #reader #unbound(
                    from: &__topics::Source<#lifetime, '_>,
                ) -> __topics::Result<Self, __topics::Refusal> {
                    __topics::Ok(Self::#name { #(#names: #read),* })
                }
            }
        },
    }
}

/// Tries to read a topic by one of its names from `__split`, which the name is known to match, and returns it as its
/// variant if that succeeds.
pub(super) fn attempt(context: &Context<'_>, of: &Name<'_>) -> TokenStream {
    let (topic, index) = (of.topic, here::number(of.id.name));
    let (cfg, name) = (topic.attributes.cfg(), plain(&topic.name));
    let any = plain(&context.hierarchy.name);
    let read = if let Origin::Variant(variant) = topic.origin {
        let (line, reader) = (line(variant), reader(variant));
        let name = code!(#any::#line.name(#index));
        code!(__topics::Refusals::read(__refused, __split, #name, |from| #any::#reader(from)))
    } else {
        let ty = named(context, topic).in_code().anonymous();
        code!(__topics::Refusals::line::<#ty>(__refused, __split, #index).map(#any::#name))
    };
    code! {
        #cfg
        if let __topics::Some(__found) = #read {
            return __topics::Some(__found);
        }
    }
}

impl Variant {
    /// The names of its lines, as an expression of the enum's `impl<'a>`: a slice. And how many lines these are.
    pub(super) fn lines(&self) -> (TokenStream, TokenStream) {
        let names = &self.names;
        if self.is_wrapped {
            (names.clone(), code!(#names.len()))
        } else {
            (code!(&[#names]), here::number(1).into_token_stream())
        }
    }
}

/// The table of a wrapped struct's operations.
fn wrapped_table(of: &Named, wrapped: &Wrapped, table: &Ident, place: Span) -> TokenStream {
    let (header, lifetime) = (of.in_header(), of.lifetime());
    let (implement, generics, ty) = (&header.implement, &header.generics, &header.borrowed);
    let inner = wrapped_type(wrapped);
    let owned = with_static(inner.clone());
    let below = match &wrapped.under {
        Some(root) => quote_spanned!(place=> __topics::Some(__topics::below!(#root [#owned]))),
        None => quote_spanned!(place=> __topics::None),
    };
    // The one place that asks for a topic, so that a type which is none is reported once.
    let (of_table, new) = if wrapped.is_owned {
        (
            quote_spanned!(place=> __topics::Owned<#inner>),
            quote_spanned!(place=> __topics::owned::<#inner>(#below)),
        )
    } else {
        (
            quote_spanned!(place=> __topics::Borrowed<#lifetime, #inner, #owned>),
            quote_spanned!(place=> __topics::borrowed::<#inner, #owned>(#below)),
        )
    };
    let alias = wrapped.is_owned.then(|| {
        let of = &wrapped.of;
        code!(type #inner = #of;)
    });
    quote_spanned! {place=>
        #alias

        #[doc(hidden)]
        #implement #generics #ty {
            const #table: #of_table = #new;
        }
    }
}

/// The type of a wrapped struct, by another name where it has no parameters: if there is no such type, the compiler
/// says so at each mention, and each time supposes another place for a parameter of its name.
pub(super) fn wrapped_type(wrapped: &Wrapped) -> TokenStream {
    if wrapped.is_owned {
        let place = here().located_at(wrapped.of.span());
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
        before = nesting::mark(&token);
        token
    });
    tokens.collect()
}

/// The name of the description of a variant.
pub(super) fn line(index: usize) -> Ident {
    here::name(&format!("__LINE_{index}"))
}

/// The name of the function that reads a variant.
fn reader(index: usize) -> Ident {
    here::name(&format!("__read_{index}"))
}
