//! What a lock generates does not depend on what is in scope.

#![no_implicit_prelude]
#![deny(warnings)]
#![allow(non_camel_case_types, dead_code)]

struct u8;
struct test;

mod core {}
mod topics {}

::topics::topics! {
    #[lock = "pass/lock_among_odd_names.lock"]
    enum r#Type;

    system.log;
}

fn main() {}
