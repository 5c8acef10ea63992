//! The text of each variant.

use syn::ext::IdentExt as _;
use syn::{DataEnum, Fields, Ident};

use super::options::{ContainerOptions, VariantOptions};
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

pub(super) struct Variant<'i> {
    pub(super) name: &'i Ident,
    pub(super) text: String,
}

/// Chooses the texts; a variant without one of its own is reported and left out.
pub(super) fn choose<'i>(
    data: &'i DataEnum,
    container: &ContainerOptions,
    errors: &mut Errors,
) -> Vec<Variant<'i>> {
    let mut variants: Vec<Variant<'i>> = Vec::new();
    for variant in &data.variants {
        let name = &variant.ident;
        let mut place = Place::at(name.span());
        let options = VariantOptions::parse(&variant.attrs, errors);
        if !matches!(variant.fields, Fields::Unit) {
            errors.add(place, messages::derive_on_data_variant(name));
            continue;
        }
        let written = name.unraw().to_string();
        let text = match (options.rename, container.rename_all) {
            (Some(text), _) => {
                place = Place::at(text.span());
                text.value()
            }
            (None, Some(rule)) => rule.rename(&written),
            (None, None) => written,
        };
        if text.is_empty() {
            errors.add(place, messages::empty_string());
            continue;
        }
        if let Err(error) = topics_core::Segment::new(&text) {
            errors.add(place, messages::not_a_segment(&error));
            continue;
        }
        if let Some(first) = variants.iter().find(|first| first.text == text) {
            errors.add(
                place,
                messages::variants_share_text(first.name, name, &text),
            );
            continue;
        }
        variants.push(Variant { name, text });
    }
    variants
}
