//! `#[derive(SegmentValue)]`, for enums of units and for structs around one value.
//!
//! A pipeline of its own, as small as it is: options are read from `#[segment(…)]`, the texts of the
//! variants chosen and checked, and the implementation written.

mod expand;
mod options;
mod variants;

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput, Field, Fields};

use crate::derive;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
use options::{ContainerOptions, VariantOptions};

pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    let errors = &mut Errors::default();
    let Some(input) = derive::parse(tokens, errors) else {
        return std::mem::take(errors).into_tokens();
    };
    let options = ContainerOptions::parse(&input, errors);
    let mut tokens = implement(&input, &options, errors);
    tokens.extend(std::mem::take(errors).into_tokens());
    tokens
}

fn implement(input: &DeriveInput, options: &ContainerOptions, errors: &mut Errors) -> TokenStream {
    let name = Place::at(input.ident.span());
    match &input.data {
        Data::Enum(data) => {
            if data.variants.is_empty() {
                errors.add(name, messages::derive_needs_variants());
            }
            let variants = variants::choose(data, options, errors);
            expand::of_enum(input, options, &variants)
        }
        Data::Struct(data) => match the_field(&data.fields) {
            Some(field) => {
                options.refuse_renaming(errors);
                VariantOptions::refuse(&field.attrs, errors);
                expand::of_struct(input, options, field)
            }
            None => {
                errors.add(name, messages::derive_needs_one_field());
                TokenStream::new()
            }
        },
        Data::Union(_) => {
            errors.add(name, messages::derive_on_union());
            TokenStream::new()
        }
    }
}

fn the_field(fields: &Fields) -> Option<&Field> {
    let mut fields = fields.iter();
    fields.next().filter(|_| fields.next().is_none())
}
