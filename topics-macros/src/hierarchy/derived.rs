//! The model of a struct or an enum of the user's.

use syn::{Data, DeriveInput, Fields, GenericParam, Generics};

use super::own::{Holder, has_lifetime, refuse_on_field};
use super::{Attributes, Hierarchy, Origin, Topic, Wrapped};
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
use crate::source_text::source_text;
use crate::syntax::{TopicAttribute, was};
use quote::ToTokens as _;

impl Hierarchy {
    /// A struct, as the one topic of a hierarchy that has no enum; without it, if it is faulty.
    pub(crate) fn of_struct(
        input: &DeriveInput,
        attribute: Option<TopicAttribute>,
        errors: &mut Errors,
    ) -> Self {
        let mut hierarchy = Self::own(input);
        let place = Place::at(input.ident.span());
        let Data::Struct(data) = &input.data else {
            errors.add(place, messages::topic_is_struct());
            return hierarchy;
        };
        let sound = check_generics(&input.generics, errors);
        let Some(attribute) = attribute else {
            let message =
                messages::struct_without_template(&input.ident, &suggestion(&data.fields));
            errors.add(place, message);
            return hierarchy;
        };
        let holder = Holder {
            name: &input.ident,
            fields: &data.fields,
            attributes: &input.attrs,
            borrows: borrows(&input.generics),
            origin: Origin::Own(Box::new(input.generics.clone())),
        };
        let topic = Topic::own(holder, attribute, errors);
        hierarchy.topics.extend(topic.filter(|_| sound));
        hierarchy
    }

    /// An enum; without the variants that are faulty.
    pub(crate) fn of_enum(input: &DeriveInput, errors: &mut Errors) -> Self {
        let mut hierarchy = Self::own(input);
        let place = Place::at(input.ident.span());
        let Data::Enum(data) = &input.data else {
            errors.add(place, messages::topics_is_enum());
            return hierarchy;
        };
        TopicAttribute::refuse(&input.attrs, messages::template_on_enum(), errors);
        was::refuse(&input.attrs, messages::was_on_enum(), errors);
        if data.variants.is_empty() {
            errors.add(place, messages::enum_without_variants());
            return hierarchy;
        }
        let sound = check_generics(&input.generics, errors) & refuse_types(&input.generics, errors);
        for (index, variant) in data.variants.iter().enumerate() {
            let attribute = TopicAttribute::parse(&variant.attrs, errors);
            hierarchy.add_variant(index, variant, attribute, errors);
        }
        if !sound {
            hierarchy.topics.clear();
            hierarchy.wrapped.clear();
        }
        hierarchy
    }

    fn own(input: &DeriveInput) -> Self {
        Self {
            name: input.ident.clone(),
            visibility: input.vis.clone(),
            attributes: Attributes::default(),
            origin: Origin::Own(Box::new(input.generics.clone())),
            lock: None,
            topics: Vec::new(),
            wrapped: Vec::new(),
            is_whole: true,
        }
    }

    fn add_variant(
        &mut self,
        index: usize,
        variant: &syn::Variant,
        attribute: Option<TopicAttribute>,
        errors: &mut Errors,
    ) {
        let name = &variant.ident;
        let place = Place::at(name.span());
        let before = self.topics.len() + self.wrapped.len();
        match (attribute, &variant.fields) {
            (Some(attribute), fields) => {
                for (place, _) in [&attribute.payload, &attribute.reply].into_iter().flatten() {
                    errors.add(*place, messages::payload_of_variant(name));
                }
                if let Some((place, _)) = attribute.krate {
                    errors.add(place, messages::crate_of_variant());
                }
                let holder = Holder {
                    name,
                    fields,
                    attributes: &variant.attrs,
                    borrows: match &self.origin {
                        Origin::Own(generics) => borrows(generics),
                        Origin::Declared | Origin::Variant(_) => false,
                    },
                    origin: Origin::Variant(index),
                };
                self.topics.extend(Topic::own(holder, attribute, errors));
            }
            (None, Fields::Unnamed(fields)) if fields.unnamed.len() == 1 => {
                was::refuse(&variant.attrs, messages::was_on_wrapper(), errors);
                for field in &fields.unnamed {
                    refuse_on_field(field, errors);
                    self.add_wrapped(index, variant, &field.ty, errors);
                }
            }
            (None, Fields::Unnamed(_)) => {
                errors.add(place, messages::variant_of_many(name));
            }
            (None, fields) => {
                let message = messages::variant_without_template(name, &suggestion(fields));
                errors.add(place, message);
            }
        }
        self.is_whole &= self.topics.len() + self.wrapped.len() > before;
    }

    fn add_wrapped(
        &mut self,
        index: usize,
        variant: &syn::Variant,
        of: &syn::Type,
        errors: &mut Errors,
    ) {
        let text = source_text(of);
        let first = self
            .wrapped
            .iter()
            .find(|wrapped| source_text(&wrapped.of) == text);
        if let Some(first) = first {
            let message = messages::wrapped_twice(&variant.ident, &first.name, &text);
            errors.add(
                Place::of_tokens(of, Place::at(variant.ident.span())),
                message,
            );
            return;
        }
        self.wrapped.push(Wrapped {
            index,
            name: variant.ident.clone(),
            // What does not mention the lifetime of the enum can borrow from no text.
            is_owned: !has_lifetime(of.to_token_stream()),
            of: of.clone(),
        });
    }
}

fn borrows(generics: &Generics) -> bool {
    generics.lifetimes().next().is_some()
}

/// A template over these fields, for a message that asks for one.
fn suggestion(fields: &Fields) -> String {
    let placeholders = fields
        .iter()
        .filter_map(|field| field.ident.as_ref())
        .map(|name| format!(".<{}>", syn::ext::IdentExt::unraw(name)));
    format!("some.topic{}", placeholders.collect::<String>())
}

/// Reports what a topic's type cannot have among its parameters.
fn check_generics(generics: &Generics, errors: &mut Errors) -> bool {
    let mut sound = true;
    let mut lifetimes = generics.lifetimes();
    if let Some(first) = lifetimes.next() {
        for other in lifetimes {
            let place = Place::of_tokens(&other.lifetime, Place::at(other.lifetime.ident.span()));
            errors.add(place, messages::two_lifetimes(&first.lifetime));
            sound = false;
        }
    }
    let mut refuse = |place: Place| {
        errors.add(place, messages::lifetime_in_bound());
        sound = false;
    };
    for param in &generics.params {
        let place = Place::of_tokens(param, Place::at(proc_macro2::Span::call_site()));
        match param {
            GenericParam::Lifetime(param) if !param.bounds.is_empty() => refuse(place),
            GenericParam::Type(param) if has_lifetime(param.bounds.to_token_stream()) => {
                refuse(place);
            }
            _ => {}
        }
    }
    for predicate in generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates)
    {
        if has_lifetime(predicate.to_token_stream()) {
            let place = Place::at(proc_macro2::Span::call_site());
            refuse(Place::of_tokens(predicate, place));
        }
    }
    sound
}

/// Reports the parameters of an enum that are types or constants.
fn refuse_types(generics: &Generics, errors: &mut Errors) -> bool {
    let mut sound = true;
    for param in &generics.params {
        let name = match param {
            GenericParam::Lifetime(_) => continue,
            GenericParam::Type(param) => &param.ident,
            GenericParam::Const(param) => &param.ident,
        };
        errors.add(Place::at(name.span()), messages::enum_with_types(name));
        sound = false;
    }
    sound
}
