//! Topics whose fields are the user's: of a struct, or of a variant of an enum.
//!
//! The template says which placeholders there are and in which order; of what type each is, the field
//! with its name says.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use syn::{Attribute, Fields, Type};

use super::{Attributes, Kind, Origin, Path, Segment, Topic, TopicTemplate, build, former};
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
        for field in holder.fields {
            refuse_misplaced(&field.attrs, errors);
        }
        let (mut path, before) = (attribute.path, errors.count());
        fit(path.as_mut(), &holder, errors)?;
        let is_sound = errors.count() == before;
        let path = path.filter(|path| is_sound && build::is_template(path, errors))?;
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
            payload: attribute.payload,
            reply: attribute.reply,
        })
    }
}

/// Reports what may be before a struct or a variant with a template only.
pub(super) fn refuse_misplaced(attributes: &[Attribute], errors: &mut Errors) {
    for name in ["topic", "was"] {
        errors.refuse(attributes, name, messages::misplaced(name));
    }
}

/// What the type of a field makes of the placeholder with its name.
fn kind(ty: &Type, holder: &Holder<'_>) -> Result<Kind, String> {
    let last = match ty {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    };
    let word = last.map(|last| last.ident.to_string()).unwrap_or_default();
    let is_struct = matches!(holder.origin, Origin::Own(_));
    match word.as_str() {
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
    }
}

/// The type without the invisible group that a `macro_rules!` puts around it.
fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        ty => ty,
    }
}

/// Gives each placeholder the type of its field; reports where they do not fit together, and what is wrong with the
/// fields alone if the path is faulty. `None` if the fields have no names.
fn fit(mut path: Option<&mut Path>, holder: &Holder<'_>, errors: &mut Errors) -> Option<()> {
    for field in holder.fields {
        let (Some(name), ty) = (&field.ident, bare(&field.ty)) else {
            return errors.fail(holder.fields, messages::fields_without_names(holder.name));
        };
        let kind = kind(ty, holder).map_err(|message| errors.add(ty, message));
        let is_static = !holder.borrows || source_text(ty).ends_with("<'static>");
        let mut is_placeholder = path.is_none();
        let segments = path.iter_mut().flat_map(|path| &mut path.segments);
        let placeholders = segments.filter_map(Segment::placeholder_mut);
        for own in placeholders.filter(|placeholder| placeholder.is(name)) {
            is_placeholder = true;
            own.name = name.clone();
            own.is_owned = is_static && kind.as_ref().is_ok_and(Kind::is_text);
            match (&own.kind, &kind) {
                (Kind::Written(_), _) => {
                    errors.add(own.place, messages::type_in_attribute(name.unraw()));
                }
                // If it has a type already, the field is there twice.
                (_, Err(()))
                | (Kind::Typed(_), _)
                | (Kind::Tail, Ok(Kind::Tail))
                | (Kind::Plain, Ok(Kind::Plain)) => {}
                (Kind::Plain, Ok(kind @ Kind::Typed(_))) => own.kind = kind.clone(),
                _ => errors.add(ty, messages::tail_and_field(name.unraw())),
            }
        }
        if !is_placeholder {
            errors.add(name, messages::field_without_placeholder(name.unraw()));
        }
    }
    let segments = path.iter().flat_map(|path| &path.segments);
    for own in segments.filter_map(Segment::placeholder) {
        let mut names = holder
            .fields
            .iter()
            .filter_map(|field| field.ident.as_ref());
        if !names.any(|name| own.is(name)) {
            let message = messages::placeholder_without_field(own.bare(), holder.name);
            errors.add(own.place, message);
        }
    }
    Some(())
}
