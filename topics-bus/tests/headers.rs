//! Which headers are taken, and how they are kept.

use topics_bus::Headers;

#[test]
fn a_name_is_printable_ascii_without_a_colon() {
    for name in ["", "a:b", ":", "a b", "a\n", "\u{7f}", "é"] {
        let mut headers = Headers::new();
        let error = headers.append(name, "value").unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "`{}` is not a header name; use printable ASCII without `:`",
                name.escape_debug()
            )
        );
        assert_eq!(headers.insert(name, "value"), Err(error));
        assert!(headers.is_empty());
    }
    for name in ["!", "~", "Trace-Id", "x*>y"] {
        assert_eq!(Headers::new().append(name, "value"), Ok(()), "{name}");
    }
}

#[test]
fn a_value_is_one_line_without_white_space_at_its_ends() {
    for value in [" a", "a ", "\ta", "a\r", "a\nb", "a\rb", "a\u{3000}"] {
        let mut headers = Headers::new();
        let error = headers.append("name", value).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the value of the header `name` has a line break, or white space at an end; encode it"
        );
        assert_eq!(headers.insert("name", value), Err(error));
        assert!(headers.is_empty());
    }
    for value in ["", "a", "a: b", "é\u{3000}é"] {
        assert_eq!(Headers::new().append("name", value), Ok(()), "{value:?}");
    }
}

#[test]
fn a_header_that_is_inserted_replaces_all_of_its_name() {
    let mut headers = Headers::received([("a", "1"), ("b", "2"), ("a", "3"), ("A", "4")]);
    assert_eq!(headers.get("a"), Some("1"));
    assert_eq!(headers.get_all("a").collect::<Vec<_>>(), ["1", "3"]);
    headers.insert("a", "5").unwrap();
    let all: Vec<_> = headers.iter().collect();
    assert_eq!(all, [("b", "2"), ("A", "4"), ("a", "5")]);
    assert_eq!((headers.len(), headers.is_empty()), (3, false));
    assert_eq!(headers.get("c"), None);
}
