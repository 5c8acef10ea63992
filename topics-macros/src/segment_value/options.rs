//! `#[segment(rename_all = "…", crate = path)]` on a type, `#[segment(rename = "…")]` on a variant.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, DeriveInput, LitStr, Path};

use crate::case::RenameRule;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

#[derive(Default)]
pub(super) struct ContainerOptions {
    pub(super) rename_all: Option<RenameRule>,
    rename_all_at: Option<Place>,
    pub(super) krate: Option<Path>,
}

impl ContainerOptions {
    pub(super) fn parse(input: &DeriveInput, errors: &mut Errors) -> Self {
        let mut options = Self::default();
        for_each_option(&input.attrs, errors, |option, errors| {
            let place = Place::of_tokens(&option.path, Place::at(input.ident.span()));
            if option.path.is_ident("rename_all") {
                let rule = option.value()?.parse::<LitStr>()?;
                if options.rename_all_at.replace(place).is_some() {
                    errors.add(place, messages::repeated_option());
                }
                options.rename_all = RenameRule::named(&rule.value());
                if options.rename_all.is_none() {
                    let known = RenameRule::ALL
                        .map(|(name, _)| format!("`{name}`"))
                        .join(", ");
                    let message = messages::unknown_rename_rule(&rule.value(), &known);
                    errors.add(Place::at(rule.span()), message);
                }
            } else if option.path.is_ident("crate") {
                let path = option.value()?.call(Path::parse_mod_style)?;
                if options.krate.replace(path).is_some() {
                    errors.add(place, messages::repeated_option());
                }
            } else {
                errors.add(place, messages::unknown_container_option());
                skip_value(&option)?;
            }
            Ok(())
        });
        options
    }

    /// Reports a renaming rule where there are no names.
    pub(super) fn refuse_renaming(&self, errors: &mut Errors) {
        if let Some(place) = self.rename_all_at {
            errors.add(place, messages::option_without_effect());
        }
    }
}

#[derive(Default)]
pub(super) struct VariantOptions {
    pub(super) rename: Option<LitStr>,
}

impl VariantOptions {
    pub(super) fn parse(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut options = Self::default();
        for_each_option(attributes, errors, |option, errors| {
            let place = Place::of_tokens(&option.path, Place::at(option.input.span()));
            if option.path.is_ident("rename") {
                let text = option.value()?.parse::<LitStr>()?;
                if options.rename.replace(text).is_some() {
                    errors.add(place, messages::repeated_option());
                }
            } else {
                errors.add(place, messages::unknown_variant_option());
                skip_value(&option)?;
            }
            Ok(())
        });
        options
    }

    /// Reports options where none apply.
    pub(super) fn refuse(attributes: &[Attribute], errors: &mut Errors) {
        for_each_option(attributes, errors, |option, errors| {
            let place = Place::of_tokens(&option.path, Place::at(option.input.span()));
            errors.add(place, messages::option_without_effect());
            skip_value(&option)
        });
    }
}

/// Reads the options of every `#[segment(…)]`; what cannot be read is reported.
fn for_each_option(
    attributes: &[Attribute],
    errors: &mut Errors,
    mut read: impl FnMut(ParseNestedMeta<'_>, &mut Errors) -> syn::Result<()>,
) {
    for attribute in attributes {
        if attribute.path().is_ident("segment") {
            let result = attribute.parse_nested_meta(|option| read(option, errors));
            if let Err(error) = result {
                errors.add_parsed(error);
            }
        }
    }
}

/// Reads past the value of an option that is not known, so that those after it are read too.
fn skip_value(option: &ParseNestedMeta<'_>) -> syn::Result<()> {
    if option.input.peek(syn::Token![=]) {
        let value = option.value()?;
        while !value.is_empty() && !value.peek(syn::Token![,]) {
            value.parse::<proc_macro2::TokenTree>()?;
        }
    } else if option.input.peek(syn::token::Paren) {
        option.input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}
