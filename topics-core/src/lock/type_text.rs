//! Types as a lock names them: text that no compiler explains.

/// Where the reply begins in `Payload -> Reply`: at the first arrow outside of brackets.
pub(super) fn split_reply(types: &str) -> (&str, Option<&str>) {
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, c) in types.char_indices() {
        match c {
            '<' | '(' | '[' | '{' => depth += 1,
            '>' if before == '-' => {
                let (payload, reply) = (types[..at - 1].trim_end(), types[at + 1..].trim_start());
                if depth == 0 && !payload.is_empty() && !reply.is_empty() {
                    return (payload, Some(reply));
                }
            }
            '>' | ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        before = c;
    }
    (types, None)
}

/// Whether two types have the same name, wherever the types are: `uuid::Uuid` is an imported `Uuid`.
pub(super) fn is_same_type(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (Names(a), Names(b));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (a, b) if a == b => {}
            _ => return false,
        }
    }
}

/// The words and marks of a type, without the modules in which its parts are.
struct Names<'a>(&'a str);

impl<'a> Iterator for Names<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            self.0 = self.0.trim_start();
            if let Some(rest) = self.0.strip_prefix("::") {
                self.0 = rest;
                continue;
            }
            let first = self.0.chars().next()?;
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            if !is_word(first) {
                let (mark, rest) = self.0.split_at(first.len_utf8());
                self.0 = rest;
                return Some(mark);
            }
            let end = self.0.find(|c| !is_word(c)).unwrap_or(self.0.len());
            let (word, rest) = self.0.split_at(end);
            self.0 = rest;
            if !rest.trim_start().starts_with("::") {
                return Some(word);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_follows_the_first_arrow_outside_of_brackets() {
        for (types, payload, reply) in [
            ("Ping", "Ping", None),
            ("Ping -> Pong", "Ping", Some("Pong")),
            (
                "Box<dyn Fn() -> u8> -> [u8]",
                "Box<dyn Fn() -> u8>",
                Some("[u8]"),
            ),
            ("(A -> B)", "(A -> B)", None),
            ("A -> Box<dyn Fn() -> u8>", "A", Some("Box<dyn Fn() -> u8>")),
            ("-> B", "-> B", None),
            ("A ->", "A ->", None),
        ] {
            assert_eq!(split_reply(types), (payload, reply), "{types}");
        }
    }

    #[test]
    fn a_type_is_the_same_wherever_it_is() {
        for (a, b) in [
            ("Uuid", "uuid::Uuid"),
            ("::uuid::Uuid", "::Uuid"),
            ("Vec<a::B, C>", "std::vec::Vec<B,  c::C>"),
            ("&'a str", "& 'a str"),
        ] {
            assert!(is_same_type(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("A", "B"),
            ("a::A", "a::B"),
            ("A", "a::A::B"),
            ("Vec<A>", "Vec"),
            ("A", ""),
        ] {
            assert!(!is_same_type(a, b), "{a} {b}");
        }
    }
}
