//! Names joined with names and patterns, and stripped off them, held against the definition of a match.

use proptest::prelude::*;
use topics::{Pattern, TopicName};
use topics_tests::naive;

fn name(text: &str) -> TopicName<'_> {
    TopicName::new(text).expect("a topic")
}

fn pattern(text: &str) -> Pattern<'_> {
    Pattern::new(text).expect("a pattern")
}

#[test]
fn what_is_joined_is_stripped_again_and_by_no_other_prefix() {
    let names = naive::topics(&["a", "b", "aa"], 3);
    for prefix in &names {
        for rest in &names {
            let joined = name(prefix).join(&name(rest));
            assert_eq!(joined, format!("{prefix}.{rest}"));
            assert_eq!(joined.strip_prefix(&name(prefix)), Some(name(rest)));
            for other in &names {
                let stripped = joined.strip_prefix(&name(other));
                let expected = joined.as_str().strip_prefix(&format!("{other}."));
                assert_eq!(stripped.as_ref().map(TopicName::as_str), expected);
            }
        }
    }
}

#[test]
fn a_stripped_pattern_matches_what_the_pattern_matches_behind_the_prefix() {
    let prefixes = naive::topics(&["a", "b"], 3);
    let rests = naive::topics(&["a", "b", "c"], 4);
    for text in naive::patterns(&["a", "b"], 4) {
        let pattern = pattern(&text);
        for prefix in &prefixes {
            let stripped = pattern.strip_prefix(&name(prefix));
            for rest in &rests {
                let whole = format!("{prefix}.{rest}");
                let takes = stripped.as_ref().is_some_and(|it| it.matches(rest));
                assert_eq!(
                    takes,
                    naive::matches(&text, &whole),
                    "{text} {prefix} {rest}"
                );
            }
        }
    }
}

#[test]
fn a_joined_pattern_matches_a_name_and_then_what_the_pattern_matches() {
    for prefix in naive::topics(&["a", "b"], 2) {
        for text in naive::patterns(&["a", "b"], 3) {
            let joined = name(&prefix).join_pattern(&pattern(&text));
            assert!(naive::is_pattern(joined.as_str()));
            assert_eq!(joined.strip_prefix(&name(&prefix)), Some(pattern(&text)));
            for topic in naive::topics(&["a", "b", "c"], 4) {
                let rest = topic.strip_prefix(&format!("{prefix}."));
                let expected = rest.is_some_and(|rest| naive::matches(&text, rest));
                assert_eq!(joined.matches(&topic), expected, "{joined} {topic}");
            }
        }
    }
}

#[test]
fn patterns_are_joined_unless_the_first_has_a_tail() {
    let patterns = naive::patterns(&["a"], 3);
    for first in &patterns {
        for rest in &patterns {
            let text = format!("{first}.{rest}");
            let joined = pattern(first).join(&pattern(rest));
            // The same answer, and the same error, as for the text as a whole.
            assert_eq!(joined, Pattern::new(text));
        }
    }
    assert_eq!(
        pattern("a.>").join(&pattern("b")).unwrap_err().to_string(),
        "`a.>.b` is not a pattern: more segments after the tail at byte 2"
    );
}

proptest! {
    #[test]
    fn names_of_any_characters_are_joined_and_stripped(
        prefix in "[a-cé日%]{1,3}(\\.[a-cé日%]{1,3}){0,3}",
        rest in "[a-cé日%]{1,3}(\\.[a-cé日%]{1,3}){0,3}",
    ) {
        let joined = name(&prefix).join(&name(&rest));
        prop_assert!(TopicName::new(joined.as_str()).is_ok());
        prop_assert_eq!(joined.strip_prefix(&name(&prefix)), Some(name(&rest)));
        let joined = pattern(joined.as_str());
        prop_assert_eq!(joined.strip_prefix(&name(&prefix)), Some(pattern(&rest)));
    }
}
