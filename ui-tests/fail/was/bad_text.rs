//! The text is read as a line is.

topics::topics! {
    #[was("")]
    a;
    #[was("old..b")]
    b;
    #[was("old.*.c")]
    c;
    #[was("old.{id}")]
    d.<id>;
    #[was("old e")]
    e;
    #[was("old.<id")]
    f.<id>;
}

fn main() {}
