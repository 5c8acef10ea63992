//! The texts of types, in a lock: its format, what a change of them is told as, and the generated test of a
//! declaration that has such types.

use std::num::NonZero;

use topics::lock::{Change, Lock, LockErrorKind, LockType};
use topics::{Escaped, Segment, SegmentValue, Template, Texts};
use uuid::Uuid;

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
fn the_types_of_this_crate_tell_their_texts() {
    assert_eq!(Region::TEXTS.as_str(), "us | eu_west");
    assert_eq!(Home::TEXTS, Region::TEXTS);
    assert_eq!(bool::TEXTS.as_str(), "true | false");
    assert_eq!(BusClosedKind::TEXTS.as_str(), "by_hand | by_signal");
    assert_eq!(u16::TEXTS.as_str(), "<u16>");
    assert_eq!(NonZero::<i8>::TEXTS.as_str(), "<nonzero i8>");
    assert_eq!(Segment::TEXTS, Texts::ANY);
    assert_eq!(Escaped::TEXTS, Texts::ESCAPED);
    assert_eq!(Uuid::TEXTS, Texts::UUID);
}

/// A text is one that the type tells of if and only if it is that of a value.
#[test]
fn the_texts_are_those_that_are_read() {
    #[track_caller]
    fn check<T: SegmentValue>() {
        let short = ["", "a", "0", "1", "-", "%", "2", "E"];
        let all = short.iter().flat_map(|a| short.map(|b| format!("{a}{b}")));
        let all = all.flat_map(|start| short.map(|end| format!("{start}{end}")));
        let mut all: Vec<String> = all.collect();
        let numbers = [7, 8, 15, 16, 31, 32, 63, 64, 127].map(|bits| 1_u128 << bits);
        for number in numbers.into_iter().flat_map(|n| [n - 1, n, n + 1]) {
            all.extend([format!("{number}"), format!("-{number}")]);
        }
        all.extend(T::TEXTS.values().into_iter().flatten().map(String::from));
        let others = [
            "us",
            "340282366920938463463374607431768211455",
            "+1",
            "a%20b",
            "%E3%80%80",
            "%c3",
        ];
        let uuids = [
            "67e55044-10b1-426f-9247-bb680e5fe0c8",
            "67E55044-10b1-426f-9247-bb680e5fe0c8",
        ];
        all.extend(
            [&others[..], &uuids[..]]
                .concat()
                .into_iter()
                .map(String::from),
        );
        let mut count = 0;
        for text in all {
            let value = Segment::new(&*text).map(T::from_segment);
            let is_read = matches!(value, Ok(Ok(_)));
            assert_eq!(T::TEXTS.have(&text), is_read, "{text} {:?}", T::TEXTS);
            if let Ok(Ok(value)) = value {
                assert_eq!(value.to_segment(), text);
                count += 1;
            }
        }
        assert!(count > 0);
    }
    macro_rules! check {
        ($($Type:ident)*) => { $( check::<$Type>(); check::<NonZero<$Type>>(); )* };
    }
    check!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
    check::<Region>();
    check::<Home>();
    check::<bool>();
    check::<BusClosedKind>();
    check::<Segment<'static>>();
    check::<Escaped>();
    check::<Uuid>();
}

#[test]
fn every_change_of_a_type_is_told_and_weighed() {
    let known = "a.<x: T>\ntype T => a | b";
    assert!(told(known, "a.<x: T>\ntype T => b | a").is_empty());
    assert_eq!(
        told(known, "a.<x: T>\ntype T => a | b | c"),
        ["holds: `T` also takes `c`"]
    );
    assert_eq!(
        told(known, "a.<x: T>\ntype T => c | b"),
        [
            "breaks: `T` no longer takes `a`",
            "holds: `T` also takes `c`",
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
            "holds: no longer recorded: `type T => a | b`",
            "holds: the texts of a type are now recorded: `type U => a | b`",
        ]
    );
    assert_eq!(
        told(known, "a.<x: U>\ntype U => a | c"),
        [
            "breaks: `<x: T>` became `<x: U>` in `a.<x: U>`",
            "holds: no longer recorded: `type T => a | b`",
            "holds: the texts of a type are now recorded: `type U => a | c`",
        ]
    );
}

/// What is on the wire counts, whatever it is called.
#[test]
fn a_type_is_compared_by_its_texts_where_they_are_known() {
    for (old, new, expected) in [
        (
            "a.<x: u32>",
            "a.<x: u64>",
            ["breaks: `<x: u32>` became `<x: u64>` in `a.<x: u64>`"].as_slice(),
        ),
        (
            "a.<x: u64>",
            "a.<x: u32>",
            &["breaks: `<x: u64>` became `<x: u32>` in `a.<x: u32>`"],
        ),
        (
            "a.<x: T>\ntype T => <u64>",
            "a.<x: u64>",
            &[
                "holds: `T` of `a.<x: u64>` is now written `u64`",
                "holds: no longer recorded: `type T => <u64>`",
            ],
        ),
        (
            "a.<x: bool>",
            "a.<x: true | false>",
            &["holds: `bool` of `a.<x: true | false>` is now written `true | false`"],
        ),
        (
            "a.<x: a | b>",
            "a.<x: T>\ntype T => a | b | c",
            &[
                "holds: `a | b` of `a.<x: T>` is now written `T`",
                "holds: the texts of a type are now recorded: `type T => a | b | c`",
            ],
        ),
        (
            "a.<x>",
            "a.<x: T>\ntype T => <any>",
            &[
                "holds: `<any>` of `a.<x: T>` is now written `T`",
                "holds: the texts of a type are now recorded: `type T => <any>`",
            ],
        ),
        (
            "a.<x: a | b>",
            "a.<x>",
            &["breaks: `<x: a | b>` became `<x>` in `a.<x>`"],
        ),
        (
            "a.<x: u8>",
            "a.<x>",
            &["breaks: `<x: u8>` became `<x>` in `a.<x>`"],
        ),
        (
            "a.<x: T>\ntype T => <u8>",
            "a.<x: T>\ntype T => <0..=255>",
            &["holds: the texts of `T` were `<u8>` and are `<0..=255>`"],
        ),
        (
            "a.<x: T>\ntype T => d-<u8>",
            "a.<x: T>\ntype T => d-<u16>",
            &["breaks: the texts of `T` were `d-<u8>` and are `d-<u16>`"],
        ),
        (
            "a.<x: T>\ntype T => d-<u8>",
            "a.<x: T>\ntype T => <u8>",
            &["breaks: the texts of `T` were `d-<u8>` and are `<u8>`"],
        ),
        (
            "a.<x: T>\ntype T => <uuid>",
            "a.<x: T>\ntype T => <any>",
            &["breaks: the texts of `T` were `<uuid>` and are `<any>`"],
        ),
        (
            "a.<x: T>\ntype T => a | b",
            "a.<x: T>\ntype T => <any>",
            &["breaks: the texts of `T` were `a | b` and are `<any>`"],
        ),
    ] {
        assert_eq!(told(old, new), expected);
    }
}

/// A value that is still read by its old text breaks nobody; one that no longer is does.
#[test]
fn a_renamed_value_is_kept_as_long_as_its_old_text_is_read() {
    for (old, new, of_placeholder, of_type) in [
        (
            "a | c",
            "b was a | c",
            [
                "holds: `<x>` of `a.<x: b was a | c>` also takes `b`",
                "holds: `<x>` of `a.<x: b was a | c>` is written `b` where it was `a`, which is still read",
            ]
            .as_slice(),
            [
                "holds: `T` also takes `b`",
                "holds: `T` is written `b` where it was `a`, which is still read",
            ]
            .as_slice(),
        ),
        (
            "b was a | c",
            "b | c",
            &["breaks: `<x>` of `a.<x: b | c>` no longer takes `a`"],
            &["breaks: `T` no longer takes `a`"],
        ),
        (
            "b was a | c",
            "b was a was d | c",
            &["holds: `<x>` of `a.<x: b was a was d | c>` also takes `d`"],
            &["holds: `T` also takes `d`"],
        ),
        (
            "b was a | c",
            "a was b | c",
            &["holds: `<x>` of `a.<x: a was b | c>` is written `a` where it was `b`, which is still read"],
            &["holds: `T` is written `a` where it was `b`, which is still read"],
        ),
        ("b was a | c", "b was a | c", &[], &[]),
    ] {
        let [before, after] = [old, new].map(|values| format!("a.<x: {values}>"));
        assert_eq!(told(&before, &after), of_placeholder);
        let [before, after] = [old, new].map(|texts| format!("a.<x: T>\ntype T => {texts}"));
        assert_eq!(told(&before, &after), of_type);
    }
}

#[test]
fn the_texts_that_a_value_had_are_sorted_behind_it() {
    let of = LockType::new("T", Texts::from_static("d | c was z was a | b")).unwrap();
    assert_eq!(of.texts().as_str(), "b | c was a was z | d");
    // Under another condition the type may write what it only reads here.
    let mut all = LockType::new("T", Texts::from_static("a was b | c")).unwrap();
    all.add_texts_of(&of);
    assert_eq!(all.texts().as_str(), "a | b | c was z | d");
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
    assert_eq!(lock.type_named("B").unwrap().texts().as_str(), "c | d");
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
    let texts = Texts::from_static("a");
    for name in ["", " ", "=", "=> B"] {
        assert_eq!(LockType::new(name, texts), None, "{name:?}");
    }
    assert_eq!(LockType::new("T", Texts::UNKNOWN), None);
    for line in [
        "type T",
        "type T =>",
        "type T = a | b",
        "type T => a | ",
        "type T => a b",
        "type T => <u7>",
        "type T => <unknown>",
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
    assert_eq!(error.kind(), &LockErrorKind::Duplicate { first: 2 });
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
            for texts in [
                "a",
                "= | a|b | |",
                "< | = | \\",
                "<nonzero 1..=2>",
                "=<any>=",
            ] {
                let Some(texts) = Texts::new(texts) else {
                    continue;
                };
                let template = Template::new("a.b").unwrap();
                let entry = topics::lock::LockEntry::new(template);
                let lock = Lock::new("BusTopic", [entry]).unwrap();
                let lock = lock.with_types(LockType::new(name, texts));
                assert_eq!(Lock::parse(&lock.to_string()).as_ref(), Ok(&lock), "{lock}");
            }
        }
    }
}
