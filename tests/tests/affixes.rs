//! `#[derive(SegmentValue)]` with affixes and aliases, and what its enums do besides.

use std::num::NonZero;

use topics::{Escaped, Segment, SegmentValue, Texts};
use uuid::Uuid;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "dev-")]
struct Device(Segment<'static>);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "n", suffix = "-x")]
struct Number {
    number: NonZero<u8>,
}

#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase", suffix = "-1")]
enum Region {
    #[segment(rename = "europe", alias = "eu", alias = "emea")]
    Europe,
    Us,
}

/// Affixes around affixes.
#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "in-")]
struct Inside(Region);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(suffix = "-copy")]
struct Copied(Number);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "é")]
struct Id(Uuid);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(suffix = "%")]
struct Text(Escaped);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "of-")]
struct Generic<T>(T);

/// Has a `Display` of its own.
#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(value_only)]
enum Shown {
    #[segment(alias = "a")]
    A1,
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the first")
    }
}

topics::topics! {
    enum BusTopic;

    by_device.<device: Device>.state;
    by_region.<region: Region>.<at: Inside>;
}

fn read<T: SegmentValue>(text: &str) -> Option<T> {
    T::from_segment(Segment::new(text).ok()?).ok()
}

#[test]
fn affixes_are_told() {
    assert_eq!(Device::TEXTS.as_str(), "dev-<any>");
    assert_eq!(Number::TEXTS.as_str(), "n<nonzero u8>-x");
    assert_eq!(
        Region::TEXTS.as_str(),
        "europe-1 was eu-1 was emea-1 | us-1"
    );
    assert_eq!(
        Inside::TEXTS.as_str(),
        "in-europe-1 was in-eu-1 was in-emea-1 | in-us-1"
    );
    assert_eq!(Copied::TEXTS.as_str(), "n<nonzero u8>-x-copy");
    assert_eq!(Id::TEXTS.as_str(), "é<uuid>");
    assert_eq!(Text::TEXTS.as_str(), "<escaped>%");
    assert_eq!(Generic::<u8>::TEXTS.as_str(), "of-<unknown>");
    assert_eq!(Shown::TEXTS, Texts::from_static("A1 was a"));
}

/// A text is read if and only if the description has it, and what is read is written so, save an alias.
#[test]
fn what_is_told_is_what_is_read() {
    #[track_caller]
    fn check<T: SegmentValue>(aliases: &[&str]) {
        let starts = ["", "dev-", "n", "in-", "é", "of-", "dev", "in-in-"];
        let insides = [
            "",
            "7",
            "0",
            "07",
            "255",
            "256",
            "eu",
            "us",
            "europe",
            "emea",
            "%",
            "a%20b",
            "a%2",
            "67e55044-10b1-426f-9247-bb680e5fe0c8",
        ];
        let ends = ["", "-x", "-1", "-x-copy", "%", "-copy", "-x-x"];
        let mut count = 0;
        for start in starts {
            for inside in insides {
                for end in ends {
                    let text = format!("{start}{inside}{end}");
                    let value = read::<T>(&text);
                    assert_eq!(value.is_some(), T::TEXTS.have(&text), "{text}");
                    let Some(value) = value else { continue };
                    count += 1;
                    let written = value.to_segment();
                    if aliases.contains(&&*text) {
                        assert_eq!(read::<T>(written.as_str()), Some(value.clone()));
                    } else {
                        assert_eq!(written, text);
                    }
                }
            }
        }
        assert!(count > 0);
    }
    check::<Device>(&[]);
    check::<Number>(&[]);
    check::<Region>(&["eu-1", "emea-1"]);
    check::<Inside>(&["in-eu-1", "in-emea-1"]);
    check::<Copied>(&[]);
    check::<Id>(&[]);
    check::<Text>(&[]);
}

#[test]
fn topics_are_read_and_written_with_affixes() {
    let topic = ByDeviceState::parse("by_device.dev-7.state").unwrap();
    assert_eq!(topic.device, Device(Segment::from_static("7")));
    assert_eq!(topic.to_string(), "by_device.dev-7.state");
    assert!(ByDeviceState::parse("by_device.dev-.state").is_err());

    let BusTopic::ByRegion(topic) = BusTopic::parse("by_region.eu-1.in-us-1").unwrap() else {
        panic!("another line");
    };
    assert_eq!((topic.region, topic.at.0), (Region::Europe, Region::Us));
    assert_eq!(topic.to_string(), "by_region.europe-1.in-us-1");
    let _ = topics::pattern!(BusTopic, "by_device.dev-7.state");
}

#[test]
fn an_enum_does_what_that_of_a_closed_placeholder_does() {
    assert_eq!(Region::ALL, [Region::Europe, Region::Us]);
    assert_eq!(Region::Us.as_str(), "us-1");
    assert_eq!(format!("{:>8}", Region::Us), "    us-1");
    assert_eq!("emea-1".parse(), Ok(Region::Europe));
    let error = "asia".parse::<Region>().unwrap_err();
    assert_eq!(error.allowed(), Some(Region::TEXTS));
    assert!("a b".parse::<Region>().is_err());
    assert_eq!(Shown::A1.to_string(), "the first");
    assert_eq!(read("a"), Some(Shown::A1));
    assert_eq!(read("of-7"), Some(Generic(7_u8)));
}
