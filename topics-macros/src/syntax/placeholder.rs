//! `<id>`, `<id: Uuid>`, `<state: enqueued | applied>`, `<rest..>`

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, TokenTree};
use syn::Type;
use syn::ext::IdentExt as _;
use topics_core::Texts;

use super::tokens::Tokens;
use super::{
    Attributes, Closed, Kind, Literal, Path, Placeholder, Segment, Value, attributes, notation,
    types,
};
use crate::case;
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::{Place, derived};
use crate::source_text::{source_text, text_of_all, token_text};

impl Placeholder {
    /// Reads a placeholder, of which the `<` is next; reports what is wrong with it.
    pub(super) fn parse(tokens: &mut Tokens, errors: &mut Errors) -> Option<Self> {
        tokens.next();
        let open = tokens.last();
        let Some(inner) = tokens.until_closed() else {
            // Of an unclosed placeholder, the name is all that surely belongs to it.
            let goes_on = tokens.mark_at(1) == '.' && tokens.mark_at(2) != '.';
            if tokens.word_at(0).is_some() && !goes_on {
                tokens.next();
            }
            return errors.fail(open.to(tokens.last()), messages::unmatched_bracket());
        };
        let place = open.to(tokens.last());
        let mut inner = Tokens::new(inner.into_iter().collect(), place.first());
        let attributes = attributes::parse_inside(&mut inner, errors);
        let inner = inner.rest();
        let fault = || notation::placeholder_fault(&text_of_all(&inner));
        let Some((TokenTree::Ident(written), rest)) = inner.split_first() else {
            return errors.fail(place, fault());
        };
        let name = field(written);
        if name.is_none() {
            errors.add(written.span(), messages::name_is_reserved(written));
        }
        let marks: Vec<char> = rest.iter().map(nesting::mark).collect();
        let kind = match (&marks[..], rest) {
            ([], _) => Some(Kind::Plain),
            (['.', '.'], _) => Some(Kind::Tail),
            (['.', ..] | [':', '.', '.', ..], _) => errors.fail(Place::of_all(rest), fault()),
            ([':'], _) => errors.fail(Place::of_all(rest), messages::missing_type()),
            ([':', ..], [_, of @ ..]) if marks.contains(&'|') => parse_values(written, of, errors),
            ([':', ..], [_, of @ ..]) => parse_type(of, errors),
            _ => errors.fail(place, fault()),
        };
        let (name, mut kind) = (name?, kind?);
        if let Kind::Closed(closed) = &mut kind {
            closed.attributes = Attributes::sort(attributes, errors);
            let closed = &mut closed.attributes;
            closed.refuse_derives(&ORDERED, messages::derived_already, errors);
        } else if let Some(first) = attributes.first() {
            errors.add(first, messages::attribute_without_values(&name));
        }
        Some(Self {
            name,
            kind,
            is_owned: false,
            place,
        })
    }
}

/// The traits that the enum of a closed placeholder has, and not every generated type.
const ORDERED: [&str; 3] = ["Copy", "Ord", "PartialOrd"];

/// The identifier of the field that holds the parameter: the name itself, raw if it is a keyword;
/// `None` for the few keywords that cannot be raw.
pub(super) fn field(name: &Ident) -> Option<Ident> {
    let plain = name.unraw();
    match plain.to_string().as_str() {
        "_" | "self" | "Self" | "super" | "crate" => None,
        // Not yet a keyword to `syn`, but one to the 2024 edition.
        word if word == "gen" || !super::is_name(&plain) => Some(Ident::new_raw(word, name.span())),
        _ => Some(plain),
    }
}

fn parse_values(name: &Ident, of: &[TokenTree], errors: &mut Errors) -> Option<Kind> {
    let parts = super::split(of.iter().cloned().collect(), '|');
    let is_bar = |at: usize| of.get(at).is_none_or(|token| nesting::mark(token) == '|');
    for (index, bar) in of.iter().enumerate() {
        if is_bar(index) && (index == 0 || is_bar(index + 1)) {
            errors.add(bar.span(), messages::empty_value());
        }
    }
    let mut values: Vec<Value> = Vec::with_capacity(parts.len());
    // There may be thousands.
    let mut known = HashSet::with_capacity(parts.len());
    let mut variants = HashMap::with_capacity(parts.len());
    let mut sound = true;
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let mut tokens = Tokens::new(part.iter().cloned().collect(), Place::of_all(part).first());
        let attributes = attributes::parse_inside(&mut tokens, errors);
        let attributes = Attributes::sort(attributes, errors);
        let part = &tokens.rest();
        let (mut texts, mut variant) = (Vec::new(), None);
        for of in split_at_was(part) {
            let Some(Literal { text, place }) = parse_text(part, of, errors) else {
                sound = false;
                continue;
            };
            if !known.insert(text.clone()) {
                errors.add(place, messages::duplicate_value(&text));
                continue;
            }
            if texts.is_empty() {
                variant = self::variant(&text, place, &mut variants, errors);
                sound &= variant.is_some();
            }
            texts.push(text);
        }
        values.extend(variant.map(|variant| Value {
            attributes,
            texts,
            variant,
        }));
    }
    let closed = Closed {
        name: name.clone(),
        attributes: Attributes::default(),
        values,
    };
    (sound && !closed.values.is_empty()).then(|| Kind::Closed(Box::new(closed)))
}

/// The variant of a value, other than those of earlier ones; digits in front are set off by an underscore.
fn variant(
    text: &str,
    place: Place,
    known: &mut HashMap<String, String>,
    errors: &mut Errors,
) -> Option<Ident> {
    let mut name = case::upper_camel(text);
    if name.starts_with(|c: char| c.is_numeric()) {
        name.insert(0, '_');
    }
    let variant = super::identifier(&name, derived(place.first()));
    let message = match (variant, known.get(&name)) {
        (None, _) => messages::bad_variant(text),
        (Some(_), Some(other)) => messages::variant_clash(text, other, name),
        (Some(variant), None) => {
            known.insert(name, text.to_owned());
            return Some(variant);
        }
    };
    errors.fail(place, message)
}

/// A value, and each text that it had before: between two words, `was` is no text.
fn split_at_was(value: &[TokenTree]) -> Vec<&[TokenTree]> {
    let (mut texts, mut start) = (Vec::new(), 0);
    for (at, pair) in value.windows(2).enumerate() {
        if let [before, TokenTree::Ident(word)] = pair
            && at >= start
            && word == "was"
            && !matches!(before, TokenTree::Punct(_))
        {
            texts.extend(value.get(start..=at));
            start = at + 2;
        }
    }
    texts.extend(value.get(start..));
    texts
}

/// One text of a value.
fn parse_text(value: &[TokenTree], text: &[TokenTree], errors: &mut Errors) -> Option<Literal> {
    let place = Place::of_all(text);
    let message = match text {
        [] => {
            let was = value.last().map_or(place, |was| Place::at(was.span()));
            return errors.fail(was, messages::was_without_value());
        }
        [TokenTree::Ident(name)] if is_primitive(&name.to_string()) => {
            messages::value_is_type(name)
        }
        // Nothing in a value is a placeholder, whatever it looks like.
        _ if text.iter().any(|token| nesting::mark(token) == '<') => {
            messages::value_is_no_segment()
        }
        _ => {
            let tokens = &mut Tokens::new(text.iter().cloned().collect(), place.first());
            let segments = Path::parse(tokens, errors)?.segments;
            match <[Segment; 1]>::try_from(segments) {
                Ok([Segment::Literal(literal)]) if tokens.is_empty() => return Some(literal),
                _ => messages::value_is_no_segment(),
            }
        }
    };
    errors.fail(place, message)
}

/// Whether everybody knows this to be a type. In quotes, it would be text.
fn is_primitive(name: &str) -> bool {
    matches!(name, "char" | "str" | "f32" | "f64") || Texts::of_type(name).is_some()
}

fn parse_type(of: &[TokenTree], errors: &mut Errors) -> Option<Kind> {
    let place = Place::of_all(of);
    errors.shallow(of.iter().cloned())?;
    let may_borrow = |of: &Type| {
        matches!(of, Type::Reference(_)) || types::is_text(of) || types::has_lifetime(of)
    };
    let is_unknown = || nesting::mentions(of.iter().cloned(), &["_", "Self"]);
    let message = match (of, syn::parse2::<Type>(of.iter().cloned().collect())) {
        ([value, ..], _) if is_value(of) => {
            messages::single_value(token_text(value).trim_matches('"'))
        }
        (_, Ok(of)) if may_borrow(&of) => messages::type_is_text(source_text(&of)),
        (_, Ok(of @ (Type::Path(_) | Type::Macro(_) | Type::Paren(_) | Type::Group(_))))
            if !is_unknown() =>
        {
            return Some(Kind::Typed(Box::new(of)));
        }
        // No type of another shape is, or can be made, a segment.
        _ => messages::not_a_type(),
    };
    errors.fail(place, message)
}

/// Whether this is written as types are not: it was meant as a value.
fn is_value(of: &[TokenTree]) -> bool {
    match of {
        [TokenTree::Literal(_)] => true,
        [TokenTree::Ident(word)] => {
            let word = word.to_string();
            word.starts_with(char::is_lowercase)
                && !word.contains(char::is_uppercase)
                && !word.starts_with("r#")
                && !is_primitive(&word)
        }
        _ => split_at_was(of).len() > 1,
    }
}
