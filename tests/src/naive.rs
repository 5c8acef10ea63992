//! The text rules and the matching of patterns, written as they are said.
//!
//! Nothing here is fast, and nothing here is shared with the library: each definition is a sentence of
//! the rules turned into iterators, for the tests to hold the library against.

/// Whether a character may stand in a segment.
#[must_use]
pub fn may_stand_in_a_segment(c: char) -> bool {
    !(c.is_whitespace() || c.is_control() || matches!(c, '.' | '*' | '>' | '\u{fffd}'))
}

/// Whether a text is one segment.
#[must_use]
pub fn is_segment(text: &str) -> bool {
    !text.is_empty() && text.chars().all(may_stand_in_a_segment)
}

/// Whether a text is a topic: segments joined by dots. A tail is the same.
#[must_use]
pub fn is_topic(text: &str) -> bool {
    text.split('.').all(is_segment)
}

/// Whether a text is a pattern: segments or `*` joined by dots, the last of which may be `>`.
#[must_use]
pub fn is_pattern(text: &str) -> bool {
    let segments: Vec<&str> = text.split('.').collect();
    segments.iter().enumerate().all(|(index, segment)| {
        is_segment(segment) || *segment == "*" || (*segment == ">" && index + 1 == segments.len())
    })
}

/// Whether a pattern matches a text, where a text that is no topic is matched by nothing.
#[must_use]
pub fn matches(pattern: &str, topic: &str) -> bool {
    let pattern: Vec<&str> = pattern.split('.').collect();
    let segments: Vec<&str> = topic.split('.').collect();
    is_topic(topic) && takes(&pattern, &segments)
}

fn takes(pattern: &[&str], segments: &[&str]) -> bool {
    match (pattern, segments) {
        ([], []) | ([">"], [_, ..]) => true,
        (["*", pattern @ ..], [_, segments @ ..]) => takes(pattern, segments),
        ([literal, pattern @ ..], [segment, segments @ ..]) => {
            literal == segment && takes(pattern, segments)
        }
        _ => false,
    }
}

/// All sequences of one to `most` of the given pieces.
#[must_use]
pub fn sequences<T: Clone>(pieces: &[T], most: usize) -> Vec<Vec<T>> {
    let mut all = Vec::new();
    let mut longest = vec![Vec::new()];
    for _ in 0..most {
        longest = longest
            .iter()
            .flat_map(|shorter| {
                pieces.iter().map(|piece| {
                    let mut longer = shorter.clone();
                    longer.push(piece.clone());
                    longer
                })
            })
            .collect();
        all.extend(longest.iter().cloned());
    }
    all
}

/// All topics of one to `most` segments, each out of `alphabet`.
#[must_use]
pub fn topics(alphabet: &[&str], most: usize) -> Vec<String> {
    let sequences = sequences(alphabet, most);
    sequences.iter().map(|topic| topic.join(".")).collect()
}

/// All patterns of one to `most` segments, each out of `alphabet` or a wildcard.
#[must_use]
pub fn patterns(alphabet: &[&str], most: usize) -> Vec<String> {
    let mut pieces = alphabet.to_vec();
    pieces.push("*");
    let mut patterns = vec![">".to_owned()];
    for pattern in sequences(&pieces, most) {
        if pattern.len() < most {
            patterns.push(format!("{}.>", pattern.join(".")));
        }
        patterns.push(pattern.join("."));
    }
    patterns
}
