/// Whether the two places that are marked with `@` are beside each other.
fn are_beside(source: &str) -> bool {
    let mut places = source.match_indices('@').map(|(mark, _)| {
        let before = &source[..mark];
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        (line, column)
    });
    let places = [(); 2].map(|()| places.next().unwrap());
    super::are_beside(source, places)
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
        "macro_rules! an_other { () => { topics! { @ } topics! { @ } } }",
        "other! { @ } other! { @ }",
        "topics! { @ } @",
        "topics! { @ } topics! { /* @ */ }",
        "topics! { @ } topics! { @ } }",
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
    let source = "topics! { a; } topics! { b; }";
    for place in [(0, 1), (1, 0), (1, 99), (9, 1), (1, 1), (1, usize::MAX)] {
        assert!(!super::are_beside(source, [place, (1, 11)]));
    }
    assert!(super::are_beside(source, [(1, 26), (1, 11)]));
}
