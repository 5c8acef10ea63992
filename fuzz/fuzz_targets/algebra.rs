//! `matches`, `covers`, `overlaps`, `intersection` and `disjoint_patterns`, to the sets of the topics that are matched.
//!
//! Five segments of three words make the sets exact; the tests of the algebra say why.
#![no_main]

use libfuzzer_sys::fuzz_target;
use topics::{Pattern, Template, disjoint_patterns};
use topics_fuzz::{ShortPattern, Words};
use topics_tests::naive;

fuzz_target!(|input: (Words, [ShortPattern; 3])| {
    let (words, patterns) = input;
    let topics = naive::topics(&words.texts(), 4);
    let texts = patterns.map(|pattern| pattern.text(&words));
    let [a, b, c] = patterns.map(|pattern| pattern.pattern(&words));
    let sets = texts.each_ref().map(|text| {
        let taken = topics.iter().map(|topic| naive::matches(text, topic));
        taken.collect::<Vec<bool>>()
    });

    for (pattern, set) in [&a, &b, &c].into_iter().zip(&sets) {
        assert!(
            topics
                .iter()
                .map(|topic| pattern.matches(topic))
                .eq(set.iter().copied())
        );
    }
    let both: Vec<bool> = sets[0]
        .iter()
        .zip(&sets[1])
        .map(|(a, b)| *a && *b)
        .collect();
    assert_eq!(a.covers(&b), both == sets[1]);
    assert_eq!(b.covers(&a), both == sets[0]);
    assert_eq!(a.overlaps(&b), both.contains(&true));
    assert_eq!(b.overlaps(&a), both.contains(&true));
    match a.intersection(&b) {
        None => assert!(!both.contains(&true)),
        Some(shared) => {
            assert!(topics.iter().map(|topic| shared.matches(topic)).eq(both));
        }
    }

    let all = [a, b, c];
    let disjoint = disjoint_patterns(all.clone());
    for topic in &topics {
        let wanted = all.iter().any(|pattern| pattern.matches(topic));
        let found = disjoint
            .iter()
            .filter(|pattern| pattern.matches(topic))
            .count();
        assert!(found == 1 || !wanted && found == 0, "{topic} {disjoint:?}");
    }
    covers_template(&all, &topics);
});

/// The last pattern as a template, to the first two.
fn covers_template([a, b, c]: &[Pattern<'static>; 3], topics: &[String]) {
    let mut names = (0..).map(|index| format!("<p{index}>"));
    let segments = c.as_str().split('.').map(|segment| match segment {
        "*" => names.next().expect("endless"),
        ">" => String::from("<rest..>"),
        literal => literal.to_owned(),
    });
    let text = segments.collect::<Vec<_>>().join(".");
    let template = Template::new(&text).expect("a template");
    let mut taken = topics.iter().filter(|topic| template.matches(topic));
    let patterns = [a.clone(), b.clone()];
    let covered = taken.all(|topic| patterns.iter().any(|pattern| pattern.matches(topic)));
    assert_eq!(
        template.is_covered_by(&patterns),
        covered,
        "{template} {patterns:?}"
    );
}
