//! Mistakes that do not compile on a bus, and their messages.
//!
//! The files are those of Rust 1.95; another version words its messages differently, and nothing is compared then. After
//! a change that is meant to change a message, run this with `TRYBUILD=overwrite` and read the difference.

use std::process::Command;

#[test]
fn what_the_declaration_does_not_say_does_not_compile() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output();
    if version.is_ok_and(|version| version.stdout.starts_with(b"rustc 1.95.")) {
        trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
    } else {
        eprintln!("the messages are those of Rust 1.95 and are not compared");
    }
}
