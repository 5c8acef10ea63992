//! Changing the case of names.

/// The words of a name: split at everything that is no letter or digit, and where a lower-case letter
/// or a digit is followed by an upper-case one, or an upper-case one by an upper and a lower one.
///
/// `mutate_request`, `mutate-request` and `MutateRequest` all have two, `HTTPServer` too.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        let is_inside =
            before.is_uppercase() && !rest.peek().is_some_and(|next| next.is_lowercase());
        if !c.is_alphanumeric() || c.is_uppercase() && !is_inside {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut()
            && c.is_alphanumeric()
        {
            word.push(c);
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// `MutateRequest` as `mutate_request`.
pub(crate) fn snake(name: &str) -> String {
    words(name).join("_").to_lowercase()
}

/// `mutate_request` as `MutateRequest`.
pub(crate) fn upper_camel(name: &str) -> String {
    let mut camel = String::new();
    for word in words(name) {
        let mut letters = word.chars();
        camel.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        camel.extend(letters.flat_map(char::to_lowercase));
    }
    camel
}

/// Its name, and what it makes of a variant.
type RenameRule = (&'static str, fn(&str) -> String);

/// The rules of `rename_all`, by the names that users of serde know.
pub(crate) const RENAME_RULES: [RenameRule; 8] = [
    ("lowercase", str::to_lowercase),
    ("UPPERCASE", str::to_uppercase),
    ("PascalCase", str::to_owned),
    ("camelCase", |variant| {
        let mut letters = variant.chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        first.chain(letters).collect()
    }),
    ("snake_case", separated),
    ("SCREAMING_SNAKE_CASE", |variant| {
        separated(variant).to_uppercase()
    }),
    ("kebab-case", |variant| separated(variant).replace('_', "-")),
    ("SCREAMING-KEBAB-CASE", |variant| {
        separated(variant).to_uppercase().replace('_', "-")
    }),
];

/// As serde does, an upper-case letter begins a word, whatever precedes it, so that nobody is surprised by a topic that
/// differs from the JSON.
fn separated(variant: &str) -> String {
    let mut snake = String::new();
    for (index, c) in variant.char_indices() {
        if index > 0 && c.is_uppercase() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}
