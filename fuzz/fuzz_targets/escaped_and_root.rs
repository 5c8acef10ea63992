//! `Escaped` writes every text and reads back only what it writes; `Root` takes off exactly what it puts on.
#![no_main]

use libfuzzer_sys::fuzz_target;
use topics::{Escaped, ParseTopic, Pattern, Root, TopicName};
use topics_tests::naive;

topics::topics! {
    /// Every topic.
    pub enum Packages;

    package.<name: topics::Escaped>;
}

fuzz_target!(|input: &str| {
    let (other, text) = input.split_once("\n---\n").unwrap_or(("prod.acme", input));
    let topic = Package::new(Escaped::new(text));
    let name = topic.name();
    let segments: Vec<&str> = name.as_str().split('.').collect();
    assert!(matches!(segments[..], ["package", segment] if naive::is_segment(segment)));
    assert_eq!(Package::parse(name.as_str()), Ok(topic.clone()));

    let written = format!("package.{other}");
    if let Ok(read) = Package::parse(&written) {
        assert_eq!(read.to_string(), written);
        assert_eq!(read.name.as_str() == text, read == topic);
    }

    let root = Root::new(other);
    assert_eq!(root.is_ok(), naive::is_topic(other));
    let Ok(root) = root else { return };
    let whole = root.name(&topic);
    assert_eq!(whole.as_str(), format!("{other}.{name}"));
    assert_eq!(root.strip(whole.as_str()), Some(name.as_str()));
    assert_eq!(
        root.parse::<Packages>(whole.as_str()).ok(),
        Some(Packages::from(topic))
    );
    assert_eq!(
        root.strip(text),
        text.strip_prefix(&format!("{other}."))
            .filter(|rest| !rest.is_empty())
    );
    if let Ok(inner) = TopicName::new(text) {
        assert_eq!(root.join(&inner).as_str(), format!("{other}.{text}"));
    }
    if let Ok(pattern) = Pattern::new(text) {
        let joined = root.pattern(&pattern);
        assert_eq!(joined.as_str(), format!("{other}.{text}"));
        assert_eq!(root.strip_pattern(&joined), Some(pattern));
    }
    let _ = Packages::parse_from(text);
});
