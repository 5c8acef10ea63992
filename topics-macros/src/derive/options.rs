//! `#[topics(crate = path)]` on an enum.

use syn::{Attribute, Path};

use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

pub(super) fn krate(attributes: &[Attribute], errors: &mut Errors) -> Option<Path> {
    let mut krate = None;
    for attribute in attributes {
        if !attribute.path().is_ident("topics") {
            continue;
        }
        let result = attribute.parse_nested_meta(|option| {
            let place = Place::of_tokens(&option.path, Place::at(option.input.span()));
            if !option.path.is_ident("crate") {
                errors.add(place, messages::unknown_topics_option());
                // What follows cannot be told from the next option.
                option.input.parse::<proc_macro2::TokenStream>()?;
                return Ok(());
            }
            let path = option.value()?.call(Path::parse_mod_style)?;
            if krate.replace(path).is_some() {
                errors.add(place, messages::repeated_option());
            }
            Ok(())
        });
        if let Err(error) = result {
            errors.add_parsed(error);
        }
    }
    krate
}
