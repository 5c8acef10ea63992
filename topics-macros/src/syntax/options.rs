//! What stands in the parentheses of an attribute: `#[topic("a.<id>", payload = Heartbeat)]`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::parse::{Parse, Parser as _};
use syn::{Attribute, Meta};

use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

/// `name = value`, or either of both.
pub(crate) struct Given {
    pub(crate) name: Option<Ident>,
    value: TokenStream,
    /// Of the name, if there is one.
    pub(crate) place: Place,
}

impl Given {
    fn new(tokens: Vec<TokenTree>) -> Self {
        let is_assigned =
            matches!(tokens.get(1), Some(TokenTree::Punct(punct)) if punct.as_char() == '=');
        let place = Place::of_all(&tokens);
        match tokens.first() {
            Some(TokenTree::Ident(name)) if is_assigned || tokens.len() == 1 => Self {
                name: Some(name.clone()),
                place: Place::at(name.span()),
                value: tokens.iter().skip(2).cloned().collect(),
            },
            _ => Self {
                name: None,
                value: tokens.into_iter().collect(),
                place,
            },
        }
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.as_ref().is_some_and(|own| own == name)
    }

    pub(crate) fn has_value(&self) -> bool {
        !self.value.is_empty()
    }

    /// The value; if it is missing or something else, that is reported.
    pub(crate) fn value<T: Parse>(&self, expected: &str, errors: &mut Errors) -> Option<T> {
        errors.shallow(self.value.clone())?;
        let parsed = T::parse.parse2(self.value.clone());
        if parsed.is_err() {
            let place = if self.value.is_empty() {
                self.place
            } else {
                Place::of(&self.value)
            };
            errors.add(place, expected);
        }
        parsed.ok()
    }
}

/// The options in all attributes of this name; one that is given twice is reported and left out, and an
/// attribute without any is reported with the sentence about what is `expected`.
pub(crate) fn options(
    attributes: &[Attribute],
    name: &str,
    expected: &str,
    errors: &mut Errors,
) -> Vec<Given> {
    let mut given: Vec<Given> = Vec::new();
    let own = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident(name));
    for attribute in own {
        let tokens = match &attribute.meta {
            Meta::List(list) => list.tokens.clone(),
            Meta::Path(_) | Meta::NameValue(_) => TokenStream::new(),
        };
        if tokens.is_empty() {
            errors.add(&attribute.meta, expected);
        }
        for option in split(tokens, ',').into_iter().map(Given::new) {
            let may_repeat = option.name.is_none() || option.is("alias");
            if !may_repeat && given.iter().any(|other| other.name == option.name) {
                errors.add(option.place, messages::repeated_option());
            } else {
                given.push(option);
            }
        }
    }
    given
}

/// What stands between marks that are in no `<…>`; nothing behind the last one.
pub(crate) fn split(tokens: impl IntoIterator<Item = TokenTree>, at: char) -> Vec<Vec<TokenTree>> {
    let mut parts = Vec::new();
    let mut part = Vec::new();
    let (mut open, mut before) = (0_usize, ' ');
    for token in tokens {
        let mark = match &token {
            TokenTree::Punct(punct) => punct.as_char(),
            _ => ' ',
        };
        match mark {
            '<' => open += 1,
            '>' if before != '-' => open = open.saturating_sub(1),
            _ => {}
        }
        before = mark;
        if mark == at && open == 0 {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(token);
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}
