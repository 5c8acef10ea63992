//! What a live NATS server does with the exports, and what `watch` sees on it.
//!
//! Needs the server's program, which is installed if it isn't there; `TOPICS_SKIP_NATS=1` leaves these tests out.

#[path = "support/server.rs"]
mod server;
mod support;

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use data_encoding::BASE64URL_NOPAD;
use nkeys::KeyPair;
use server::{Server, is_skipped};
use support::{LOCK, file, topics};

#[test]
fn a_server_allows_and_refuses_what_the_role_says() {
    if is_skipped() {
        return;
    }
    let role = file("live.role", "publish a.*.b\nsubscribe system.> workers\n");
    let permissions = topics(&["export", "nats-permissions", "-", "--role", &role], LOCK).out;
    let users =
        format!("authorization {{ users: [ {{ user: u, password: p, {permissions} }} ] }}\n");
    let server = Server::start(&file("live_role.conf", &users));
    let mut client = server.connect(r#"{"user":"u","pass":"p","verbose":false}"#);
    for allowed in [
        "PUB a.on.b 0\r\n\r\n",
        "SUB system.> workers 1\r\n",
        "SUB _INBOX.x 2\r\n",
    ] {
        client.send(allowed);
        assert_eq!(client.said(), [""; 0], "{allowed}");
    }
    for refused in [
        "PUB a.no.b 0\r\n\r\n",
        "PUB a.on.c 0\r\n\r\n",
        "PUB system.bus.health 0\r\n\r\n",
        "SUB system.> 3\r\n",
        "SUB system.> others 4\r\n",
        "SUB a.> 5\r\n",
    ] {
        client.send(refused);
        let said = client.said().concat();
        assert!(said.contains("Permissions Violation"), "{refused}: {said}");
    }
}

#[test]
fn a_message_of_an_old_publisher_reaches_a_new_subscriber() {
    if is_skipped() {
        return;
    }
    // One of the former names is recorded by the new lock, one has gone since the old lock.
    let old = file("live_old.lock", "topics-lock 1 B\nobserve.<k>.<rest..>\n");
    let new = file(
        "live_new.lock",
        "topics-lock 1 B\njob.<id>.<state: queued | applied was done>.<rest..>\nsystem.<id>.health\nobserved.<k>.<rest..>\nworker.<id>.health\n\
         former worker.<id>.health => system.<id>.health\n",
    );
    let mapping = topics(&["export", "nats-mapping", &new, "--from", &old], "").out;
    let server = Server::start(&file("live_mapping.conf", &mapping));
    let mut client = server.connect("{\"verbose\":false}");
    client.send("SUB system.*.health 1\r\nSUB observed.> 2\r\nSUB job.*.applied.> 3\r\n");
    client.publish("worker.mutator.health", "hi");
    client.publish("observe.dns.a.b", "hi");
    client.publish("job.7.done.x.y", "hi");
    let said = client.said();
    let expected = [
        "MSG system.mutator.health 1 2",
        "MSG observed.dns.a.b 2 2",
        "MSG job.7.applied.x.y 3 2",
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_stream_of_the_subjects_takes_every_topic() {
    if is_skipped() {
        return;
    }
    let store = concat!(env!("CARGO_TARGET_TMPDIR"), "/jetstream");
    let configuration = format!("jetstream {{ store_dir: \"{store}\" }}\n");
    let server = Server::start(&file("live_stream.conf", &configuration));
    let mut client = server.connect("{\"verbose\":false}");
    let subjects = topics(&["export", "nats-subjects", "-", "--json"], LOCK).out;
    let subjects = subjects.trim_end().replace('\n', ",");
    let stream = format!("{{\"name\":\"S\",\"storage\":\"memory\",\"subjects\":[{subjects}]}}");
    let created = client.request("$JS.API.STREAM.CREATE.S", &stream);
    assert!(!created.contains("\"error\""), "{created}");
    let names = [
        "a.on.b",
        "a.x.c",
        "n.7.p",
        "obs.a.b.c",
        "system.m.health",
        "system.bus.health",
    ];
    for name in names {
        let stored = client.request(name, "hi");
        assert!(stored.contains("\"seq\""), "{name}: {stored}");
    }
}

#[test]
fn watch_counts_messages_and_shows_names_that_are_not_declared() {
    if is_skipped() {
        return;
    }
    let server = Server::start(&file("live_watch.conf", "\n"));
    let former = "job.<state: queued | applied was done>\nworker.<worker>.health\nformer worker.<worker>.health => system.<worker>.health\n";
    let lock = file("live_watch.lock", &format!("{LOCK}{former}"));
    let url = format!("nats://{}", server.address);
    let watch = Command::new(env!("CARGO_BIN_EXE_topics"))
        .args([
            "watch", &lock, "--server", &url, "--root", "prod", "--for", "3s", "--every", "1s",
        ])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut client = server.connect("{\"verbose\":false}");
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(2) {
        for name in [
            "prod.a.on.b",
            "prod.system.buss",
            "prod.worker.x.health",
            "prod.job.done",
            "prod.$JS.API.INFO",
            "dev.a.on.b",
        ] {
            client.publish(name, "hello");
        }
        thread::sleep(Duration::from_millis(50));
    }
    let output = watch.wait_with_output().expect("the program ends");
    let out = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{out}");
    assert!(out.contains("`system.buss`: no such topic"), "{out}");
    assert!(out.contains(" (under `prod`)\n"), "{out}");
    assert!(!out.contains("$JS"), "{out}");
    assert!(!out.contains("dev.a"), "{out}");
    // A line a second, and the table in the end.
    assert!(out.matches("\na.<x: on | off>.b: ").count() >= 1, "{out}");
    assert!(out.contains("Templates that nobody published\n"), "{out}");
    let (_, silent) = out
        .split_once("Templates that nobody published\n")
        .expect("a list");
    let (silent, former) = silent
        .split_once("Former names that are still in use\n")
        .expect("a list");
    assert!(out.contains("  done of <state>, now applied\n"), "{out}");
    assert!(!silent.contains("worker."), "{out}");
    assert!(
        former.contains("  worker.<worker>.health, now system.<worker>.health\n"),
        "{out}"
    );
}

#[test]
fn watch_counts_messages_under_many_roots() {
    if is_skipped() {
        return;
    }
    let server = Server::start(&file("live_roots.conf", "\n"));
    let lock = file("live_roots.lock", LOCK);
    let url = format!("nats://{}", server.address);
    let watch = Command::new(env!("CARGO_BIN_EXE_topics"))
        .args([
            "watch", &lock, "--server", &url, "--root", "prod.*", "--for", "2s", "--json",
        ])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut client = server.connect("{\"verbose\":false}");
    for _ in 0..15 {
        for name in [
            "prod.acme.a.on.b",
            "prod.umbrella.a.on.b",
            "prod.acme.nothing",
            "prod.a.on.b",
            "dev.acme.elsewhere",
        ] {
            client.publish(name, "hello");
        }
        thread::sleep(Duration::from_millis(100));
    }
    let output = watch.wait_with_output().expect("the program ends");
    let out = String::from_utf8_lossy(&output.stdout);
    let mut rejected = out.lines().filter(|line| line.contains("\"rejected\""));
    // `a` of the name without a tenant is taken for one.
    let first = rejected.next().expect("an undeclared name");
    assert!(first.contains("\"rejected\":\"nothing\""), "{out}");
    assert!(first.contains("\"root\":\"prod.acme\""), "{out}");
    let second = rejected.next().expect("another undeclared name");
    assert!(second.contains("\"rejected\":\"on.b\""), "{out}");
    assert!(!out.contains("elsewhere"), "{out}");
    assert!(out.contains("\"a.<x: on | off>.b\""), "{out}");
}

#[cfg(unix)]
#[test]
fn watch_ends_with_a_summary_when_it_is_interrupted() {
    if is_skipped() {
        return;
    }
    let server = Server::start(&file("live_interrupt.conf", "\n"));
    let lock = file("live_interrupt.lock", LOCK);
    let url = format!("nats://{}", server.address);
    let watch = Command::new(env!("CARGO_BIN_EXE_topics"))
        .args(["watch", &lock, "--server", &url])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut client = server.connect("{\"verbose\":false}");
    for _ in 0..20 {
        client.publish("a.on.b", "hello");
        thread::sleep(Duration::from_millis(100));
    }
    let pid = watch.id().to_string();
    let kill = Command::new("kill").args(["-INT", &pid]).status();
    assert!(kill.is_ok_and(|kill| kill.success()));
    let output = watch.wait_with_output().expect("the program ends");
    let out = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{out}");
    let (_, silent) = out
        .split_once("Templates that nobody published\n")
        .expect("a list");
    assert!(
        !silent.contains("a.<x: on | off>.b") && silent.contains("a.<x>.c"),
        "{out}"
    );
}

/// Makes an authority, and a certificate of it for the server and one for the client; false without `openssl`.
fn make_certificates(folder: &str) -> bool {
    std::fs::create_dir_all(folder).expect("a folder of the test");
    let script = "set -e
        openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=authority -keyout ca.key -out ca.pem
        for name in server client; do
            openssl req -newkey rsa:2048 -nodes -subj /CN=$name -keyout $name.key -out $name.csr
            printf 'subjectAltName=DNS:localhost,IP:127.0.0.1' > $name.ext
            openssl x509 -req -days 2 -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile $name.ext -out $name.pem
        done";
    let openssl = Command::new("sh")
        .args(["-c", script])
        .current_dir(folder)
        .output();
    openssl.is_ok_and(|openssl| openssl.status.success())
}

#[test]
fn watch_knows_a_server_by_its_certificate_and_shows_its_own() {
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/tls");
    if is_skipped() || !make_certificates(folder) {
        return;
    }
    let of = |name: &str| format!("{folder}/{name}");
    let (ca, cert, key) = (of("ca.pem"), of("client.pem"), of("client.key"));
    let configuration = format!(
        "tls {{ cert_file: \"{}\", key_file: \"{}\", ca_file: \"{ca}\", verify: true }}\n",
        of("server.pem"),
        of("server.key"),
    );
    let server = Server::start(&file("live_tls.conf", &configuration));
    let lock = file("live_tls.lock", LOCK);
    let url = format!("tls://{}", server.address);
    let run = |options: &[&str]| {
        let watch = ["watch", lock.as_str(), "--server", &url, "--for", "1s"];
        topics(&[&watch, options].concat(), "")
    };
    let both = run(&["--tls-ca", &ca, "--tls-cert", &cert, "--tls-key", &key]);
    assert_eq!(both.code, Some(0), "{}{}", both.out, both.error);
    // The server is not known, the client shows nothing, and half of what it needs is no command.
    for refused in [
        &["--tls-cert", cert.as_str(), "--tls-key", &key][..],
        &["--tls-ca", &ca],
        &["--tls-ca", &ca, "--tls-cert", &cert],
        &["--creds", "/nonexistent/x.creds"],
    ] {
        let run = run(refused);
        assert_eq!(run.code, Some(2), "{refused:?}: {}{}", run.out, run.error);
    }
}

/// A token, signed with a key, which says these claims of another key.
fn token(issuer: &KeyPair, subject: &KeyPair, name: &str, claims: &serde_json::Value) -> String {
    let header = serde_json::json!({ "typ": "JWT", "alg": "ed25519-nkey" });
    let body = serde_json::json!({
        "jti": name, "iat": 1_700_000_000, "name": name, "nats": claims,
        "iss": issuer.public_key(), "sub": subject.public_key(),
    });
    let [header, body] =
        [header, body].map(|part| BASE64URL_NOPAD.encode(part.to_string().as_bytes()));
    let signed = format!("{header}.{body}");
    let signature = issuer.sign(signed.as_bytes()).expect("the seed is there");
    format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature))
}

/// The file of a user's credentials.
fn credentials(token: &str, user: &KeyPair) -> String {
    let seed = user.seed().expect("the seed is there");
    format!(
        "-----BEGIN NATS USER JWT-----\n{token}\n------END NATS USER JWT------\n\n\
         -----BEGIN USER NKEY SEED-----\n{seed}\n------END USER NKEY SEED------\n"
    )
}

#[test]
fn watch_shows_its_credentials() {
    if is_skipped() {
        return;
    }
    let (operator, account) = (KeyPair::new_operator(), KeyPair::new_account());
    let (user, stranger) = (KeyPair::new_user(), KeyPair::new_account());
    let of_operator = serde_json::json!({ "type": "operator", "version": 2 });
    let of_account = serde_json::json!({ "type": "account", "version": 2, "limits": {
        "subs": -1, "data": -1, "payload": -1, "imports": -1, "exports": -1, "wildcards": true, "conn": -1, "leaf": -1,
    } });
    let of_user = serde_json::json!({ "type": "user", "version": 2, "pub": {}, "sub": {}, "subs": -1, "data": -1, "payload": -1 });
    let configuration = format!(
        "operator: {}\nresolver: MEMORY\nresolver_preload: {{ {}: {} }}\n",
        token(&operator, &operator, "O", &of_operator),
        account.public_key(),
        token(&operator, &account, "A", &of_account),
    );
    let server = Server::start(&file("live_creds.conf", &configuration));
    let lock = file("live_creds.lock", LOCK);
    let url = format!("nats://{}", server.address);
    for (name, issuer, code) in [("known", &account, 0), ("unknown", &stranger, 2)] {
        let token = token(issuer, &user, "U", &of_user);
        let creds = file(&format!("live_{name}.creds"), &credentials(&token, &user));
        let run = topics(
            &[
                "watch", &lock, "--server", &url, "--creds", &creds, "--for", "1s",
            ],
            "",
        );
        assert_eq!(run.code, Some(code), "{name}: {}{}", run.out, run.error);
    }
}

#[test]
fn watch_takes_a_user_or_a_token_from_the_address() {
    if is_skipped() {
        return;
    }
    let users = r#"authorization { users: [ { user: u, password: "p@/1" } ] }"#;
    let server = Server::start(&file("live_user.conf", users));
    let watch = |server: &str| topics(&["watch", "-", "--for", "1s", "--server", server], LOCK);
    let run = watch(&format!("nats://u:p%40%2F1@{}", server.address));
    assert_eq!(run.code, Some(0), "{}", run.error);
    let run = watch(&format!("nats://u:secret@{}", server.address));
    assert_eq!(run.code, Some(2), "{}", run.out);
    let sentence = format!("cannot connect to `{}`", server.address);
    assert!(run.error.contains(&sentence), "{}", run.error);
    assert!(!run.error.contains("secret"), "{}", run.error);

    let token = file("live_token.conf", "authorization { token: t }");
    let server = Server::start(&token);
    let run = watch(&format!("nats://t@{}", server.address));
    assert_eq!(run.code, Some(0), "{}", run.error);
}

#[test]
fn watch_without_a_server_is_an_error() {
    let lock = file("no_server.lock", LOCK);
    let run = topics(&["watch", &lock, "--server", "nats://127.0.0.1:1"], "");
    assert_eq!(run.code, Some(2));
    assert!(
        run.error.contains("cannot connect to `nats://127.0.0.1:1`"),
        "{}",
        run.error
    );
}
