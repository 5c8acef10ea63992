//! Changing the case of names.

/// The words of a name: split at everything that is no letter or digit, and where a lower-case letter
/// or a digit is followed by an upper-case one, or an upper-case one by an upper and a lower one.
///
/// `mutate_request`, `mutate-request` and `MutateRequest` all have two, `HTTPServer` too.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut before = None;
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        if !c.is_alphanumeric() {
            words.push(std::mem::take(&mut word));
            before = None;
            continue;
        }
        let begins_word = c.is_uppercase()
            && before.is_some_and(|before: char| {
                !before.is_uppercase() || rest.peek().is_some_and(|next| next.is_lowercase())
            });
        if begins_word {
            words.push(std::mem::take(&mut word));
        }
        word.push(c);
        before = Some(c);
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// `mutate_request` as `MutateRequest`.
pub(crate) fn upper_camel(name: &str) -> String {
    words(name).iter().map(|word| capitalized(word)).collect()
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first
            .to_uppercase()
            .chain(letters.flat_map(char::to_lowercase))
            .collect(),
        None => String::new(),
    }
}

/// The renaming rules of `rename_all`, by the names that users of serde know.
#[derive(Clone, Copy)]
pub(crate) enum RenameRule {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

impl RenameRule {
    pub(crate) const ALL: [(&'static str, Self); 8] = [
        ("lowercase", Self::Lower),
        ("UPPERCASE", Self::Upper),
        ("PascalCase", Self::Pascal),
        ("camelCase", Self::Camel),
        ("snake_case", Self::Snake),
        ("SCREAMING_SNAKE_CASE", Self::ScreamingSnake),
        ("kebab-case", Self::Kebab),
        ("SCREAMING-KEBAB-CASE", Self::ScreamingKebab),
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, rule)| *rule)
    }

    /// Renames a variant. As serde does, an upper-case letter begins a word, whatever precedes it, so
    /// that nobody is surprised by a topic that differs from the JSON.
    pub(crate) fn rename(self, variant: &str) -> String {
        let snake = || {
            let mut snake = String::new();
            for (index, c) in variant.char_indices() {
                if index > 0 && c.is_uppercase() {
                    snake.push('_');
                }
                snake.extend(c.to_lowercase());
            }
            snake
        };
        match self {
            Self::Lower => variant.to_lowercase(),
            Self::Upper => variant.to_uppercase(),
            Self::Pascal => variant.to_owned(),
            Self::Camel => {
                let mut letters = variant.chars();
                let first = letters.next().into_iter().flat_map(char::to_lowercase);
                first.chain(letters).collect()
            }
            Self::Snake => snake(),
            Self::ScreamingSnake => snake().to_uppercase(),
            Self::Kebab => snake().replace('_', "-"),
            Self::ScreamingKebab => snake().to_uppercase().replace('_', "-"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_become_upper_camel_case() {
        for (segment, name) in [
            ("mutation", "Mutation"),
            ("mutate_request", "MutateRequest"),
            ("my-topic", "MyTopic"),
            ("$SYS", "Sys"),
            ("$JS.API", "JsApi"),
            ("HTTPServer", "HttpServer"),
            ("camelCase", "CamelCase"),
            ("v2beta", "V2beta"),
            ("v2Beta", "V2Beta"),
            ("10.0", "100"),
            ("état", "État"),
            ("日本", "日本"),
            ("_", ""),
            ("🦀", ""),
        ] {
            assert_eq!(upper_camel(segment), name, "{segment}");
        }
    }

    #[test]
    fn variants_are_renamed_as_by_serde() {
        let renamed = RenameRule::ALL.map(|(_, rule)| rule.rename("VeryTasty"));
        assert_eq!(
            renamed,
            [
                "verytasty",
                "VERYTASTY",
                "VeryTasty",
                "veryTasty",
                "very_tasty",
                "VERY_TASTY",
                "very-tasty",
                "VERY-TASTY"
            ]
        );
    }
}
