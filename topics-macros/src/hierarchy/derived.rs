//! The model of a struct or an enum of the user's.

use syn::ext::IdentExt as _;
use syn::{Data, DeriveInput, Fields, GenericParam, Generics};

use super::own::{Holder, refuse_misplaced};
use super::{Hierarchy, Origin, Topic, Wrapped};
use crate::errors::Errors;
use crate::messages;
use crate::source_text::source_text;
use crate::syntax::{Options, TopicAttribute, has_lifetime, literal_path};

impl Hierarchy {
    /// A struct, as the one topic of a hierarchy that has no enum; without it, if it is faulty.
    pub(crate) fn of_struct(
        input: &DeriveInput,
        attribute: Option<TopicAttribute>,
        errors: &mut Errors,
    ) -> Self {
        let mut hierarchy = Self::own(input);
        let Data::Struct(data) = &input.data else {
            errors.add(&input.ident, messages::topic_is_struct());
            return hierarchy;
        };
        let sound = check_generics(&input.generics, false, errors);
        let Some(attribute) = attribute else {
            let suggestion = suggestion(&data.fields);
            let message = messages::struct_without_template(&input.ident, suggestion);
            errors.add(&input.ident, message);
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
        let Data::Enum(data) = &input.data else {
            errors.add(&input.ident, messages::topics_is_enum());
            return hierarchy;
        };
        refuse_misplaced(&input.attrs, errors);
        if data.variants.is_empty() {
            errors.add(&input.ident, messages::enum_without_variants());
            return hierarchy;
        }
        let sound = check_generics(&input.generics, true, errors);
        for (index, variant) in data.variants.iter().enumerate() {
            hierarchy.add_variant(index, variant, borrows(&input.generics), errors);
        }
        if !sound {
            hierarchy.topics.clear();
            hierarchy.wrapped.clear();
        }
        hierarchy
    }

    fn own(input: &DeriveInput) -> Self {
        let origin = Origin::Own(Box::new(input.generics.clone()));
        Self::new(input.ident.clone(), input.vis.clone(), origin)
    }

    fn add_variant(
        &mut self,
        index: usize,
        variant: &syn::Variant,
        borrows: bool,
        errors: &mut Errors,
    ) {
        let name = &variant.ident;
        let attribute = TopicAttribute::parse(&variant.attrs, true, errors);
        match (attribute, &variant.fields) {
            (Some(attribute), fields) => {
                let message = messages::under_with_template();
                errors.refuse(&variant.attrs, "topics", message);
                let holder = Holder {
                    name,
                    fields,
                    attributes: &variant.attrs,
                    borrows,
                    origin: Origin::Variant(index),
                };
                self.topics.extend(Topic::own(holder, attribute, errors));
            }
            (None, Fields::Unnamed(fields)) => {
                let Some(field) = fields.unnamed.first().filter(|_| fields.unnamed.len() == 1)
                else {
                    return errors.add(name, messages::variant_of_many(name));
                };
                refuse_misplaced(&variant.attrs, errors);
                refuse_misplaced(&field.attrs, errors);
                self.add_wrapped(index, variant, &field.ty, errors);
            }
            (None, fields) => {
                let message = messages::variant_without_template(name, suggestion(fields));
                errors.add(name, message);
            }
        }
    }

    /// Reads `#[topics(under = "…", first)]` before the variant: the literal segments, and whether it is first.
    fn add_wrapped(
        &mut self,
        index: usize,
        variant: &syn::Variant,
        of: &syn::Type,
        errors: &mut Errors,
    ) {
        let (expected, before) = (messages::unknown_wrapper_option(), errors.count());
        let mut options = Options::of(&variant.attrs, "topics", &expected, errors);
        let under = options.value("under", &messages::under_is_no_text(), errors);
        let under = under.and_then(|under| literal_path(&under, errors));
        let is_first = options.flag("first");
        options.refuse_rest(&expected, errors);
        let text = source_text(of);
        let mut same = self.wrapped.iter();
        let is_same = |other: &&Wrapped| other.under == under && source_text(&other.of) == text;
        if let Some(other) = same.find(is_same) {
            errors.add(
                of,
                messages::wrapped_twice(&variant.ident, &other.name, text),
            );
        }
        if errors.count() > before {
            return;
        }
        self.wrapped.push(Wrapped {
            index,
            name: variant.ident.clone(),
            // What does not mention the lifetime of the enum can borrow from no text.
            is_owned: !has_lifetime(of),
            of: of.clone(),
            under,
            is_first,
        });
    }
}

fn borrows(generics: &Generics) -> bool {
    generics.lifetimes().next().is_some()
}

/// A template over these fields, for a message that asks for one.
fn suggestion(fields: &Fields) -> String {
    let names = fields.iter().filter_map(|field| field.ident.as_ref());
    let placeholders = names.map(|name| format!(".<{}>", name.unraw()));
    format!("some.topic{}", placeholders.collect::<String>())
}

/// Reports what a topic's type cannot have among its parameters; those of an enum are lifetimes only.
fn check_generics(generics: &Generics, is_enum: bool, errors: &mut Errors) -> bool {
    let before = errors.count();
    let mut lifetimes = generics.lifetimes();
    if let Some(first) = lifetimes.next() {
        for other in lifetimes {
            let message = messages::two_lifetimes(&first.lifetime);
            errors.add(&other.lifetime, message);
        }
    }
    for param in &generics.params {
        let (depends, name) = match param {
            GenericParam::Lifetime(it) => (!it.bounds.is_empty(), None),
            GenericParam::Type(it) => (has_lifetime(&it.bounds), Some(&it.ident)),
            GenericParam::Const(it) => (false, Some(&it.ident)),
        };
        if depends {
            errors.add(param, messages::lifetime_in_bound());
        }
        if let Some(name) = name.filter(|_| is_enum) {
            errors.add(name, messages::enum_with_types(name));
        }
    }
    let clause = generics.where_clause.iter();
    for predicate in clause.flat_map(|clause| &clause.predicates) {
        if has_lifetime(predicate) {
            errors.add(predicate, messages::lifetime_in_bound());
        }
    }
    errors.count() == before
}
