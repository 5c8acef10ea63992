//! The rules of the text, to the naive ones.
#![no_main]

use libfuzzer_sys::fuzz_target;
use topics::{Pattern, Segment, Tail, Template, TopicName};
use topics_tests::naive;

fuzz_target!(|text: &str| {
    assert_eq!(Segment::new(text).is_ok(), naive::is_segment(text));
    assert_eq!(TopicName::new(text).is_ok(), naive::is_topic(text));
    assert_eq!(Tail::new(text).is_ok(), naive::is_topic(text));
    assert_eq!(Pattern::new(text).is_ok(), naive::is_pattern(text));
    match TopicName::new(text) {
        Ok(name) => {
            assert!(
                name.segments()
                    .map(|segment| segment.to_string())
                    .eq(text.split('.'))
            );
            assert!(Pattern::from(name).matches(text));
        }
        Err(error) => {
            assert!(text.is_char_boundary(error.at()));
            assert!(!error.to_string().is_empty());
            assert!(!Pattern::from_static(">").matches(text));
        }
    }
    if let Ok(template) = Template::new(text) {
        assert_eq!(template.to_string(), text);
        let segments: Vec<String> = template.segments().map(|part| part.to_string()).collect();
        assert_eq!(segments.join("."), text);
        assert!(naive::is_pattern(template.pattern().as_str()));
        assert!(template.covers(&template) && template.overlaps(&template));
    }
});
