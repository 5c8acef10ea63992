//! Topics whose fields are the user's: of a struct, or of a variant of an enum.
//!
//! The template says which placeholders there are and in which order; of what type each is, the field
//! with its name says.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use syn::{Attribute, Field, Fields, Type};

use super::{Attributes, Kind, Origin, Segment, Topic, TopicTemplate, build, former};
use crate::errors::Errors;
use crate::messages;
use crate::source_text::source_text;
use crate::syntax::{TopicAttribute, former_names, has_lifetime};

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
        let was = former_names(holder.attributes, errors);
        let own = fields(&holder, errors)?;
        let mut path = attribute.path?;
        let before = errors.count();
        fit(&mut path.segments, &own, holder.name, errors);
        let is_sound = errors.count() == before && own.iter().all(|field| field.kind.is_some());
        if !is_sound || !build::is_template(&path, errors) {
            return None;
        }
        let former = former::check_all(was, &path.segments, errors).into_iter();
        Some(Self {
            former: former.map(TopicTemplate::new).collect(),
            present: TopicTemplate::new(path),
            name: holder.name.clone(),
            is_named: true,
            origin: holder.origin,
            attributes: Attributes {
                is_first: attribute.is_first,
                ..Attributes::default()
            },
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
        refuse_misplaced(&field.attrs, errors);
        let Some(name) = &field.ident else {
            return errors.fail(holder.fields, messages::fields_without_names(holder.name));
        };
        own.push(OwnField::new(name, field, holder, errors));
    }
    Some(own)
}

/// Reports what may be before a struct or a variant with a template only.
pub(super) fn refuse_misplaced(attributes: &[Attribute], errors: &mut Errors) {
    for name in ["topic", "was"] {
        errors.refuse(attributes, name, messages::misplaced(name));
    }
}

impl<'i> OwnField<'i> {
    fn new(name: &'i Ident, field: &'i Field, holder: &Holder<'_>, errors: &mut Errors) -> Self {
        let ty = bare(&field.ty);
        let last = match ty {
            Type::Path(path) => path.path.segments.last(),
            _ => None,
        };
        let word = last.map(|last| last.ident.to_string()).unwrap_or_default();
        let is_struct = matches!(holder.origin, Origin::Own(_));
        let kind = match word.as_str() {
            "Segment" => Ok(Kind::Plain),
            "Tail" => Ok(Kind::Tail),
            word if is_struct && holder.name == word && source_text(ty) == word => {
                Err(messages::field_is_the_struct(word))
            }
            word if matches!(word, "String" | "Cow")
                || matches!(ty, Type::Reference(_))
                || has_lifetime(ty) =>
            {
                Err(messages::field_is_text(source_text(ty)))
            }
            _ => Ok(Kind::Typed(Box::new(ty.clone()))),
        };
        let kind = kind.map_err(|message| errors.add(ty, message)).ok();
        let is_static = !holder.borrows || source_text(ty).ends_with("<'static>");
        Self {
            name,
            ty,
            is_owned: is_static && kind.as_ref().is_some_and(Kind::is_text),
            kind,
        }
    }
}

/// The type without the invisible group that a `macro_rules!` puts around it.
fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        ty => ty,
    }
}

/// Gives each placeholder the type of its field; reports where they do not fit together.
fn fit(path: &mut [Segment], own: &[OwnField<'_>], holder: &Ident, errors: &mut Errors) {
    for placeholder in path.iter_mut().filter_map(Segment::placeholder_mut) {
        let (name, place) = (placeholder.name.unraw(), placeholder.place);
        let Some(field) = own.iter().find(|field| placeholder.is(field.name)) else {
            let message = messages::placeholder_without_field(placeholder.bare(), holder);
            errors.add(place, message);
            continue;
        };
        placeholder.name = field.name.clone();
        placeholder.is_owned = field.is_owned;
        match (&placeholder.kind, &field.kind) {
            (Kind::Written(_), _) => errors.add(place, messages::type_in_attribute(name)),
            (_, None) | (Kind::Tail, Some(Kind::Tail)) | (Kind::Plain, Some(Kind::Plain)) => {}
            (Kind::Plain, Some(kind @ Kind::Typed(_))) => placeholder.kind = kind.clone(),
            _ => errors.add(field.ty, messages::tail_and_field(name)),
        }
    }
    for OwnField { name, .. } in own {
        let mut placeholders = path.iter().filter_map(Segment::placeholder);
        if !placeholders.any(|placeholder| placeholder.is(name)) {
            let message = messages::field_without_placeholder(name.unraw());
            errors.add(*name, message);
        }
    }
}
