//! Locks: the format is read as it is written, and each change is told and weighed as documented.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use proptest::prelude::*;
use topics::lock::{Change, ChangeKind, Effect, Lock, LockEntry, LockErrorKind, LockType};
use topics::{Template, Texts};

fn lock(entries: &[&str]) -> Lock {
    let text = format!("topics-lock 1 BusTopic\n{}\n", entries.join("\n"));
    Lock::parse(&text).unwrap()
}

fn entry(template: &str) -> LockEntry {
    LockEntry::new(Template::new(template).unwrap())
}

/// The sentences about a change from one lock to another, each with what it means for subscribers.
fn told(old: &Lock, new: &Lock) -> String {
    let mut text = String::new();
    for change in old.changes_to(new) {
        let weight = if change.is_breaking() {
            "breaks"
        } else {
            "holds"
        };
        writeln!(text, "{weight}: {change}").unwrap();
    }
    text
}

// ---- the story of one hierarchy

#[test]
fn ten_steps_of_one_hierarchy() {
    let read = |step: usize| {
        let path = format!("data/lock/step-{step:02}.lock");
        let text = fs::read_to_string(&path).unwrap();
        let lock = Lock::parse(&text).unwrap();
        assert_eq!(
            lock.to_string(),
            text,
            "{path} is not as a writer writes it"
        );
        lock
    };
    for step in 2..=10 {
        let path = format!("data/lock/step-{step:02}.expected");
        let expected = fs::read_to_string(&path).unwrap_or_default();
        let told = told(&read(step - 1), &read(step));
        assert_eq!(told, expected, "{path}");
    }
}

// ---- each kind of change

/// An entry, what became of it, and what is told.
const KINDS: &[(&str, &str, &str)] = &[
    ("a.b", "a.b", ""),
    (
        "a.b",
        "a.b => P",
        "holds: `a.b` declares the payload `P`, and had none\n",
    ),
    (
        "a.b => P",
        "a.b",
        "breaks: `a.b` no longer declares its payload, `P`\n",
    ),
    (
        "a.b => P",
        "a.b => Q",
        "breaks: the payload of `a.b` was `P` and is `Q`\n",
    ),
    (
        "a.<x>",
        "a.<y>",
        "holds: `<x>` of `a.<y>` is now named `<y>`\n",
    ),
    (
        "a.<x>",
        "a.<x: u8>",
        "breaks: `<x>` became `<x: u8>` in `a.<x: u8>`\n",
    ),
    (
        "a.<x: u8>",
        "a.<x>",
        "breaks: `<x: u8>` became `<x>` in `a.<x>`\n",
    ),
    (
        "a.<x: u8>",
        "a.<x: u16>",
        "breaks: `<x: u8>` became `<x: u16>` in `a.<x: u16>`\n",
    ),
    (
        "a.<x>",
        "a.<x..>",
        "breaks: `<x>` became `<x..>` in `a.<x..>`\n",
    ),
    (
        "a.<x..>",
        "a.<x>",
        "breaks: `<x..>` became `<x>` in `a.<x>`\n",
    ),
    (
        "a.<x: b | c>",
        "a.<x>",
        "breaks: `<x: b | c>` became `<x>` in `a.<x>`\n",
    ),
    (
        "a.<x>",
        "a.<x: b | c>",
        "breaks: `<x>` became `<x: b | c>` in `a.<x: b | c>`\n",
    ),
    (
        "a.<x: b | c>",
        "a.<x: d | b | c>",
        "holds: `<x>` of `a.<x: d | b | c>` also takes `d`\n",
    ),
    (
        "a.<x: b | c | d>",
        "a.<x: b | d>",
        "breaks: `<x>` of `a.<x: b | d>` no longer takes `c`\n",
    ),
    (
        "a.<x: b | c>",
        "a.<x: c | b>",
        "holds: `<x>` of `a.<x: c | b>` lists its values in another order\n",
    ),
    (
        "a.<x: b | c> => P",
        "a.<y: c | d>",
        "holds: `<x>` of `a.<y: c | d>` is now named `<y>`\n\
             breaks: `<y>` of `a.<y: c | d>` no longer takes `b`\n\
             holds: `<y>` of `a.<y: c | d>` also takes `d`\n\
             breaks: `a.<y: c | d>` no longer declares its payload, `P`\n",
    ),
    (
        "a.b => P",
        "a.b => P -> Q",
        "holds: `a.b` declares the reply `Q`, and had none\n",
    ),
    (
        "a.b => P -> Q",
        "a.b => P",
        "breaks: `a.b` no longer declares its reply, `Q`\n",
    ),
    (
        "a.b => P -> Q",
        "a.b => R -> S",
        "breaks: the payload of `a.b` was `P` and is `R`\n\
             breaks: the reply of `a.b` was `Q` and is `S`\n",
    ),
    (
        "a.<x: uuid::Uuid> => Vec<p::P> -> Q",
        "a.<x: Uuid> => Vec<P> -> q::Q",
        "holds: `uuid::Uuid` of `a.<x: Uuid>` is now written `Uuid`\n\
             holds: `Vec<p::P>` of `a.<x: Uuid>` is now written `Vec<P>`\n\
             holds: `Q` of `a.<x: Uuid>` is now written `q::Q`\n",
    ),
    (
        "<x>.<y>",
        "<y>.<x>",
        "holds: `<x>` of `<y>.<x>` is now named `<y>`\n\
             holds: `<y>` of `<y>.<x>` is now named `<x>`\n",
    ),
    (
        "alarm.raised",
        "alarm.raise",
        "holds: `alarm.raise` is new\n\
             breaks: `alarm.raised` is gone; the nearest is `alarm.raise`\n",
    ),
    (
        "a.b => P",
        "a.<x> => P",
        "holds: `a.<x> => P` is new\n\
             breaks: `a.b => P` is gone; the nearest is `a.<x>`\n",
    ),
    (
        "completely.different",
        "a.<x>",
        "holds: `a.<x>` is new\n\
             breaks: `completely.different` is gone\n",
    ),
];

#[test]
fn every_kind_of_change_is_told_and_weighed() {
    for (old, new, expected) in KINDS {
        assert_eq!(told(&lock(&[old]), &lock(&[new])), *expected);
    }
}

#[test]
fn another_name_of_the_hierarchy_is_told_first_and_holds() {
    let old = Lock::parse("topics-lock 1 Old\na.b\n").unwrap();
    let new = Lock::parse("topics-lock 1 New\na.b\n\na.a\n").unwrap();
    assert_eq!(
        told(&old, &new),
        "holds: the hierarchy `Old` is now named `New`\nholds: `a.a` is new\n"
    );
    let nothing = Lock::parse("").unwrap();
    assert_eq!(told(&nothing, &old), "holds: `a.b` is new\n");
    assert_eq!(told(&old, &nothing), "breaks: `a.b` is gone\n");
}

/// `a.<x: b | c>` and `a.<y: d | e>` can stand beside each other, and have the same skeleton.
#[test]
fn of_several_that_may_have_changed_the_least_is_broken() {
    let old = lock(&["a.<x: b | c>", "a.<x: d | e>"]);
    let new = lock(&["a.<z: d | e | f>", "a.<z: b | c>"]);
    assert_eq!(
        told(&old, &new),
        "holds: `<x>` of `a.<z: b | c>` is now named `<z>`\n\
         holds: `<x>` of `a.<z: d | e | f>` is now named `<z>`\n\
         holds: `<z>` of `a.<z: d | e | f>` also takes `f`\n"
    );
    let one = lock(&["a.<z: d | e>"]);
    assert_eq!(
        told(&old, &one),
        "breaks: `a.<x: b | c>` is gone\n\
         holds: `<x>` of `a.<z: d | e>` is now named `<z>`\n"
    );
}

/// There are too many to compare each with each, and for each the right one is found.
#[test]
fn a_renamed_group_is_told_line_by_line() {
    let words = ["up", "down", "left", "right", "in", "out", "near", "far"];
    let lines = |group: &str| {
        let pairs = words
            .iter()
            .flat_map(|a| words.map(|b| format!("{group}.<id>.{a}.{b}")));
        let entries = pairs.map(|template| entry(&template));
        Lock::new("BusTopic", entries).unwrap()
    };
    let (old, new) = (lines("decky"), lines("device"));
    let mut removed = 0;
    for change in old.changes_to(&new) {
        if let ChangeKind::Removed { nearest } = change.kind() {
            let before = change.before().unwrap().template().to_string();
            let expected = before.replace("decky", "device");
            assert_eq!(nearest.map(|nearest| nearest.to_string()), Some(expected));
            removed += 1;
        }
    }
    assert_eq!(removed, 64);
}

/// Each of its literals is misspelt, so it shares none with the lock, and it stands behind all others.
#[test]
fn a_renamed_line_is_found_among_many_that_are_nothing_like_it() {
    let others: Vec<String> = (0..40).map(|at| format!("a{at}.b{at}")).collect();
    let mut new: Vec<&str> = others.iter().map(String::as_str).collect();
    new.push("zebro.horsy");
    let told = told(&lock(&["zebra.horse"]), &lock(&new));
    let expected = "breaks: `zebra.horse` is gone; the nearest is `zebro.horsy`\n";
    assert!(told.contains(expected), "{told}");
}

/// Two lines of which a configuration chooses one.
#[test]
fn one_template_may_have_two_payloads() {
    let old = lock(&["a.b => P", "a.b => Q"]);
    assert_eq!(told(&old, &old), "");
    assert_eq!(
        told(&old, &lock(&["a.b => Q"])),
        "breaks: `a.b => P` is gone; the nearest is `a.b`\n"
    );
}

#[test]
fn a_change_knows_where_it_is_from() {
    let old = Lock::parse("\n# words\ntopics-lock 1 B\n\nz.<x>\na.b\r\n").unwrap();
    let new = lock(&["z.<y>", "c.d"]);
    let changes = old.changes_to(&new);
    let places: Vec<_> = changes
        .iter()
        .filter(|change| !matches!(change.kind(), ChangeKind::HierarchyRenamed { .. }))
        .map(|change| {
            (
                change.line(),
                change.before().cloned(),
                change.after().cloned(),
            )
        })
        .collect();
    assert_eq!(
        places,
        [
            (Some(6), Some(entry("a.b")), None),
            (None, None, Some(entry("c.d"))),
            (Some(5), Some(entry("z.<x>")), Some(entry("z.<y>"))),
        ]
    );
    // What was not read has no lines.
    let made = Lock::new("B", [entry("a.b")]).unwrap();
    assert_eq!(made.entries()[0].line(), None);
}

// ---- the format

#[test]
fn a_lock_is_written_sorted_and_each_entry_once() {
    let entries = ["b.a", "a.c", "b.a", "a.b-c", "a.b"].map(entry);
    let with_payload = [
        entry("a.b").with_payload("P"),
        entry("a.b").with_payload(" \t"),
    ];
    let lock = Lock::new("BusTopic", entries.into_iter().chain(with_payload)).unwrap();
    let text = lock.to_string();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(
        lines,
        [
            "topics-lock 1 BusTopic",
            "a.b",
            "a.b => P",
            "a.b-c",
            "a.c",
            "b.a"
        ]
    );
    assert!(text.ends_with("b.a\n"));
}

#[test]
fn a_payload_is_one_line() {
    let entry = entry("a.b").with_payload("\u{a0}Pair<\n    A,\u{0}\r\n  B>\t");
    assert_eq!(entry.payload(), Some("Pair< A, B>"));
}

#[test]
fn hand_edits_are_taken() {
    let plain = lock(&["a.b", "a.c => P"]);
    for text in [
        "topics-lock 1 BusTopic\na.b\na.c => P",
        "\u{feff}topics-lock 1 BusTopic\r\na.b\r\na.c => P\r\n",
        "\n\n# why\n  topics-lock   1\tBusTopic \n\n\ta.c =>   P  \n#\n a.b\n",
        "topics-lock 1 BusTopic\n\\a.b\n\\a.c => P\n",
    ] {
        assert_eq!(Lock::parse(text).as_ref(), Ok(&plain), "{text:?}");
    }
}

#[test]
fn a_file_without_a_header_and_entries_is_an_empty_lock() {
    for text in ["", "\n", "\r\n\r\n", "\u{feff}", "# nothing yet\n"] {
        let lock = Lock::parse(text).unwrap();
        assert_eq!(lock.hierarchy(), None);
        assert!(lock.entries().is_empty());
        let comments = if text.starts_with('#') { text } else { "" };
        assert_eq!(lock.to_string(), comments);
    }
    let named = Lock::parse("topics-lock 1 BusTopic").unwrap();
    assert_eq!(named.hierarchy(), Some("BusTopic"));
    assert!(named.entries().is_empty());
}

/// Whatever can be declared can be written down.
#[test]
fn templates_that_look_like_something_else_are_escaped() {
    for template in [
        "#",
        "#.a",
        "\\",
        "\\\\.a",
        "<<<<<<<",
        "=======",
        "=======.a",
        "|||||||",
        "topics-lock",
        "a.<x: Of< => 2>",
    ] {
        let bare = entry(template);
        for entry in [bare.clone(), bare.with_payload("P => Q")] {
            let lock = Lock::new("BusTopic", [entry.clone()]).unwrap();
            let read = Lock::parse(&lock.to_string()).unwrap();
            assert_eq!(read.entries(), [entry]);
        }
    }
}

/// Each text, the line of it that is refused, and why.
#[track_caller]
fn are_refused(texts: &[(&str, usize, &str)]) {
    for (text, line, sentence) in texts {
        let text = text.replace("{H}", "topics-lock 1 BusTopic\n");
        let error = Lock::parse(&text).unwrap_err();
        assert_eq!(error.line(), *line, "{text:?}");
        assert_eq!(error.to_string(), format!("line {line}: {sentence}"));
    }
}

#[test]
fn what_does_not_begin_a_lock_is_reported() {
    are_refused(&[
        (
            "a.b\n",
            1,
            "`a.b` does not begin a lock; the first line is `topics-lock 1` and the name of the hierarchy",
        ),
        (
            "topics-lock 1\n",
            1,
            "`topics-lock 1` does not begin a lock; the first line is `topics-lock 1` and the name of the hierarchy",
        ),
        (
            "topics-lock one A\n",
            1,
            "`topics-lock one A` does not begin a lock; the first line is `topics-lock 1` and the name of the hierarchy",
        ),
        (
            "topics-lock 1 A B\n",
            1,
            "`topics-lock 1 A B` does not begin a lock; the first line is `topics-lock 1` and the name of the hierarchy",
        ),
        (
            "topics-lock 1 A\0B\n",
            1,
            "`topics-lock 1 A\\0B` does not begin a lock; the first line is `topics-lock 1` and the name of the hierarchy",
        ),
        (
            "#\ntopics-lock 2 A B C\n",
            2,
            "this lock has version 2; this version of `topics` reads only version 1",
        ),
        (
            "topics-lock 0 A\n",
            1,
            "this lock has version 0; this version of `topics` reads only version 1",
        ),
    ]);
}

#[test]
fn every_malformed_line_is_reported_with_its_number() {
    are_refused(&[
        (
            "<<<<<<< HEAD\n",
            1,
            "`<<<<<<< HEAD` is left over from a merge; keep the topics of both sides and remove the markers",
        ),
        (
            "{H}a.b\n=======\n",
            3,
            "`=======` is left over from a merge; keep the topics of both sides and remove the markers",
        ),
        (
            "{H}||||||| base\n",
            2,
            "`||||||| base` is left over from a merge; keep the topics of both sides and remove the markers",
        ),
        (
            "{H}>>>>>>> x\n",
            2,
            "`>>>>>>> x` is left over from a merge; keep the topics of both sides and remove the markers",
        ),
        (
            "{H}a b\n",
            2,
            "`a b` is not a template: whitespace at byte 1",
        ),
        (
            "{H}a..b => P\n",
            2,
            "`a..b => P` is not a template: empty segment at byte 2",
        ),
        ("{H}\\\n", 2, "`` is not a template: it is empty"),
        (
            "{H}=> P\n",
            2,
            "`=> P` is not a template: wildcard at byte 1",
        ),
        ("{H}a.b =>\n", 2, "`a.b =>` has no type after `=>`"),
        ("{H}a.b => \t\n", 2, "`a.b =>` has no type after `=>`"),
        (
            "{H}a.b => P -> \n",
            2,
            "`a.b => P ->` has no type after `->`",
        ),
        (
            "{H}type Region\n",
            2,
            "`type Region` does not describe the texts of a type; write `type Name => a | b` or \
             `type Name => <u32>`",
        ),
        (
            "{H}former a.b\n",
            2,
            "`former a.b` does not name two templates; write `former old.name => new.name`",
        ),
        (
            "{H}type T => a\ntype T => b\n",
            3,
            "`type T => b` repeats line 2; merge the two lines",
        ),
        (
            "{H}a.b\nc\na.b\n",
            4,
            "`a.b` repeats line 2; merge the two lines",
        ),
        (
            "{H}a.b => P\na.b  => P\n",
            3,
            "`a.b  => P` is not a template: whitespace at byte 3",
        ),
        (
            "{H}topics-lock 1 Other\n",
            2,
            "`topics-lock 1 Other` begins another lock; each hierarchy has a file of its own",
        ),
        (
            "{H}a\u{1b}b\n",
            2,
            "`a\\u{1b}b` is not a template: control character at byte 1",
        ),
    ]);
    let error = Lock::parse("topics-lock 1 B\na.b\na.b\n").unwrap_err();
    assert_eq!(error.kind(), &LockErrorKind::Duplicate { first: 2 });
    assert_eq!(error.text(), "a.b");
}

#[test]
fn former_names_are_read_written_and_compared() {
    let old = lock(&["a.b", "a.c"]);
    let new = lock(&["former  a.b =>  a.c", "# why", "a.b", "a.c"]);
    let [former] = new.former_names() else {
        panic!("{new}");
    };
    assert_eq!(former.template(), "a.b");
    assert_eq!(former.now(), "a.c");
    assert_eq!(former.line(), Some(2));
    assert_eq!(new.entries()[0].comments(), "# why\n");
    assert!(
        new.to_string()
            .ends_with("# why\na.b\na.c\nformer a.b => a.c\n")
    );
    assert_eq!(told(&old, &new), "holds: `a.b` is a former name of `a.c`\n");
    assert_eq!(
        told(&new, &old),
        "holds: `a.b` is no longer a former name of `a.c`\n"
    );
    for line in ["former a.b", "former a.b => ", "former a b => c"] {
        let error = Lock::parse(&format!("topics-lock 1 B\n{line}\n")).unwrap_err();
        assert_eq!(error.kind(), &LockErrorKind::FormerName, "{line}");
    }
    let twice = Lock::parse("topics-lock 1 B\nformer a => b\nformer a => c\n").unwrap_err();
    assert_eq!(twice.kind(), &LockErrorKind::Duplicate { first: 2 });
}

#[test]
fn a_reply_is_told_from_an_arrow_of_the_payload() {
    for (payload, reply) in [
        ("P", "Q"),
        ("Of<fn() -> T>", "Q"),
        ("(fn() -> T)", "fn() -> U"),
    ] {
        let entry = entry("a.b").with_payload(payload).with_reply(reply);
        let text = format!("a.b => {payload} -> {reply}");
        assert_eq!(entry.to_string(), text);
        let lock = lock(&[&text]);
        assert_eq!(lock.entries(), [entry]);
        assert_eq!(lock.entries()[0].payload(), Some(payload));
        assert_eq!(lock.entries()[0].reply(), Some(reply));
    }
    let function = entry("a.b").with_payload("fn() -> T");
    assert_eq!(function.payload(), Some("(fn() -> T)"));
    assert_eq!(entry("a.b").with_reply("Q").reply(), None);
    let error = Lock::parse("topics-lock 1 B\na.b => P ->\n").unwrap_err();
    assert_eq!(error.kind(), &LockErrorKind::Reply);
}

#[test]
fn a_line_that_is_read_first_says_so() {
    let crossing = ["a.<x>.c", "first a.b.<y> => P"];
    let [plain, first] = [lock(&["a.<x>.c", "a.b.<y> => P"]), lock(&crossing)];
    let [_, entry] = first.entries() else {
        panic!("{first}");
    };
    assert!(entry.is_first() && !plain.entries()[1].is_first());
    assert_eq!(entry.to_string(), "first a.b.<y> => P");
    assert!(first.to_string().ends_with("a.<x>.c\nfirst a.b.<y> => P\n"));
    assert_eq!(told(&plain, &first), "holds: `a.b.<y>` is now read first\n");
    assert_eq!(
        told(&first, &plain),
        "holds: `a.b.<y>` is no longer read first\n"
    );
    let other = lock(&["first a.<z>.c", "a.b.<y> => P"]);
    assert_eq!(
        told(&first, &other),
        "holds: `<x>` of `a.<z>.c` is now named `<z>`\n\
         holds: `a.<z>.c` is now read first\n\
         breaks: `a.b.<y>` is no longer read first; topics that it shares with `a.<z>.c` are read as that\n"
    );
    // Another line is told only if it is `first` and was there before, and both match one topic.
    for (elsewhere, now) in [
        ("first z.<x>.c", "first z.<x>.c"),
        ("a.<x>.c", "a.<x>.c"),
        ("", "first a.<x>.c"),
        ("<x>.<y>.<z>", "first a.<x>.c"),
    ] {
        let [old, new] = [("first a.b.<y>", elsewhere), ("a.b.<y>", now)];
        let [old, new] = [old, new].map(|(line, other)| lock(&[line, other]));
        let told = told(&old, &new);
        assert!(
            told.ends_with("holds: `a.b.<y>` is no longer read first\n"),
            "{told}"
        );
    }
    // A topic may be named so, and whatever is none behind the word is none.
    assert_eq!(lock(&["first.a"]).entries()[0].template(), "first.a");
    let error = Lock::parse("topics-lock 1 B\nfirst first a\n").unwrap_err();
    assert!(matches!(error.kind(), LockErrorKind::Template(_)));
}

#[test]
fn a_recorded_type_may_be_written_with_more_of_its_path() {
    let [old, new] = ["Region", "my::Region"]
        .map(|name| lock(&[&format!("a.<x: {name}>"), &format!("type {name} => eu")]));
    assert_eq!(
        told(&old, &new),
        "holds: `Region` of `a.<x: my::Region>` is now written `my::Region`\n\
         holds: the type `Region` is now written `my::Region`\n"
    );
}

#[test]
fn a_type_is_the_same_with_more_or_less_of_its_path() {
    for (old, new, is_same) in [
        ("uuid::Uuid", "Uuid", true),
        ("Uuid", "::uuid::Uuid", true),
        ("Vec<a::B>", "std::vec::Vec<B>", true),
        ("v1::Order", "v2::Order", false),
        ("MyUuid", "Uuid", false),
        ("Vec<A>", "Vec<B>", false),
        ("Vec<A>", "[A]", false),
        ("Vec<A>", "Vec(A)", false),
        ("[u8; 4]", "[u8; 8]", false),
    ] {
        for (line, other) in [
            (format!("a.<x: {old}>"), format!("a.<x: {new}>")),
            (format!("a.b => {old}"), format!("a.b => {new}")),
            (format!("a.b => P -> {old}"), format!("a.b => P -> {new}")),
        ] {
            let [before, after] = [&line, &other].map(|line| lock(&[line]));
            let changes = before.changes_to(&after);
            let [change] = &changes[..] else {
                panic!("{line}: {changes:?}");
            };
            let expected = if is_same {
                Effect::Rewords
            } else {
                Effect::Breaks
            };
            assert_eq!(change.effect(), expected, "{line}, {other}");
        }
    }
}

#[test]
fn comments_stay_before_what_they_are_about() {
    let comments = "# 1\na.b\n# 2\nformer a.old => a.b\n# 3\ntype Region => eu\n# 4\n";
    let old = lock(&["# 0", "a.<x: Gone>", comments]);
    let new = lock(&["a.b", "former a.old => a.b", "type my::Region => eu | us"]);
    let text = new.with_comments_of(&old).to_string();
    let (_, text) = text.split_once("purpose, delete its line.\n").unwrap();
    assert_eq!(
        text,
        "# 1\na.b\n# 3\ntype my::Region => eu | us\n# 2\nformer a.old => a.b\n# 0\n# 4\n"
    );
}

#[test]
fn a_lock_is_parsed_like_a_number() {
    let lock: Lock = "topics-lock 1 Bus\na.b\n".parse().unwrap();
    assert_eq!(lock.entries(), [entry("a.b")]);
    assert!("a.b".parse::<Lock>().is_err());
}

#[test]
fn types_of_payloads_and_replies_are_listed_once() {
    let lock = lock(&["a => P -> Q", "b => Q", "c", "d => A"]);
    assert_eq!(lock.payload_types(), ["A", "P", "Q"]);
}

#[test]
fn the_name_of_a_hierarchy_is_one_word() {
    for name in ["", " ", "a b", "a\nb", "a\0"] {
        let error = Lock::new(name, []).unwrap_err();
        let shown = name.escape_debug();
        let sentence = format!("`{shown}` cannot name a hierarchy; write one word");
        assert!(error.to_string().ends_with(&sentence), "{error}");
    }
    for name in ["BusTopic", "r#type", "日本"] {
        let lock = Lock::new(name, []).unwrap();
        assert_eq!(Lock::parse(&lock.to_string()), Ok(lock));
    }
}

// ---- laws, for whatever can be in a lock

fn placeholder(index: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        Just(format!("<p{index}>")),
        Just(format!("<q{index}>")),
        prop::sample::select(vec!["u32", "Of< => 2", "a::B"])
            .prop_map(move |of| format!("<p{index}: {of}>")),
        prop::sample::subsequence(vec!["a", "b", "c", "d"], 2..=4)
            .prop_shuffle()
            .prop_map(move |values| format!("<p{index}: {}>", values.join(" | "))),
    ]
}

fn template() -> impl Strategy<Value = String> {
    let literal = prop::sample::select(vec![
        "a",
        "b",
        "#",
        "\\",
        "=======",
        "<<<<<<<",
        "topics-lock",
    ]);
    let segment =
        move |index| prop_oneof![literal.clone().prop_map(str::to_owned), placeholder(index),];
    let tail = prop::option::of(Just("<rest..>".to_owned()));
    let segments = (segment.clone()(0), prop::option::of(segment(1)), tail);
    segments.prop_map(|(first, second, tail)| {
        let segments = [Some(first), second, tail];
        segments.into_iter().flatten().collect::<Vec<_>>().join(".")
    })
}

fn any_lock() -> impl Strategy<Value = Lock> {
    let payload = prop::option::of(prop::sample::select(vec![
        "P", "Q", "P => Q", "P -> Q", "#",
    ]));
    let entry = (template(), payload).prop_map(|(template, payload)| {
        let entry = entry(&template);
        payload.map_or(entry.clone(), |payload| entry.with_payload(payload))
    });
    let entries = prop::collection::vec(entry, 0..8);
    entries.prop_map(|entries| Lock::new("BusTopic", entries).unwrap())
}

fn any_lock_with_types() -> impl Strategy<Value = Lock> {
    let name = prop::sample::select(vec!["u32", "a::B", "Of< => 2"]);
    let texts = prop::sample::subsequence(vec!["a", "b", "=", "|"], 1..=3);
    let types = prop::collection::vec((name, texts), 0..3);
    (any_lock(), types).prop_map(|(lock, types)| {
        let types = types
            .into_iter()
            .filter_map(|(name, texts)| LockType::new(name, Texts::new(&texts.join(" | "))?));
        lock.with_types(types)
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read(lock in any_lock_with_types()) {
        let text = lock.to_string();
        let read = Lock::parse(&text).unwrap();
        prop_assert_eq!(&read, &lock);
        prop_assert_eq!(read.to_string(), text);
    }

    #[test]
    fn nothing_is_told_if_and_only_if_nothing_changed(
        old in any_lock_with_types(),
        new in any_lock_with_types(),
    ) {
        prop_assert!(old.changes_to(&old).is_empty());
        prop_assert_eq!(old.changes_to(&new).is_empty(), old == new);
    }

    /// Each entry is kept, or changed into one other, or gone; and none comes from nowhere.
    #[test]
    fn every_entry_is_accounted_for_once(
        old in any_lock_with_types(),
        new in any_lock_with_types(),
    ) {
        let changes = old.changes_to(&new);
        let pairs: BTreeSet<_> = changes.iter().map(|change| (change.before(), change.after())).collect();
        for (entries, others, side) in [(&old, &new, 0), (&new, &old, 1)] {
            for entry in entries.entries() {
                let is_kept = others.entries().contains(entry);
                let in_pairs = pairs.iter().filter(|(old, new)| [*old, *new][side] == Some(entry));
                prop_assert_eq!(in_pairs.count(), usize::from(!is_kept), "{}", entry);
            }
        }
    }

    /// What is added holds; taken away again, it breaks.
    #[test]
    fn an_addition_is_a_removal_backwards(old in any_lock(), more in any_lock()) {
        let all = old.entries().iter().chain(more.entries()).cloned();
        let new = Lock::new("BusTopic", all).unwrap();
        let forwards = old.changes_to(&new);
        prop_assert!(forwards.iter().all(|change| *change.kind() == ChangeKind::Added));
        let backwards = new.changes_to(&old);
        prop_assert!(backwards.iter().all(Change::is_breaking));
        let added: Vec<_> = forwards.iter().map(Change::after).collect();
        let removed: Vec<_> = backwards.iter().map(Change::before).collect();
        prop_assert_eq!(added, removed);
    }

    #[test]
    fn no_text_is_too_odd_to_be_read(text in "\\PC*|(topics-lock 1 B\n)?([a.<>:| =#\\\\\r\n]|=>|\u{feff}){0,60}") {
        match Lock::parse(&text) {
            Ok(lock) => prop_assert_eq!(Lock::parse(&lock.to_string()), Ok(lock)),
            Err(error) => {
                prop_assert!(error.line() >= 1 && error.line() <= text.lines().count());
                prop_assert_eq!(error.to_string().lines().count(), 1);
            }
        }
    }
}
