//! The declaration as a whole: a header, then lines and groups.

use proc_macro2::{Delimiter, Span, TokenStream};
use syn::Attribute;

use super::line::Suffix;
use super::tokens::Tokens;
use super::{Declaration, Group, Header, Item, Path, attributes};
use crate::errors::Errors;
use crate::messages;
use crate::nesting::DEEPEST;

impl Declaration {
    /// Reads a declaration. A fault is reported, and costs the line it is in.
    pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let tokens = &mut Tokens::new(tokens, Span::call_site());
        let mut items = Vec::new();
        let mut header = Header::default(tokens.here());
        let attributes = attributes::parse(tokens, errors);
        if Header::is_next(tokens) {
            let body;
            (header, body) = Header::parse(attributes, tokens, errors);
            if let Some(body) = body {
                let inner = &mut Tokens::new(body.stream(), body.span_close());
                parse_items(inner, 0, &mut items, errors);
            }
        } else {
            // The attributes are those of the first line.
            parse_item(attributes, tokens, 0, &mut items, errors);
        }
        parse_items(tokens, 0, &mut items, errors);
        Self { header, items }
    }
}

/// Reads what is inside of so many groups.
fn parse_items(tokens: &mut Tokens, depth: usize, items: &mut Vec<Item>, errors: &mut Errors) {
    while !tokens.is_empty() {
        let attributes = attributes::parse(tokens, errors);
        parse_item(attributes, tokens, depth, items, errors);
    }
}

fn parse_item(
    attributes: Vec<Attribute>,
    tokens: &mut Tokens,
    depth: usize,
    items: &mut Vec<Item>,
    errors: &mut Errors,
) {
    if tokens.is_empty() {
        attributes::refuse_dangling(&attributes, errors);
        return;
    }
    for end in [';', ','] {
        if let Some(place) = tokens.eat(end) {
            errors.add(place, messages::empty_line(end));
            return;
        }
    }
    if Header::is_next(tokens) {
        let start = tokens.here();
        tokens.skip_line();
        errors.add(start.to(tokens.last()), messages::header_not_first());
        return;
    }
    if let Some(visibility) = attributes::eat_visibility(tokens) {
        errors.add(visibility, messages::visibility_on_line());
        if tokens.is_empty() {
            return;
        }
    }
    let path = Path::parse(tokens, errors);
    let suffix = Suffix::parse(tokens, errors);
    if tokens.is_lines() {
        suffix.refuse_before_group(errors);
        let group = parse_group(attributes, path, tokens, depth, errors);
        items.extend(group.map(Item::Group));
    } else {
        let line = suffix.end(attributes, path, tokens, errors);
        items.extend(line.map(Item::Line));
    }
}

/// Reads the braces of a group, and what should not follow them; `None` if the path was faulty.
fn parse_group(
    attributes: Vec<Attribute>,
    path: Option<Path>,
    tokens: &mut Tokens,
    depth: usize,
    errors: &mut Errors,
) -> Option<Group> {
    let body = tokens.group_at(0, Delimiter::Brace).cloned()?;
    tokens.next();
    let mut items = Vec::new();
    if depth < DEEPEST {
        let inner = &mut Tokens::new(body.stream(), body.span_close());
        parse_items(inner, depth + 1, &mut items, errors);
    } else {
        errors.add(body.span_open(), messages::nested_too_deep());
    }
    if body.stream().is_empty() {
        errors.add(body.span_open(), messages::empty_group());
    }
    Suffix::refuse_after_group(tokens, errors);
    // Without a path there is no telling what the lines of the group would be.
    Some(Group {
        attributes,
        path: path?,
        items,
    })
}
