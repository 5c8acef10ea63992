//! The braces around a place in a source file.

/// Where a call of `topics!` stands.
#[derive(Debug, PartialEq)]
pub(super) struct Surroundings {
    /// Where the groups around the call begin, in bytes from the beginning of the file.
    groups: Vec<usize>,
    /// Where the group of the call itself begins.
    call: usize,
}

impl Surroundings {
    /// Of the call whose group has something in this line and column, both counted from one. `None` if there is no such
    /// call, or if it stands in what another macro is given, which may expand it anywhere.
    pub(super) fn of(source: &str, (line, column): (usize, usize)) -> Option<Self> {
        let lines = source.split_inclusive('\n').take(line.checked_sub(1)?);
        let line: usize = lines.map(str::len).sum();
        let mut columns = source.get(line..)?.char_indices();
        let (column, _) = columns.nth(column.checked_sub(1)?)?;
        let mut groups = open_groups(source.get(..line + column)?);
        let call = groups.pop()?;
        let before = |group: usize| source.get(..group).unwrap_or_default().trim_end();
        let name = before(call).strip_suffix('!')?.trim_end();
        // `name! {` and `macro_rules! name {`
        let mut others = groups.iter().map(|&group| before(group));
        let in_macro =
            others.any(|text| text.trim_end_matches(is_of_word).trim_end().ends_with('!'));
        (name.ends_with("topics") && !in_macro).then_some(Self { groups, call })
    }

    /// Whether the two are different calls in the same group.
    pub(super) fn are_beside(&self, other: &Self) -> bool {
        self.groups == other.groups && self.call != other.call
    }
}

/// Where the groups begin that are still open at the end of a source.
fn open_groups(source: &str) -> Vec<usize> {
    let mut open = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        match first {
            '{' | '(' | '[' => open.push(source.len() - rest.len()),
            '}' | ')' | ']' => drop(open.pop()),
            _ => {}
        }
        rest = after_token(rest, first);
    }
    open
}

/// What follows the first token, comment or space of a source that begins with this character.
fn after_token(source: &str, first: char) -> &str {
    let rest = source.get(first.len_utf8()..).unwrap_or_default();
    let after = |text: &'_ str| rest.split_once(text).map_or("", |(_, after)| after);
    match (first, rest.chars().next()) {
        ('/', Some('/')) => after("\n"),
        ('/', Some('*')) => after_comment(rest),
        ('"', _) => after_quote(rest, '"'),
        // A lifetime has no second quote.
        ('\'', Some('\\')) => after_quote(rest, '\''),
        ('\'', Some(_)) if rest.chars().nth(1) == Some('\'') => after("'"),
        _ if is_of_word(first) => {
            let end = rest.trim_start_matches(is_of_word);
            let word = source.strip_suffix(end).unwrap_or_default();
            let text = end.trim_start_matches('#');
            let marks = end.strip_suffix(text).unwrap_or_default();
            match text.strip_prefix('"') {
                Some(raw) if matches!(word, "r" | "br" | "cr") => {
                    let closing = format!("\"{marks}");
                    raw.split_once(&closing).map_or("", |(_, after)| after)
                }
                _ => end,
            }
        }
        _ => rest,
    }
}

/// What follows the end of a literal, of which this is what stands after its first quote.
fn after_quote(literal: &str, quote: char) -> &str {
    let mut is_escaped = false;
    let is_end = |mark: char| {
        let ends = mark == quote && !is_escaped;
        is_escaped = mark == '\\' && !is_escaped;
        ends
    };
    literal.split_once(is_end).map_or("", |(_, after)| after)
}

/// What follows a comment, which may have others in it.
fn after_comment(mut rest: &str) -> &str {
    let mut depth = 1;
    rest = rest.strip_prefix('*').unwrap_or(rest);
    while depth > 0 && !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix("/*") {
            (depth, rest) = (depth + 1, inner);
        } else if let Some(outer) = rest.strip_prefix("*/") {
            (depth, rest) = (depth - 1, outer);
        } else {
            let mut characters = rest.chars();
            characters.next();
            rest = characters.as_str();
        }
    }
    rest
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests;
