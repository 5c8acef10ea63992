//! Braces in a string literal, as `format!` reads them: `{name}` is a capture, `{{` and `}}` are braces.

use crate::messages;

/// The text before, between and behind the captures, and what each of those has between its braces; or what is wrong.
pub(crate) fn read(written: &str) -> Result<(Vec<String>, Vec<&str>), String> {
    let (mut around, mut captures) = (Vec::new(), Vec::new());
    let mut text = String::new();
    let mut rest = written;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        text.push_str(before);
        if brace.starts_with("{{") || brace.starts_with("}}") {
            let (brace, after) = brace.split_at(1);
            text.push_str(brace);
            rest = after.get(1..).unwrap_or_default();
        } else if let Some(after) = brace.strip_prefix('{') {
            let (name, after) = after.split_once('}').ok_or_else(messages::unclosed_brace)?;
            around.push(std::mem::take(&mut text));
            captures.push(name);
            rest = after;
        } else {
            return Err(messages::unopened_brace());
        }
    }
    around.push(text + rest);
    Ok((around, captures))
}

/// The text of a declaration's string literal, which captures nothing.
pub(crate) fn unescape(written: &str) -> Result<String, String> {
    let (around, captures) = read(written).map_err(|_| messages::single_brace())?;
    match captures.first() {
        Some(name) => Err(messages::braces_in_declaration(name)),
        None => Ok(around.concat()),
    }
}
