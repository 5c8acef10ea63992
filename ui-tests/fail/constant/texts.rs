//! Texts that were described by hand, and that no segment could have.

use topics::Texts;

const SPACE: Texts<'static> = Texts::from_static("us | eu west");
const NO_RULE: Texts<'static> = Texts::from_static("dev-<u31>");

fn main() {}
