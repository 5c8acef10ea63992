//! What is written with dots, `*` and `>` here, in the words of the peers.

use zenoh_keyexpr::OwnedKeyExpr;

/// A topic or pattern as a key expression: `a.*.>` is `a/*/*/**`, since `**` takes no segment as well.
pub(crate) fn key_expression(pattern: &str) -> OwnedKeyExpr {
    let text = pattern.replace('.', "/").replace('>', "*/**");
    OwnedKeyExpr::autocanonize(text).expect("a key expression")
}

/// A topic or pattern as MQTT has it: `a.*.>` is `a/+/#`, which matches `a/b` too.
pub(crate) fn mqtt(pattern: &str) -> String {
    pattern
        .replace('.', "/")
        .replace('*', "+")
        .replace('>', "#")
}
