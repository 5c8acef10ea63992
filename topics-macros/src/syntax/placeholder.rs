//! `<id>`, `<id: Uuid>`, `<state: enqueued | applied>`, `<rest..>`

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::Type;
use syn::ext::IdentExt as _;

use super::tokens::Tokens;
use super::{Literal, Placeholder, PlaceholderKind, types};
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;
use crate::source_text::{source_text, token_text};

impl Placeholder {
    /// Reads a placeholder, of which the `<` is next; reports what is wrong with it.
    pub(super) fn parse(tokens: &mut Tokens, errors: &mut Errors) -> Option<Self> {
        tokens.next();
        let open = tokens.last();
        let Some(inner) = until_closed(tokens) else {
            // Of an unclosed placeholder, the name is all that surely belongs to it.
            if tokens.word_at(0).is_some() {
                tokens.next();
            }
            errors.add(open.to(tokens.last()), messages::unclosed_placeholder());
            return None;
        };
        let place = open.to(tokens.last());
        let inner = &mut Tokens::new(inner.into_iter().collect(), place.first());
        let name = parse_name(inner, place, errors);
        let kind = match name {
            Ok(_) | Err(Unnamed::ReadOn) => parse_kind(inner, place, errors),
            Err(Unnamed::GiveUp) => None,
        };
        Some(Self {
            name: name.ok()?,
            kind: kind?,
            place,
        })
    }
}

/// Reads the tokens up to the `>` that closes the placeholder, and that one too. If there is none in
/// this line, reads nothing.
fn until_closed(tokens: &mut Tokens) -> Option<Vec<TokenTree>> {
    let mut open = 0;
    let mut inner = Vec::new();
    let mut before = ' ';
    // `<rest..=>` is a faulty tail, not an open placeholder that a payload follows.
    while !tokens.is_punct(';') && (before == '.' || !tokens.is_fat_arrow()) {
        let Some(token) = tokens.next() else {
            break;
        };
        let c = match &token {
            TokenTree::Punct(punct) => punct.as_char(),
            _ => ' ',
        };
        match c {
            '<' => open += 1,
            '>' if before == '-' => {}
            '>' if open == 0 => return Some(inner),
            '>' => open -= 1,
            _ => {}
        }
        before = c;
        inner.push(token);
    }
    tokens.give_back(inner.len());
    None
}

/// Why a placeholder has no usable name.
enum Unnamed {
    /// What follows may have faults of its own.
    ReadOn,
    GiveUp,
}

fn parse_name(inner: &mut Tokens, place: Place, errors: &mut Errors) -> Result<Ident, Unnamed> {
    if inner.is_punct('.') || inner.is_punct('*') {
        let name = std::iter::from_fn(|| inner.next()).find_map(|token| match token {
            TokenTree::Ident(name) => Some(name.to_string()),
            _ => None,
        });
        errors.add(place, messages::tail_dots_first(name.as_deref()));
        return Err(Unnamed::GiveUp);
    }
    let Some(TokenTree::Ident(name)) = inner.peek().cloned() else {
        let message = match inner.peek() {
            Some(other) if !inner.is_punct(':') => {
                messages::name_is_no_identifier(&token_text(other))
            }
            _ => messages::empty_placeholder().to_owned(),
        };
        errors.add(place, message);
        return Err(Unnamed::GiveUp);
    };
    inner.next();
    if inner.is_punct('-') {
        let mut whole = name.unraw().to_string();
        while let Some(token) = inner.peek() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '-' => whole.push('_'),
                TokenTree::Ident(word) => whole.push_str(&word.to_string()),
                TokenTree::Literal(number) => whole.push_str(&number.to_string()),
                _ => break,
            }
            inner.next();
        }
        errors.add(place, messages::hyphen_in_name(&whole));
        return Err(Unnamed::ReadOn);
    }
    match field(&name) {
        Some(name) => Ok(name),
        None => {
            errors.add(inner.last(), messages::name_is_reserved(&name));
            Err(Unnamed::ReadOn)
        }
    }
}

/// The identifier of the field that holds the parameter: the name itself, raw if it is a keyword;
/// `None` for the few keywords that cannot be raw.
fn field(name: &Ident) -> Option<Ident> {
    let plain = name.unraw();
    if plain == "_"
        || ["self", "Self", "super", "crate"]
            .iter()
            .any(|word| plain == word)
    {
        return None;
    }
    match syn::parse2::<Ident>(TokenTree::Ident(plain.clone()).into()) {
        // Not yet a keyword to `syn`, but one to the 2024 edition.
        Ok(plain) if plain != "gen" => Some(plain),
        _ => Some(Ident::new_raw(&plain.to_string(), name.span())),
    }
}

fn parse_kind(inner: &mut Tokens, place: Place, errors: &mut Errors) -> Option<PlaceholderKind> {
    if inner.is_empty() {
        return Some(PlaceholderKind::Plain);
    }
    if inner.is_punct('.') {
        let start = inner.here();
        let mut dots = 0;
        while inner.eat('.').is_some() {
            dots += 1;
        }
        if inner.is_empty() && dots == 2 {
            return Some(PlaceholderKind::Tail);
        }
        let message = if inner.is_punct(':') {
            messages::tail_with_type()
        } else {
            messages::malformed_tail()
        };
        while inner.next().is_some() {}
        errors.add(start.to(inner.last()), message);
        return None;
    }
    let Some(colon) = inner.eat(':') else {
        errors.add(place, messages::malformed_placeholder());
        return None;
    };
    let of: Vec<TokenTree> = std::iter::from_fn(|| inner.next()).collect();
    if of.is_empty() {
        errors.add(colon, messages::missing_type());
        return None;
    }
    match split_at_bars(&of) {
        Some(values) => parse_values(values, errors),
        None => parse_type(&of, place, errors),
    }
}

/// The tokens between the bars, with the place of the bar before each (the first has none); `None` if
/// there is no bar.
fn split_at_bars(tokens: &[TokenTree]) -> Option<Vec<(Place, Vec<TokenTree>)>> {
    let first = tokens.first().map(Place::of)?;
    let mut parts = vec![(first, Vec::new())];
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '|' => {
                parts.push((Place::of(token), Vec::new()));
            }
            token => {
                if let Some((_, part)) = parts.last_mut() {
                    part.push(token.clone());
                }
            }
        }
    }
    (parts.len() > 1).then_some(parts)
}

fn parse_values(
    parts: Vec<(Place, Vec<TokenTree>)>,
    errors: &mut Errors,
) -> Option<PlaceholderKind> {
    if let Some((place, types)) = types_as_values(&parts) {
        errors.add(place, messages::values_are_types(&types));
        return None;
    }
    let mut values: Vec<Literal> = Vec::with_capacity(parts.len());
    let mut texts: HashSet<String> = HashSet::new();
    let mut sound = true;
    for (bar, part) in parts {
        if part.is_empty() {
            errors.add(bar, messages::empty_value());
            sound = false;
            continue;
        }
        // Nothing in a value is a placeholder, whatever it looks like.
        if part
            .iter()
            .any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '<'))
        {
            let place = Place::of_all(&part, bar);
            errors.add(place, messages::value_is_no_segment());
            sound = false;
            continue;
        }
        let tokens = &mut Tokens::new(part.into_iter().collect(), bar.first());
        match Literal::parse(tokens, errors) {
            Some(value) if !texts.insert(value.text.clone()) => {
                errors.add(value.place, messages::duplicate_value(&value.text));
                sound = false;
            }
            Some(value) => values.push(value),
            None => sound = false,
        }
    }
    sound.then_some(PlaceholderKind::Closed(values))
}

/// The names, if each value is that of a type which everybody knows: then types were meant. In quotes, it
/// would be text.
fn types_as_values(parts: &[(Place, Vec<TokenTree>)]) -> Option<(Place, Vec<String>)> {
    let names = parts.iter().map(|(_, part)| match &part[..] {
        [TokenTree::Ident(name)] => Some(name.to_string()).filter(|name| is_primitive(name)),
        _ => None,
    });
    let names = names.collect::<Option<Vec<String>>>()?;
    let (first, last) = (parts.first()?, parts.last()?);
    let place = Place::of_all(&first.1, first.0).to(Place::of_all(&last.1, last.0));
    Some((place, names))
}

fn is_primitive(name: &str) -> bool {
    matches!(
        name,
        "bool"
            | "char"
            | "str"
            | "f32"
            | "f64"
            | "u8"
            | "u16"
            | "u32"
            | "u64"
            | "u128"
            | "usize"
            | "i8"
            | "i16"
            | "i32"
            | "i64"
            | "i128"
            | "isize"
    )
}

/// The word that is written as types are not: it was meant as a value.
fn lower_case_word(of: &[TokenTree]) -> Option<String> {
    let [TokenTree::Ident(word)] = of else {
        return None;
    };
    let word = word.to_string();
    let is_value = word.starts_with(char::is_lowercase)
        && !word.contains(char::is_uppercase)
        && !word.starts_with("r#")
        && !is_primitive(&word);
    is_value.then_some(word)
}

fn parse_type(of: &[TokenTree], place: Place, errors: &mut Errors) -> Option<PlaceholderKind> {
    let place = Place::of_all(of, place);
    if let Some(place) = nesting::too_deep(of.iter().cloned()) {
        errors.add(place, messages::nested_too_deep());
        return None;
    }
    if let [TokenTree::Literal(value)] = of {
        errors.add(place, messages::single_value(&value.to_string()));
        return None;
    }
    if let Some(word) = lower_case_word(of) {
        // A keyword names no type whatsoever.
        let message = match syn::parse2::<Ident>(of.iter().cloned().collect()) {
            Ok(_) => messages::value_for_a_type(&word),
            Err(_) => messages::single_value(&word),
        };
        errors.add(place, message);
        return None;
    }
    let tokens: TokenStream = of.iter().cloned().collect();
    let mentions = |word| nesting::mentions(of.iter().cloned(), word);
    let message = match syn::parse2::<Type>(tokens) {
        Ok(Type::Reference(reference)) => messages::type_borrows(&reference),
        Ok(_) if types::has_lifetime(of) => messages::type_has_lifetime().to_owned(),
        Ok(_) if mentions("Self") || mentions("_") => messages::type_is_unknown().to_owned(),
        Ok(of @ (Type::Path(_) | Type::Macro(_) | Type::Paren(_) | Type::Group(_))) => {
            return Some(PlaceholderKind::Typed(Box::new(of)));
        }
        // No type of another shape is, or can be made, a segment.
        Ok(of) => messages::type_is_no_path(&source_text(&of)),
        Err(_) => messages::not_a_type().to_owned(),
    };
    errors.add(place, message);
    None
}
