//! What the program answers, and with which exit code.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::{LOCK, file, topics};

#[test]
fn a_tree_shows_segments_payloads_and_replies() {
    let run = topics(&["tree", "-"], LOCK);
    assert_eq!(run.code, Some(0));
    assert!(run.out.starts_with("BusTopic\n├── a\n"), "{}", run.out);
    assert!(run.out.contains("└── b       => P -> R\n"), "{}", run.out);
}

#[test]
fn a_tree_as_json_is_an_object_for_each_template() {
    let run = topics(&["tree", "-", "--json"], LOCK);
    let first = run.out.lines().next();
    let expected = r#"{"hierarchy":"BusTopic","template":"a.<x: on | off>.b","payload":"P","reply":"R","first":false,"now":null}"#;
    assert_eq!((run.out.lines().count(), first), (6, Some(expected)));
}

#[test]
fn a_lock_that_cannot_be_read_is_an_error() {
    let run = topics(&["tree", "/nonexistent/topics.lock"], "");
    assert_eq!(run.code, Some(2));
    assert!(
        run.error.contains("cannot read `/nonexistent/topics.lock`"),
        "{}",
        run.error
    );
    let run = topics(&["tree", "-"], "no lock\n");
    assert_eq!(run.code, Some(2));
}

#[test]
fn standard_input_is_read_once() {
    for arguments in [
        &["check", "-"][..],
        &["diff", "-", "-"],
        &["tree", "-", "-"],
    ] {
        let run = topics(arguments, LOCK);
        assert_eq!(run.code, Some(2), "{arguments:?}: {}", run.out);
        assert!(run.error.contains("can be read only once"), "{}", run.error);
    }
}

#[test]
fn a_wrong_argument_is_an_error() {
    assert_eq!(topics(&["tre", "-"], LOCK).code, Some(2));
    assert_eq!(topics(&["match", "-", "a..b"], LOCK).code, Some(2));
}

#[test]
fn a_difference_is_grouped_by_whom_it_breaks() {
    let old = file("grouped_old.lock", LOCK);
    let new = LOCK
        .replace("=> P ->", "=> Q ->")
        .replace("system.bus.health\n", "");
    let run = topics(&["diff", &old, "-"], &new);
    assert_eq!(run.code, Some(1));
    let expected = format!(
        "Breaks subscribers\n  {old}:2: the payload of `a.<x: on | off>.b` was `P` and is `Q`\n"
    );
    assert!(run.out.starts_with(&expected), "{}", run.out);
    assert!(run.out.contains("Breaks publishers\n"), "{}", run.out);
    assert!(
        run.out.ends_with("2 breaking, 0 compatible\n"),
        "{}",
        run.out
    );
}

#[test]
fn a_difference_that_breaks_nobody_is_a_yes() {
    let old = file("yes_old.lock", LOCK);
    let run = topics(&["diff", &old, "-"], &format!("{LOCK}new.<id>\n"));
    assert_eq!(
        (run.code, run.out.as_str()),
        (
            Some(0),
            "Compatible\n  `new.<id>` is new\n0 breaking, 1 compatible\n"
        )
    );
}

#[test]
fn a_difference_that_breaks_only_code_is_a_yes_and_counted_as_that() {
    let old = file("code_old.lock", "topics-lock 1 Bus\na.<x>\n");
    let run = topics(&["diff", &old, "-"], "topics-lock 1 Bus\na.<y>\n");
    let expected = format!(
        "Breaks code\n  {old}:2: `<x>` of `a.<y>` is now named `<y>`\n\
         0 breaking, 1 breaking only code, 0 compatible\n"
    );
    assert_eq!((run.code, run.out), (Some(0), expected));
}

#[test]
fn a_breaking_change_is_an_annotation_on_github() {
    let old = file("github_old.lock", LOCK);
    let new = file("github_new.lock", &LOCK.replace("system.bus.health\n", ""));
    let run = topics(&["diff", "--format", "github", &old, &new], "");
    assert_eq!(run.code, Some(1));
    let expected = format!("::error file={new},title=breaks subscribers and publishers::");
    assert!(run.out.starts_with(&expected), "{}", run.out);
}

#[test]
fn a_difference_tells_what_changed_in_the_shape_of_a_payload() {
    let [old, new] = ["shapes_old", "shapes_new"].map(|name| {
        let of = if name == "shapes_old" { "integer" } else { "string" };
        let shapes = format!(
            r#"{{"read":{{"P":{{"type":"object","properties":{{"n":{{"type":"{of}"}}}},"required":["n"]}}}}}}"#
        );
        file(&format!("{name}.schemas.json"), &shapes);
        file(&format!("{name}.lock"), LOCK)
    });
    let run = topics(&["diff", &old, &new], "");
    assert_eq!(
        (run.code, run.out.as_str()),
        (
            Some(1),
            "Breaks subscribers\n  `P.n` may be a string now, and readers of the old shape refuse that\n\
             Breaks publishers\n  `P.n` may be an integer in messages of the old shape, and readers now refuse that\n\
             2 breaking, 0 compatible\n"
        )
    );
    let document = topics(&["export", "asyncapi", "--json", &new], "").out;
    assert!(
        document.contains(r##""payload":{"$ref":"#/components/schemas/P"}"##),
        "{document}"
    );
}

/// Runs git in a folder of the test.
fn git(folder: &Path, arguments: &[&str]) {
    let user = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
    let git = Command::new("git")
        .args(user)
        .args(arguments)
        .current_dir(folder)
        .output();
    assert!(git.is_ok_and(|git| git.status.success()), "{arguments:?}");
}

/// The command of the workflow in the guide, as it runs on a pull request.
#[test]
fn the_workflow_annotates_a_pull_request() {
    let workflow = include_str!("../../topics/doc/topics-diff.yml");
    let mut steps = workflow
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- run: "));
    let command = steps
        .find(|step| step.starts_with("topics "))
        .expect("a step");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("workflow");
    let _ = fs::remove_dir_all(&folder);
    let (origin, clone) = (folder.join("origin"), folder.join("clone"));
    fs::create_dir_all(&origin).expect("a folder of the test");
    git(&origin, &["init", "--quiet", "--initial-branch", "main"]);
    fs::write(origin.join("topics.lock"), LOCK).expect("a file of the test");
    git(&origin, &["add", "."]);
    git(&origin, &["commit", "--quiet", "--message", "a lock"]);
    git(&folder, &["clone", "--quiet", "origin", "clone"]);
    let run = |lock: &str| {
        fs::write(clone.join("topics.lock"), lock).expect("a file of the test");
        let program = Path::new(env!("CARGO_BIN_EXE_topics"))
            .parent()
            .expect("a folder");
        let path = format!("{}:{}", program.display(), env!("PATH"));
        let output = Command::new("bash")
            .args(["-e", "-c", command])
            .current_dir(&clone)
            .envs([("PATH", path.as_str()), ("GITHUB_BASE_REF", "main")])
            .output()
            .expect("`bash` runs");
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
        )
    };
    assert_eq!(run(LOCK), (Some(0), String::new()));
    let (code, said) = run(&LOCK.replace("system.bus.health\n", ""));
    let expected = "::error file=topics.lock,title=breaks subscribers and publishers::";
    assert!(
        code == Some(1) && said.starts_with(expected),
        "{code:?} {said}"
    );
}

#[test]
fn an_old_lock_can_be_that_of_a_revision() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("revisions");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("bus")).expect("a folder of the test");
    let git = |arguments: &[&str]| git(&folder, arguments);
    git(&["init", "--quiet"]);
    git(&["commit", "--quiet", "--allow-empty", "--message", "nothing"]);
    let lock = folder.join("bus/topics.lock");
    let write = |text: &str| fs::write(&lock, text).expect("a file of the test");
    write(LOCK);
    let lock = lock.to_str().expect("UTF-8");
    // What the revision does not have was not recorded.
    let run = topics(&["diff", "git:HEAD", lock], "");
    assert_eq!((run.code, run.error.as_str()), (Some(0), ""));
    assert!(
        run.out.ends_with("0 breaking, 7 compatible\n"),
        "{}",
        run.out
    );

    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "a lock"]);
    write(&LOCK.replace("system.bus.health\n", ""));
    let run = topics(&["diff", "git:HEAD", lock], "");
    assert_eq!(run.code, Some(1));
    let expected = format!("  HEAD:{lock}:7: `system.bus.health` is gone");
    assert!(run.out.contains(&expected), "{}", run.out);

    let path = format!(": the path comes from `{lock}`, so write only the revision, `git:HEAD`");
    for (revision, advice) in [
        ("nonexistent", ""),
        ("--output=x", ""),
        ("", ""),
        (":bus/topics.lock", ""),
        ("HEAD:bus/topics.lock", &path),
    ] {
        let run = topics(&["diff", &format!("git:{revision}"), lock], "");
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        let expected =
            format!("topics: cannot read `{lock}` at `{revision}`{advice}; git says: fatal: ");
        assert!(run.error.starts_with(&expected), "{}", run.error);
    }
}

#[test]
fn a_lock_that_the_compiler_cannot_read_is_an_error_here_too() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui-tests/fail/lock");
    let mut refused = 0;
    for entry in fs::read_dir(folder).expect("the folder of the UI tests") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "lock") {
            continue;
        }
        let text = fs::read_to_string(&path);
        let is_read = text.is_ok_and(|text| topics::lock::Lock::parse(&text).is_ok());
        let path = path.to_str().expect("UTF-8");
        let expected = if is_read { 0 } else { 2 };
        assert_eq!(topics(&["tree", path], "").code, Some(expected), "{path}");
        refused += u32::from(!is_read);
    }
    assert!(refused > 3);
}

#[test]
fn names_that_are_topics_are_counted_by_template() {
    let lock = file("counted.lock", LOCK);
    let run = topics(
        &["check", &lock, "--json"],
        "a.on.b\na.off.b\nobs.a.b.c\nsystem.bus.health\n",
    );
    assert_eq!(run.code, Some(0));
    for line in [
        r#"{"template":"a.<x: on | off>.b","count":2}"#,
        r#"{"template":"system.bus.health","count":1}"#,
        r#"{"template":"system.<worker>.health","count":0}"#,
        r#"{"names":4,"rejected":0,"reasons":{}}"#,
    ] {
        assert!(
            run.out.lines().any(|other| other == line),
            "{line}\n{}",
            run.out
        );
    }
}

#[test]
fn a_name_that_is_no_topic_has_its_line_the_reason_and_the_nearest_template() {
    let lock = file("rejected.lock", LOCK);
    let run = topics(
        &["check", &lock],
        "a.on.b\na.no.b\nsystem.bus.heath\na..b\nn.256.p\n",
    );
    assert_eq!(run.code, Some(1));
    for line in [
        "standard input:2: `a.no.b`: `no` is not a value of `<x>`; nearest: a.<x: on | off>.b",
        "standard input:3: `system.bus.heath`: no such topic; nearest: system.bus.health",
        "standard input:4: `a..b`: empty segment at byte 2; nearest: a.<x: on | off>.b",
        "standard input:5: `n.256.p`: `256` is not a value of `<n>`; nearest: n.<n: u8>.<t: T>",
    ] {
        assert!(
            run.out.lines().any(|other| other == line),
            "{line}\n{}",
            run.out
        );
    }
}

#[test]
fn names_are_read_from_a_file() {
    let lock = file("of_file.lock", LOCK);
    let names = file("names.txt", "a.on.b\na.no.b\n");
    let run = topics(&["check", &lock, &names], "");
    assert_eq!(run.code, Some(1));
    let rejected = format!("{names}:2: `a.no.b`: `no` is not a value of `<x>`");
    assert!(run.out.contains(&rejected), "{}", run.out);
    for path in ["/nonexistent/names.txt", env!("CARGO_TARGET_TMPDIR")] {
        let run = topics(&["check", &lock, path], "");
        assert_eq!(run.code, Some(2));
        let sentence = format!("cannot read `{path}`");
        assert!(run.error.contains(&sentence), "{}", run.error);
    }
}

#[test]
fn each_kind_of_rejection_is_counted() {
    let lock = file("reasons.lock", LOCK);
    let input = "no.such\na.no.b\n\na..b\na.*\na b\na\u{1}b\na\u{fffd}\n";
    let run = topics(&["check", &lock, "--json"], input);
    assert_eq!(run.code, Some(1));
    let first = run.out.lines().next();
    let expected = r#"{"rejected":"no.such","reason":"no such topic","nearest":null,"line":1}"#;
    assert_eq!(first, Some(expected));
    for line in [
        r#"{"rejected":"a.no.b","reason":"`no` is not a value of `<x>`","nearest":"a.<x: on | off>.b","line":2}"#,
        r#"{"rejected":"a b","reason":"whitespace at byte 1","nearest":"a.<x: on | off>.b","line":6}"#,
    ] {
        assert!(run.out.lines().any(|other| other == line), "{}", run.out);
    }
    let last: serde_json::Value =
        serde_json::from_str(run.out.lines().last().unwrap_or_default()).unwrap();
    for reason in [
        "no such topic",
        "no such value",
        "empty line",
        "empty segment",
        "wildcard",
        "whitespace",
        "control character",
        "replacement character",
    ] {
        assert_eq!(last["reasons"][reason], 1, "{reason}: {last}");
    }
    let quiet = topics(&["check", &lock, "--json", "--no-rejects"], input);
    assert!(!quiet.out.contains("\"rejected\":\""), "{}", quiet.out);
}

#[test]
fn the_names_in_a_field_of_json_are_checked() {
    let lock = file("field.lock", LOCK);
    let input = "{\"subject\":\"a.on.b\"}\n{\"other\":1}\n";
    let run = topics(&["check", &lock, "-", "--field", "subject"], input);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out
            .contains("standard input:2: `{\"other\":1}`: no such field\n"),
        "{}",
        run.out
    );
}

#[test]
fn a_pattern_has_the_templates_that_it_can_receive() {
    let run = topics(&["match", "-", "system.>", "system.bus.*"], LOCK);
    assert_eq!(run.code, Some(0));
    let expected = "system.>\n  system.<worker>.health\n  system.bus.health\nsystem.bus.*\n";
    assert!(run.out.starts_with(expected), "{}", run.out);
    assert!(
        run.out
            .contains("Overlapping patterns\n  system.> and system.bus.*\n"),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("Templates that are not fully received\n  a.<x: on | off>.b\n"),
        "{}",
        run.out
    );
}

#[test]
fn what_patterns_receive_is_told_as_json() {
    let run = topics(&["match", "-", "system.>", "system.bus.*", "--json"], LOCK);
    let expected = [
        r#"{"pattern":"system.>","receives":["system.<worker>.health","system.bus.health"]}"#,
        r#"{"pattern":"system.bus.*","receives":["system.bus.health"]}"#,
        r#"{"overlap":["system.>","system.bus.*"]}"#,
        r#"{"missed":"a.<x: on | off>.b"}"#,
        r#"{"missed":"a.<x>.c"}"#,
        r#"{"missed":"n.<n: u8>.<t: T>"}"#,
        r#"{"missed":"obs.<rest..>"}"#,
    ];
    assert_eq!(run.out.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_pattern_that_receives_nothing_is_a_no() {
    let run = topics(&["match", "-", "system.bus.heath"], LOCK);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("the nearest is system.bus.health"),
        "{}",
        run.out
    );
}

#[test]
fn the_subjects_of_a_stream_do_not_overlap() {
    let run = topics(&["export", "nats-subjects", "-"], LOCK);
    assert_eq!(run.out, "a.*.b\na.*.c\nn.*.*\nobs.>\nsystem.*.health\n");
}

#[test]
fn a_reference_page_has_a_row_for_each_topic() {
    let run = topics(&["export", "markdown", "-"], LOCK);
    assert!(
        run.out
            .contains("\n| `a.<x: on \\| off>.b` | `P` | `R` |\n"),
        "{}",
        run.out
    );
}

#[test]
fn a_role_may_publish_only_what_the_hierarchy_has() {
    let role = file(
        "publish.role",
        "publish a.*.b\nsubscribe system.> workers\n",
    );
    let run = topics(
        &["export", "nats-permissions", "-", "--role", &role, "--json"],
        LOCK,
    );
    let expected = r#"{"permissions":{"publish":{"allow":["a.on.b","a.off.b"]},"subscribe":{"allow":["system.> workers","_INBOX.>"]}}}"#;
    assert_eq!(run.out.trim_end(), expected);
}

#[test]
fn a_role_may_answer_within_limits() {
    for (line, expected) in [
        ("allow_responses", "true"),
        ("allow_responses 2", r#"{"max":2}"#),
        ("allow_responses 2 90s", r#"{"max":2,"ttl":"90s"}"#),
    ] {
        let role = file("responses.role", line);
        let arguments = ["export", "nats-permissions", "-", "--role", &role, "--json"];
        let run = topics(&arguments, LOCK);
        let expected = format!(r#""allow_responses":{expected}"#);
        assert!(run.out.contains(&expected), "{} {}", run.out, run.error);
    }
    for (line, sentence) in [
        ("allow_responses many", "not a number of responses"),
        (
            "allow_responses 2 soon",
            "`soon` is not a time such as `90s`",
        ),
        ("allow_responses 2 s", "`s` is not a time such as `90s`"),
        ("allow_responses 1 2s 3", "expected `publish PATTERN`"),
        ("publish", "expected `publish PATTERN`"),
        ("publish zzzzzz.>", "no topic can match `zzzzzz.>`"),
    ] {
        let role = file("responses_broken.role", line);
        let run = topics(&["export", "nats-permissions", "-", "--role", &role], LOCK);
        assert_eq!(run.code, Some(2), "{line}");
        assert!(run.error.contains(sentence), "{}", run.error);
    }
}

#[test]
fn the_values_that_a_type_lists_are_written_out() {
    let role = file("listed.role", "publish n.*.*\n");
    let arguments = ["export", "nats-permissions", "-", "--role", &role, "--json"];
    let run = topics(&arguments, LOCK);
    assert!(
        run.out.contains(r#"{"allow":["n.*.p","n.*.q"]}"#),
        "{}",
        run.out
    );
    let role = file("unlisted.role", "publish n.7.other\n");
    let run = topics(&["export", "nats-permissions", "-", "--role", &role], LOCK);
    assert_eq!(run.code, Some(2), "{}", run.out);
    assert_eq!(topics(&["match", "-", "n.7.other"], LOCK).code, Some(1));
    assert_eq!(topics(&["match", "-", "n.7.q"], LOCK).code, Some(0));
}

#[test]
fn a_pattern_whose_literal_no_type_takes_receives_nothing() {
    let lock = "topics-lock 1 B\nlab.<device: Device>.state\nlab.<device: Device>.log.<rest..>\n\
                type Device => dev-<u32>\n";
    for (pattern, code) in [
        ("lab.dev-7.state", 0),
        ("lab.*.state", 0),
        ("lab.dev-7.>", 0),
        ("lab.dev-7.log.7.x", 0),
        ("lab.7.state", 1),
        ("lab.dev-x.state", 1),
        ("lab.7.>", 1),
        ("lab.7.log.x", 1),
    ] {
        let run = topics(&["match", "-", pattern], lock);
        assert_eq!(run.code, Some(code), "{pattern}: {}", run.out);
    }
    let role = file("spelled.role", "publish lab.7.state\n");
    let run = topics(&["export", "nats-permissions", "-", "--role", &role], lock);
    assert_eq!(run.code, Some(2), "{}", run.out);
    let sentence = "no topic can match `lab.7.state`";
    assert!(run.error.contains(sentence), "{}", run.error);
}

#[test]
fn a_role_with_an_unknown_pattern_is_an_error() {
    let role = file("unknown.role", "# a comment\npublish system.bus.heath\n");
    let run = topics(&["export", "nats-permissions", "-", "--role", &role], LOCK);
    assert_eq!(run.code, Some(2));
    assert!(run.error.contains("line 2"), "{}", run.error);
    assert!(
        run.error.contains("the nearest is `system.bus.health`"),
        "{}",
        run.error
    );
}

#[test]
fn a_mapping_carries_old_names_to_new_ones() {
    let old = file("mapping_old.lock", "topics-lock 1 B\nworker.<id>.health\n");
    let new = file("mapping_new.lock", "topics-lock 1 B\nsystem.<id>.health\n");
    let run = topics(
        &["export", "nats-mapping", &new, "--from", &old, "--json"],
        "",
    );
    let expected = r#"{"mappings":{"worker.*.health":"system.{{wildcard(1)}}.health"}}"#;
    assert_eq!((run.code, run.out.trim_end()), (Some(0), expected));
}

#[test]
fn a_former_name_is_shown_with_its_successor_and_mapped_to_it() {
    let lock = "topics-lock 1 B\nlog\nsystem.<id>.<state: on | off>\nworker.<state: on | off>.<id>\n\
                former worker.<state: on | off>.<id> => system.<id>.<state: on | off>\n";
    let run = topics(&["export", "nats-mapping", "-", "--json"], lock);
    let expected = r#"{"mappings":{"worker.*.*":"system.{{wildcard(2)}}.{{wildcard(1)}}"}}"#;
    assert_eq!((run.code, run.out.trim_end()), (Some(0), expected));
    let tree = topics(&["tree", "-"], lock).out;
    assert!(
        tree.contains("<id>  (now system.<id>.<state: on | off>)\n"),
        "{tree}"
    );
    let page = topics(&["export", "markdown", "-"], lock).out;
    let expected = "\n## Former names\n\n| former name | now |\n| --- | --- |\n\
                    | `worker.<state: on \\| off>.<id>` | `system.<id>.<state: on \\| off>` |\n";
    assert!(
        page.ends_with(expected) && page.matches("worker").count() == 1,
        "{page}"
    );
    let document = topics(&["export", "asyncapi", "-", "--json"], lock).out;
    let expected = r#""x-former-name-of":"system.<id>.<state: on | off>""#;
    assert_eq!(document.matches(expected).count(), 1, "{document}");
}

#[test]
fn a_former_value_is_a_topic_and_mapped_to_its_successor() {
    let lock = "topics-lock 1 B\njob.<id>.<state: queued | applied was done>\nload.<region: Region>.<rest..>\n\
                type Region => europe was eu | us\n";
    let run = topics(&["export", "nats-mapping", "-", "--json"], lock);
    let expected =
        r#"{"mappings":{"job.*.done":"job.{{wildcard(1)}}.applied","load.eu.>":"load.europe.>"}}"#;
    assert_eq!((run.code, run.out.trim_end()), (Some(0), expected));
    assert_eq!(topics(&["match", "-", "job.*.done"], lock).code, Some(0));
    assert_eq!(
        topics(&["match", "-", "load.eu.>", "load.asia.>"], lock).code,
        Some(1)
    );
    let path = file("former_values.lock", lock);
    assert_eq!(
        topics(&["check", &path], "job.7.done\nload.eu.x\n").code,
        Some(0)
    );
    let role = file("former_values.role", "publish job.*.*\n");
    let run = topics(
        &["export", "nats-permissions", "-", "--role", &role, "--json"],
        lock,
    );
    assert!(
        run.out
            .contains(r#"["job.*.queued","job.*.applied","job.*.done"]"#),
        "{}",
        run.out
    );
}

#[test]
fn without_former_names_there_is_nothing_to_map() {
    let run = topics(&["export", "nats-mapping", "-", "--json"], LOCK);
    assert_eq!(
        (run.code, run.out.trim_end()),
        (Some(0), r#"{"mappings":{}}"#)
    );
}

#[test]
fn a_mapping_takes_no_topic_away_that_is_still_declared() {
    let old = file("taken_old.lock", "topics-lock 1 B\na.<x>\na.b\n");
    let new = file("taken_new.lock", "topics-lock 1 B\na.b\nc.<x>\n");
    let run = topics(
        &["export", "nats-mapping", &new, "--from", &old, "--json"],
        "",
    );
    assert_eq!(
        (run.code, run.out.trim_end()),
        (Some(1), r#"{"mappings":{}}"#)
    );
}

/// Runs a program that may not be installed; what it prints, if it is.
fn run_if_installed(program: &str, arguments: &[&str]) -> Option<(bool, String)> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let said =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    Some((output.status.success(), said.concat()))
}

#[test]
fn shells_complete_commands_and_options() {
    for (shell, options, load) in [
        ("bash", "--norc", ""),
        ("zsh", "-f", "autoload -U compinit && compinit -u -D && "),
        ("fish", "--no-config", ""),
    ] {
        let script = topics(&["completions", shell], "").out;
        let path = file(&format!("completions.{shell}"), &script);
        let ask = match shell {
            "bash" => {
                "complete_with() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _topics topics \"${@: -1}\" \"${@: -2:1}\"; \
                 echo \"${COMPREPLY[@]}\"; }; \
                 complete_with topics export nats-; complete_with topics watch x --tls-"
            }
            "zsh" => {
                "print $_comps[topics]; whence _topics__subcmd__export_commands _topics_commands"
            }
            _ => "complete -C 'topics export nats-'; complete -C 'topics watch x --tls-'",
        };
        let command = format!("{load}source {path}; {ask}");
        let Some((is_success, said)) = run_if_installed(shell, &[options, "-c", &command]) else {
            continue;
        };
        assert!(is_success, "{shell}: {said}");
        let expected: &[&str] = match shell {
            "zsh" => &["_topics", "_topics_commands"],
            _ => &[
                "nats-permissions",
                "nats-subjects",
                "nats-mapping",
                "--tls-ca",
                "--tls-key",
            ],
        };
        for word in expected {
            assert!(said.contains(word), "{shell}: {said}");
        }
    }
}

#[test]
fn the_man_page_has_all_commands_and_options_and_renders_without_warnings() {
    let page = topics(&["man"], "").out;
    for part in [
        "TOPICS EXPORT NATS\\-PERMISSIONS",
        "\\-\\-tls\\-ca",
        "topics watch",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let path = file("topics.1", &page);
    if let Some((is_success, said)) = run_if_installed("mandoc", &["-Tlint", "-Wwarning", &path]) {
        assert!(is_success, "{said}");
    }
}
