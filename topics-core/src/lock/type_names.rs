//! Whether two texts name one type.

/// Whether two types differ at most in how much of a path is written: `Vec<uuid::Uuid>` and `Vec<Uuid>`.
#[must_use]
pub fn same_type(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a, b);
    loop {
        let (path_a, rest_a) = a.split_at(path_end(a));
        let (path_b, rest_b) = b.split_at(path_end(b));
        if !ends_with_path(path_a, path_b) && !ends_with_path(path_b, path_a) {
            return false;
        }
        let (mut others_a, mut others_b) = (rest_a.chars(), rest_b.chars());
        match (others_a.next(), others_b.next()) {
            (None, None) => return true,
            (x, y) if x != y => return false,
            _ => (a, b) = (others_a.as_str(), others_b.as_str()),
        }
    }
}

fn path_end(text: &str) -> usize {
    let is_of_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '#');
    text.find(|c| !is_of_path(c)).unwrap_or(text.len())
}

/// Whether the shorter path is the end of the longer one, from a `::` on.
fn ends_with_path(longer: &str, shorter: &str) -> bool {
    let before = longer.strip_suffix(shorter);
    before.is_some_and(|before| before.is_empty() || !shorter.is_empty() && before.ends_with("::"))
}
