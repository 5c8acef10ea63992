//! What stands in the parentheses of an attribute: `#[topic("a.<id>", payload = Heartbeat)]`.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::Attribute;
use syn::parse::{Parse, Parser as _};

use super::tokens::Tokens;
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;

/// `name = value`, or either of both.
pub(crate) struct Given {
    name: Option<Ident>,
    value: TokenStream,
    /// Of the name, if there is one.
    pub(crate) place: Place,
}

impl Given {
    fn new(tokens: Vec<TokenTree>) -> Self {
        let is_assigned = tokens.get(1).map(nesting::mark) == Some('=');
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

    pub(crate) fn has_value(&self) -> bool {
        !self.value.is_empty()
    }

    fn is(&self, name: &str) -> bool {
        self.name.as_ref().is_some_and(|own| own == name)
    }

    /// The value; if it is missing or something else, that is reported.
    pub(crate) fn value<T: Parse>(&self, expected: &str, errors: &mut Errors) -> Option<T> {
        errors.shallow(self.value.clone())?;
        let place = if self.has_value() {
            Place::of(&self.value)
        } else {
            self.place
        };
        let parsed = T::parse.parse2(self.value.clone());
        parsed.map_err(|_| errors.add(place, expected)).ok()
    }
}

/// The options that have not been read yet.
pub(crate) struct Options(Vec<Given>);

impl Options {
    /// The options in all attributes of this name; one that is given twice is reported and left out, and an
    /// attribute without any is reported with the sentence about what is `expected`.
    pub(crate) fn of(
        attributes: &[Attribute],
        name: &str,
        expected: &str,
        errors: &mut Errors,
    ) -> Self {
        let mut given: Vec<Given> = Vec::new();
        let mut own = attributes.iter();
        while let Some(attribute) = own.find(|attribute| attribute.path().is_ident(name)) {
            let list = attribute.meta.require_list();
            let tokens = list.map_or_else(|_| TokenStream::new(), |list| list.tokens.clone());
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
        Self(given)
    }

    pub(crate) fn take(&mut self, name: &str) -> Option<Given> {
        let at = self.0.iter().position(|option| option.is(name))?;
        Some(self.0.remove(at))
    }

    /// The value of an option; if it is missing or something else, that is reported.
    pub(crate) fn value<T: Parse>(
        &mut self,
        name: &str,
        expected: &str,
        errors: &mut Errors,
    ) -> Option<T> {
        self.take(name)?.value(expected, errors)
    }

    /// Whether an option is there that takes no value.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0
            .retain(|option| !option.is(name) || option.has_value());
        self.0.len() < before
    }

    /// Takes the first option if it has no name.
    pub(crate) fn take_unnamed(&mut self) -> Option<Given> {
        let is_next = self.0.first().is_some_and(|first| first.name.is_none());
        is_next.then(|| self.0.remove(0))
    }

    /// Reports that the first option stands where something else is expected. It stays if its name is known, to be read later.
    pub(crate) fn refuse_first(&mut self, known: &[&str], message: &str, errors: &mut Errors) {
        if let Some(first) = self.0.first() {
            errors.add(first.place, message);
            if !known.iter().any(|name| first.is(name)) {
                self.0.remove(0);
            }
        }
    }

    /// Reports all that nobody has asked for.
    pub(crate) fn refuse_rest(self, message: &str, errors: &mut Errors) {
        for option in self.0 {
            errors.add(option.place, message);
        }
    }
}

/// What stands between marks that are in no `<…>`; nothing after the last one.
pub(crate) fn split(tokens: TokenStream, at: char) -> Vec<Vec<TokenTree>> {
    let (mut tokens, mut parts) = (Tokens::new(tokens, Span::call_site()), Vec::new());
    while !tokens.is_empty() {
        parts.push(tokens.until(|tokens, open, _| open <= 0 && tokens.is_punct(at)));
        tokens.next();
    }
    parts
}
