//! The texts of types, in a lock: its format, what a change of them is told as, and the generated test of a
//! declaration that has such types.

use topics::lock::{Change, Lock, LockErrorKind, LockType};
use topics::{Segment, SegmentValue, Template};

#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "snake_case")]
enum Region {
    Us,
    EuWest,
}

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
struct Home(Region);

topics::topics! {
    // The generated test compares it with what is declared here.
    #[lock = "data/lock/types.lock"]
    enum BusTopic;

    metrics.<host>.<region: Region>;
    metrics.<host>.<region: Region>.shard.<number: u16>;
    homes.<home: Home>.<is_open: bool>;
    #[deprecated]
    homes.<closed: BusClosedKind>.closed;
    bus.closed.<kind: by_hand | by_signal>;
    #[cfg(any())]
    elsewhere.<what: OnlyElsewhere>;
}

fn lock(lines: &str) -> Lock {
    Lock::parse(&format!("topics-lock 1 BusTopic\n{lines}\n")).unwrap()
}

fn told(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (lock(old), lock(new));
    let weigh = |change: &Change<'_>| {
        let weight = if change.is_breaking() {
            "breaks"
        } else {
            "holds"
        };
        format!("{weight}: {change}")
    };
    old.changes_to(&new).iter().map(weigh).collect()
}

#[test]
fn the_texts_of_a_type_are_known_where_they_are_few() {
    assert_eq!(Region::TEXTS, Some(&["us", "eu_west"][..]));
    assert_eq!(Home::TEXTS, Region::TEXTS);
    assert_eq!(bool::TEXTS, Some(&["true", "false"][..]));
    assert_eq!(BusClosedKind::TEXTS, Some(&["by_hand", "by_signal"][..]));
    assert_eq!(u16::TEXTS, None);
    assert_eq!(Segment::TEXTS, None);
}

/// Each of the texts is that of a value.
#[test]
fn the_texts_are_those_that_are_read() {
    fn check<T: SegmentValue>() {
        for text in T::TEXTS.unwrap() {
            let value = T::from_segment(Segment::new(*text).unwrap()).unwrap();
            assert_eq!(value.to_segment(), *text);
        }
    }
    check::<Region>();
    check::<Home>();
    check::<bool>();
    check::<BusClosedKind>();
}

#[test]
fn every_change_of_a_type_is_told_and_weighed() {
    let known = "a.<x: T>\ntype T => a | b";
    assert!(told(known, "a.<x: T>\ntype T => b | a").is_empty());
    assert_eq!(
        told(known, "a.<x: T>\ntype T => a | b | c"),
        ["holds: `T` also has the text `c`"]
    );
    assert_eq!(
        told(known, "a.<x: T>\ntype T => c | b"),
        [
            "breaks: `T` no longer has the text `a`",
            "holds: `T` also has the text `c`",
        ]
    );
    assert_eq!(
        told("a.<x: T>", known),
        ["holds: the texts of a type are now recorded: `type T => a | b`"]
    );
    assert_eq!(
        told(known, "a.<x: T>"),
        ["breaks: `T` is still in use, but no longer lists its texts: `type T => a | b`"]
    );
    assert_eq!(
        told(known, "a.<x: U>\ntype U => a | b"),
        [
            "holds: `T` of `a.<x: U>` is now written `U`",
            "holds: no placeholder has this type now: `type T => a | b`",
            "holds: the texts of a type are now recorded: `type U => a | b`",
        ]
    );
    assert_eq!(
        told(known, "a.<x: U>\ntype U => a | c"),
        [
            "breaks: `<x: T>` became `<x: U>` in `a.<x: U>`",
            "holds: no placeholder has this type now: `type T => a | b`",
            "holds: the texts of a type are now recorded: `type U => a | c`",
        ]
    );
}

#[test]
fn a_change_of_a_type_has_its_line() {
    let old = lock("type T => a | b\na.<x: T>");
    let new = lock("a.<x: T>\ntype T => a");
    let changes = old.changes_to(&new);
    let [change] = &changes[..] else {
        panic!("{changes:?}");
    };
    assert_eq!(change.line(), Some(2));
    assert_eq!((change.before(), change.after()), (None, None));
    assert_eq!(new.type_named("T").and_then(LockType::line), Some(3));
}

#[test]
fn types_are_written_after_the_entries_and_sorted() {
    let lock = lock("type B => d | c\r\n\ttype  A<'a,  B> =>  d | c\nz.<b: B>");
    let text = lock.to_string();
    assert!(
        text.ends_with("line.\nz.<b: B>\ntype A<'a, B> => c | d\ntype B => c | d\n"),
        "{text}"
    );
    assert_eq!(Lock::parse(&text), Ok(lock.clone()));
    assert_eq!(lock.named_types(), ["B"]);
    let names: Vec<&str> = lock.types().iter().map(LockType::name).collect();
    assert_eq!(names, ["A<'a, B>", "B"]);
    let texts: Vec<&str> = lock.type_named("B").unwrap().texts().collect();
    assert_eq!(texts, ["c", "d"]);
}

/// A topic may begin with the word.
#[test]
fn an_entry_is_no_line_about_a_type() {
    let lock = lock("type\ntype => P\ntype => A => B\ntype.<x: A> => B");
    assert_eq!(lock.entries().len(), 4);
    assert!(lock.types().is_empty());
    assert_eq!(Lock::parse(&lock.to_string()), Ok(lock));
}

#[test]
fn a_type_without_a_name_or_texts_is_none() {
    let text = Segment::from_static("a");
    for name in ["", " ", "=", "=> B"] {
        assert_eq!(LockType::new(name, [text.clone()]), None, "{name:?}");
    }
    assert_eq!(LockType::new("T", []), None);
    for line in [
        "type T",
        "type T =>",
        "type T = a | b",
        "type T => a | ",
        "type T => a b",
        "type => ",
    ] {
        let error = Lock::parse(&format!("topics-lock 1 B\n{line}\n")).unwrap_err();
        let kind = error.kind();
        assert!(
            matches!(kind, LockErrorKind::Type | LockErrorKind::Payload),
            "{line}: {error}"
        );
    }
    let error = Lock::parse("topics-lock 1 B\ntype T => a\ntype T => b\n").unwrap_err();
    assert_eq!(error.kind(), &LockErrorKind::DuplicateName { first: 2 });
}

/// Whatever the names and the texts are: both may be made of arrows and bars, or of what looks like them.
#[test]
fn every_type_is_read_as_it_was_written() {
    let tokens = [
        "T", " ", "=", "=>", " => ", "|", " | ", "<", ">", "a", "type ",
    ];
    let mut names = vec![String::new()];
    for _ in 0..4 {
        let longer = names
            .iter()
            .flat_map(|name| tokens.map(|token| format!("{name}{token}")));
        names = longer.collect();
        for name in &names {
            for texts in [&["a"][..], &["=", "|", "a|b"], &["=", "<", "\\"]] {
                let texts = texts.iter().map(|text| Segment::new(*text).unwrap());
                let template = Template::new("a.b").unwrap();
                let entry = topics::lock::LockEntry::new(template);
                let lock = Lock::new("BusTopic", [entry]).unwrap();
                let lock = lock.with_types(LockType::new(name, texts));
                assert_eq!(Lock::parse(&lock.to_string()).as_ref(), Ok(&lock), "{lock}");
            }
        }
    }
}
