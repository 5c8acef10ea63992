//! `#[derive(SegmentValue)]`, for enums of units and for structs around one value.
//!
//! A pipeline of its own, as small as it is: the texts of the variants are chosen and checked here, and
//! `expand` writes the implementation.

mod expand;

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt as _;
use syn::{Data, DataEnum, DeriveInput, Fields, LitStr, Path};

use crate::case::RENAME_RULES;
use crate::derive;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
use crate::source_text::source_text;
use crate::syntax::{Options, is_text};

pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    derive::derive(tokens, |input, errors| {
        let mut options = ContainerOptions::parse(input, errors);
        let krate = derive::or_default(options.krate.take());
        match &input.data {
            Data::Enum(data) => {
                if data.variants.is_empty() {
                    errors.add(&input.ident, messages::derive_needs_variants());
                }
                let variants = variants(data, &options, errors);
                let is_whole = variants.len() == data.variants.len();
                let is_generic = !input.generics.params.is_empty();
                Some(if options.is_value_only || !is_whole || is_generic {
                    expand::of_value_only(input, &krate, &variants, is_whole)
                } else {
                    expand::of_enum(input, &krate, &variants)
                })
            }
            Data::Struct(data) => match &Vec::from_iter(&data.fields)[..] {
                [field] => {
                    errors.refuse(&field.attrs, "segment", messages::option_without_effect());
                    Some(if is_text(&field.ty) {
                        errors.add(&field.ty, messages::newtype_of_text(source_text(&field.ty)));
                        // So that its uses are not reported too.
                        expand::of_value_only(input, &krate, &[], false)
                    } else {
                        expand::of_struct(input, &krate, field, &options)
                    })
                }
                _ => errors.fail(&input.ident, messages::derive_needs_one_field()),
            },
            Data::Union(_) => errors.fail(&input.ident, messages::derive_on_union()),
        }
    })
}

/// `#[segment(rename_all = "…", prefix = "…", suffix = "…", value_only, crate = path)]` on a type.
#[derive(Default)]
struct ContainerOptions {
    rename_all: Option<fn(&str) -> String>,
    /// Empty if there is none, and so is the suffix.
    prefix: String,
    suffix: String,
    is_value_only: bool,
    krate: Option<Path>,
}

impl ContainerOptions {
    fn parse(input: &DeriveInput, errors: &mut Errors) -> Self {
        let mut parsed = Self::default();
        let expected = messages::unknown_container_option();
        let text = messages::option_is_no_text();
        let mut options = Options::of(&input.attrs, "segment", &expected, errors);
        if let Data::Enum(_) = input.data {
            let rule: Option<LitStr> = options.value("rename_all", &text, errors);
            parsed.rename_all = rule.and_then(|rule| {
                let mut rules = RENAME_RULES.into_iter();
                let known = rules.find(|(name, _)| *name == rule.value());
                known.map(|(_, rename)| rename).or_else(|| {
                    let known = RENAME_RULES.map(|(name, _)| format!("`{name}`")).join(", ");
                    errors.fail(&rule, messages::unknown_rename_rule(rule.value(), known))
                })
            });
            parsed.is_value_only = options.flag("value_only");
        }
        let [prefix, suffix] = ["prefix", "suffix"].map(|name| {
            let affix: LitStr = options.value(name, &text, errors)?;
            segment(&affix.value(), Place::of(&affix), errors)
        });
        parsed.prefix = prefix.unwrap_or_default();
        parsed.suffix = suffix.unwrap_or_default();
        parsed.krate = options.value("crate", &messages::not_a_crate(), errors);
        options.refuse_rest(&expected, errors);
        parsed
    }
}

/// The text, if it is a segment; else reports what it is.
fn segment(text: &str, place: Place, errors: &mut Errors) -> Option<String> {
    let checked = topics_core::Segment::new(text);
    let checked = checked.map_err(|error| errors.add(place, messages::not_a_segment(&error)));
    checked.ok().map(|_| text.to_owned())
}

struct Variant<'i> {
    name: &'i Ident,
    /// What it is written as, and what else is read as it.
    texts: Vec<String>,
}

/// Chooses the texts; a variant without one of its own is reported and left out.
fn variants<'i>(
    data: &'i DataEnum,
    of_type: &ContainerOptions,
    errors: &mut Errors,
) -> Vec<Variant<'i>> {
    let mut variants: Vec<Variant<'i>> = Vec::new();
    for variant in &data.variants {
        let name = &variant.ident;
        let expected = messages::unknown_variant_option();
        let no_text = messages::option_is_no_text();
        let mut options = Options::of(&variant.attrs, "segment", &expected, errors);
        let renamed = options.take("rename");
        let renamed = renamed.map(|text| text.value::<LitStr>(&no_text, errors));
        let mut aliases: Vec<LitStr> = Vec::new();
        while let Some(alias) = options.take("alias") {
            aliases.extend(alias.value(&no_text, errors));
        }
        options.refuse_rest(&expected, errors);
        if !matches!(variant.fields, Fields::Unit) {
            errors.add(name, messages::derive_on_data_variant(name));
            continue;
        }
        let written = name.unraw().to_string();
        let (text, place) = match (renamed, &of_type.rename_all) {
            (Some(None), _) => continue,
            (Some(Some(text)), _) => (text.value(), Place::of(&text)),
            (None, Some(rename)) => (rename(&written), Place::of(name)),
            (None, None) => (written, Place::of(name)),
        };
        let mut own = Variant {
            name,
            texts: Vec::new(),
        };
        let aliases = aliases.iter().map(|text| (text.value(), Place::of(text)));
        for (text, place) in std::iter::once((text, place)).chain(aliases) {
            let Some(text) = segment(&text, place, errors) else {
                continue;
            };
            let text = [&*of_type.prefix, &text, &of_type.suffix].concat();
            let is_its = |variant: &&Variant<'_>| variant.texts.contains(&text);
            if own.texts.contains(&text) {
                errors.add(place, messages::alias_is_text(name, &text));
            } else if let Some(first) = variants.iter().find(is_its) {
                errors.add(
                    place,
                    messages::variants_share_text(first.name, name, &text),
                );
            } else {
                own.texts.push(text);
            }
        }
        if !own.texts.is_empty() {
            variants.push(own);
        }
    }
    variants
}
