use super::Surroundings;

/// The calls around each `@` in a source.
fn at_marks(source: &str) -> Vec<Option<Surroundings>> {
    let marks = source.match_indices('@').map(|(mark, _)| {
        let before = &source[..mark];
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        Surroundings::of(source, (line, column))
    });
    marks.collect()
}

fn are_beside(source: &str) -> bool {
    match &at_marks(source)[..] {
        [Some(first), Some(second)] => first.are_beside(second),
        _ => false,
    }
}

#[test]
fn calls_in_the_same_braces_are_beside_each_other() {
    for source in [
        "topics! { @ } topics::topics! { @ }",
        "topics!(@); ::topics::topics! [@];",
        "mod a { topics! { @ }\n struct B {}\n topics! { @ } }",
        "fn a() { topics! { @ } let c = [1, (2)]; topics! { @ } }",
    ] {
        assert!(are_beside(source), "{source}");
    }
}

#[test]
fn calls_in_different_braces_are_not() {
    for source in [
        "topics! { @ } mod a { topics! { @ } }",
        "mod a { topics! { @ } } mod b { topics! { @ } }",
        "fn a() { { topics! { @ } } { topics! { @ } } }",
        "topics! { @ @ }",
    ] {
        assert!(!are_beside(source), "{source}");
    }
}

#[test]
fn nothing_is_known_of_calls_in_other_macros() {
    for source in [
        "other! { topics! { @ } topics! { @ } }",
        "macro_rules! other { () => { topics! { @ } topics! { @ } } }",
        "other! { @ } other! { @ }",
        "topics! { @ } @",
    ] {
        assert!(!are_beside(source), "{source}");
    }
}

#[test]
fn braces_in_comments_and_literals_are_no_braces() {
    for between in [
        "// }\n",
        "/* } /* } */ } */",
        "const A: &str = \"}\\\"}\";",
        "const A: &str = r#\"}\"}\"#;",
        "const A: &[u8] = br\"}\\\";",
        "const A: [char; 3] = ['}', '\\'', '{'];",
        "const A: u8 = b'{';",
        "fn a<'a>(b: &'a str) {}",
        "fn r#if() { 'a: loop { break 'a } }",
        "// ü\r\n",
    ] {
        let source = format!("mod a {{ topics! {{ @ }} {between} topics! {{ @ }} }}");
        assert!(are_beside(&source), "{source}");
    }
}

#[test]
fn nothing_is_known_of_a_place_that_is_not_there() {
    for place in [(0, 1), (1, 0), (1, 99), (9, 1), (1, 1), (1, usize::MAX)] {
        assert_eq!(Surroundings::of("topics! { a; }", place), None);
    }
}
