//! Topics whose fields are the user's: of a struct, or of a variant of an enum.
//!
//! The template says which placeholders there are and in which order; of what type each is, the field
//! with its name says.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Attribute, Field, Fields, GenericArgument, PathArguments, Type};

use super::{Attributes, Former, Kind, Origin, Parameter, Segment, Topic, build, former};
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
use crate::syntax::{self, Path, PlaceholderKind, TopicAttribute, path_text, was};

/// What has fields: a struct, or a variant.
pub(super) struct Holder<'i> {
    pub(super) name: &'i Ident,
    pub(super) fields: &'i Fields,
    /// Those of the struct or variant, among which its former names are.
    pub(super) attributes: &'i [Attribute],
    /// Whether the type has a lifetime, and so may borrow.
    pub(super) borrows: bool,
    pub(super) origin: Origin,
}

impl Topic {
    /// The topic of this template over these fields; reports where the two do not fit.
    pub(super) fn own(
        holder: Holder<'_>,
        attribute: TopicAttribute,
        errors: &mut Errors,
    ) -> Option<Self> {
        let was = was::parse(holder.attributes, errors);
        let own = fields(&holder, errors)?;
        let path = attribute.path?;
        let place = path.place;
        let path = with_types(path, &own, holder.name, errors)?;
        let text = path_text(&path);
        let faults = build::template_faults(&path, &text, place);
        if !faults.is_empty() {
            for fault in faults {
                errors.add(fault.place, fault.message);
            }
            return None;
        }
        let was: Vec<Path> = was
            .into_iter()
            .filter_map(|former| former::check(former, &path, errors))
            .collect();
        let segments = path.iter().map(|segment| {
            let mut segment = build::plain_segment(segment);
            if let Segment::Parameter(parameter) = &mut segment {
                take_field(parameter, &own);
            }
            segment
        });
        let segments: Vec<Segment> = segments.collect();
        let former = was.iter().map(|path| Former::over(path, &segments));
        Some(Self {
            place,
            former: former.collect(),
            segments,
            text,
            name: holder.name.clone(),
            is_named: true,
            origin: holder.origin,
            attributes: Attributes::default(),
            payload: attribute.payload.map(|(_, payload)| payload),
            reply: attribute.reply.map(|(_, reply)| reply),
        })
    }
}

/// A field, and what its type makes of the placeholder with its name.
struct OwnField<'i> {
    name: &'i Ident,
    ty: &'i Type,
    /// `None` if the type has been reported.
    kind: Option<Kind>,
    /// Whether it is text that is never borrowed.
    is_owned: bool,
}

fn fields<'i>(holder: &Holder<'i>, errors: &mut Errors) -> Option<Vec<OwnField<'i>>> {
    let mut own = Vec::new();
    for field in holder.fields {
        refuse_on_field(field, errors);
        let Some(name) = &field.ident else {
            let place = Place::of_tokens(holder.fields, Place::at(holder.name.span()));
            errors.add(place, messages::fields_without_names(holder.name));
            return None;
        };
        own.push(OwnField::new(name, field, holder.borrows, errors));
    }
    Some(own)
}

/// Reports what a struct or a variant may have before it, but none of its fields.
pub(super) fn refuse_on_field(field: &Field, errors: &mut Errors) {
    TopicAttribute::refuse(&field.attrs, messages::template_on_field(), errors);
    was::refuse(&field.attrs, messages::was_on_field(), errors);
}

impl<'i> OwnField<'i> {
    fn new(name: &'i Ident, field: &'i Field, borrows: bool, errors: &mut Errors) -> Self {
        let ty = bare(&field.ty);
        let mut own = Self {
            name,
            ty,
            kind: None,
            is_owned: false,
        };
        let place = Place::of_tokens(ty, Place::at(name.span()));
        match ty {
            Type::Reference(_) => errors.add(place, messages::field_is_text(ty)),
            Type::Path(path) => match path.path.segments.last() {
                Some(last) if last.ident == "Segment" || last.ident == "Tail" => {
                    own.is_owned = !borrows || is_static(&last.arguments);
                    own.kind = Some(if last.ident == "Tail" {
                        Kind::Tail
                    } else {
                        Kind::Plain
                    });
                }
                Some(last) if last.ident == "String" || last.ident == "Cow" => {
                    errors.add(place, messages::field_is_text(ty));
                }
                _ if has_lifetime(ty.to_token_stream()) => {
                    errors.add(place, messages::field_has_lifetime(ty));
                }
                _ => own.kind = Some(Kind::Typed(Box::new(ty.clone()))),
            },
            _ if has_lifetime(ty.to_token_stream()) => {
                errors.add(place, messages::field_has_lifetime(ty));
            }
            _ => own.kind = Some(Kind::Typed(Box::new(ty.clone()))),
        }
        own
    }

    fn place(&self) -> Place {
        Place::at(self.name.span())
    }

    fn type_place(&self) -> Place {
        Place::of_tokens(self.ty, self.place())
    }
}

/// The type without the invisible group that a `macro_rules!` puts around it.
fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        ty => ty,
    }
}

/// Whether the arguments of a text type are `<'static>`.
fn is_static(arguments: &PathArguments) -> bool {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return false;
    };
    matches!(
        arguments.args.first(),
        Some(GenericArgument::Lifetime(lifetime)) if lifetime.ident == "static"
    )
}

/// Whether there is a lifetime other than `'static`, however deep.
pub(super) fn has_lifetime(tokens: TokenStream) -> bool {
    let mut before = ' ';
    tokens.into_iter().any(|token| {
        let is_name = before == '\'';
        before = ' ';
        match token {
            TokenTree::Ident(name) => is_name && name != "static",
            TokenTree::Group(group) => has_lifetime(group.stream()),
            TokenTree::Punct(punct) => {
                before = punct.as_char();
                false
            }
            TokenTree::Literal(_) => false,
        }
    })
}

/// The path, each placeholder with the type of its field.
fn with_types(
    path: Path,
    own: &[OwnField<'_>],
    holder: &Ident,
    errors: &mut Errors,
) -> Option<Vec<syntax::Segment>> {
    let mut sound = true;
    let mut used: Vec<Ident> = Vec::new();
    let mut segments = Vec::new();
    for mut segment in path.segments {
        if let syntax::Segment::Placeholder(placeholder) = &mut segment {
            let name = placeholder.name.unraw();
            let field = own.iter().find(|field| field.name.unraw() == name);
            match field {
                Some(field) => sound &= give_type(placeholder, field, errors),
                None => {
                    let is_tail = matches!(placeholder.kind, PlaceholderKind::Tail);
                    let message = messages::placeholder_without_field(&name, holder, is_tail);
                    errors.add(placeholder.place, message);
                    sound = false;
                }
            }
            used.push(name);
        }
        segments.push(segment);
    }
    for field in own {
        if !used.contains(&field.name.unraw()) {
            let message = messages::field_without_placeholder(
                &field.name.unraw(),
                matches!(field.kind, Some(Kind::Tail)),
            );
            errors.add(field.place(), message);
            sound = false;
        }
    }
    sound.then_some(segments)
}

/// Gives a placeholder the type of its field; `false` if it cannot have it.
fn give_type(
    placeholder: &mut syntax::Placeholder,
    field: &OwnField<'_>,
    errors: &mut Errors,
) -> bool {
    let name = &field.name.unraw();
    match (&placeholder.kind, &field.kind) {
        (PlaceholderKind::Typed(_), _) => {
            errors.add(placeholder.place, messages::type_in_attribute(name));
            false
        }
        (PlaceholderKind::Closed(_), _) => {
            errors.add(placeholder.place, messages::values_in_attribute(name));
            false
        }
        (_, None) => false,
        (PlaceholderKind::Tail, Some(Kind::Tail)) | (PlaceholderKind::Plain, Some(Kind::Plain)) => {
            true
        }
        (PlaceholderKind::Plain, Some(Kind::Typed(of))) => {
            placeholder.kind = PlaceholderKind::Typed(of.clone());
            true
        }
        (PlaceholderKind::Plain, Some(_)) => {
            errors.add(field.type_place(), messages::tail_is_plain(name));
            false
        }
        (PlaceholderKind::Tail, Some(_)) => {
            errors.add(field.type_place(), messages::tail_is_no_tail(name));
            false
        }
    }
}

/// Lets a parameter be the user's field.
fn take_field(parameter: &mut Parameter, own: &[OwnField<'_>]) {
    let name = parameter.field.unraw();
    if let Some(field) = own.iter().find(|field| field.name.unraw() == name) {
        parameter.field = field.name.clone();
        parameter.is_owned = field.is_owned;
    }
}
