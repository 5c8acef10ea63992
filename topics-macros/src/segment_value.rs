//! `#[derive(SegmentValue)]`, for enums of units and for structs around one value.
//!
//! A pipeline of its own, as small as it is: the texts of the variants are chosen and checked here, and
//! `expand` writes the implementation.

mod expand;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Data, DataEnum, DeriveInput, Field, Fields, LitStr, Path};

use crate::case::{self, RENAME_RULES};
use crate::derive;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
use crate::source_text::source_text;
use crate::syntax::{Given, is_text, options};

pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    derive::derive(tokens, |input, errors| {
        let options = ContainerOptions::parse(input, errors);
        let krate = derive::or_default(options.krate.as_ref());
        match &input.data {
            Data::Enum(data) => {
                if data.variants.is_empty() {
                    errors.add(Place::of(&input.ident), messages::derive_needs_variants());
                }
                let variants = variants(data, options.rename_all.as_ref(), errors);
                expand::of_enum(
                    input,
                    &krate,
                    &variants,
                    variants.len() == data.variants.len(),
                )
            }
            Data::Struct(data) => match &Vec::from_iter(&data.fields)[..] {
                [field] => of_field(input, &krate, field, &options, errors),
                _ => {
                    errors.add(Place::of(&input.ident), messages::derive_needs_one_field());
                    quote!()
                }
            },
            Data::Union(_) => {
                errors.add(Place::of(&input.ident), messages::derive_on_union());
                quote!()
            }
        }
    })
}

fn of_field(
    input: &DeriveInput,
    krate: &TokenStream,
    field: &Field,
    given: &ContainerOptions,
    errors: &mut Errors,
) -> TokenStream {
    let places = options(
        &field.attrs,
        "segment",
        &messages::option_without_effect(),
        errors,
    )
    .into_iter()
    .map(|option| option.place);
    for place in places.chain(given.rename_all_at) {
        errors.add(place, messages::option_without_effect());
    }
    if is_text(&field.ty) {
        errors.add(
            Place::of(&field.ty),
            messages::newtype_of_text(source_text(&field.ty)),
        );
        return expand::of_nothing(input, krate);
    }
    expand::of_struct(input, krate, field)
}

/// `#[segment(rename_all = "…", crate = path)]` on a type.
#[derive(Default)]
struct ContainerOptions {
    rename_all: Option<LitStr>,
    rename_all_at: Option<Place>,
    krate: Option<Path>,
}

impl ContainerOptions {
    fn parse(input: &DeriveInput, errors: &mut Errors) -> Self {
        let mut parsed = Self::default();
        let expected = messages::unknown_container_option();
        for option in options(&input.attrs, "segment", &expected, errors) {
            if option.is("rename_all") {
                parsed.rename_all_at = Some(option.place);
                parsed.rename_all = option.value::<LitStr>(&messages::option_is_no_text(), errors);
            } else if option.is("crate") {
                parsed.krate = option.value(&messages::not_a_crate(), errors);
            } else {
                errors.add(option.place, &expected);
            }
        }
        if let Some(rule) = &parsed.rename_all
            && !RENAME_RULES.contains(&rule.value().as_str())
        {
            let known = RENAME_RULES.map(|rule| format!("`{rule}`")).join(", ");
            errors.add(
                Place::of(rule),
                messages::unknown_rename_rule(rule.value(), known),
            );
        }
        parsed
    }
}

struct Variant<'i> {
    name: &'i Ident,
    text: String,
}

/// Chooses the texts; a variant without one of its own is reported and left out.
fn variants<'i>(
    data: &'i DataEnum,
    rename_all: Option<&LitStr>,
    errors: &mut Errors,
) -> Vec<Variant<'i>> {
    let mut variants: Vec<Variant<'i>> = Vec::new();
    for variant in &data.variants {
        let name = &variant.ident;
        let expected = messages::unknown_variant_option();
        let given = options(&variant.attrs, "segment", &expected, errors);
        let (renamed, unknown): (Vec<Given>, Vec<Given>) =
            given.into_iter().partition(|option| option.is("rename"));
        for option in unknown {
            errors.add(option.place, &expected);
        }
        if !matches!(variant.fields, Fields::Unit) {
            errors.add(Place::of(name), messages::derive_on_data_variant(name));
            continue;
        }
        let renamed = renamed
            .first()
            .map(|option| option.value::<LitStr>(&messages::option_is_no_text(), errors));
        let written = name.unraw().to_string();
        let (text, place) = match (renamed, rename_all) {
            (Some(None), _) => continue,
            (Some(Some(text)), _) => (text.value(), Place::of(&text)),
            (None, Some(rule)) => (case::renamed(&written, &rule.value()), Place::of(name)),
            (None, None) => (written, Place::of(name)),
        };
        let first = variants.iter().find(|first| first.text == text);
        let fault = match (topics_core::Segment::new(&text), first) {
            _ if text.is_empty() => messages::empty_string(),
            (Err(error), _) => messages::not_a_segment(&error),
            (Ok(_), Some(first)) => messages::variants_share_text(first.name, name, &text),
            (Ok(_), None) => {
                variants.push(Variant { name, text });
                continue;
            }
        };
        errors.add(place, fault);
    }
    variants
}
