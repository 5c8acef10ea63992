//! Names of one line that are the same, but for what cannot be told apart.

topics::topics! {
    #[was("system.log")]
    system.log;
    #[was("old.<id>")]
    #[was("old.<id>")]
    new.<id>;
    #[was("pair.<b>.<a>")]
    pair.<a>.<b>;
}

fn main() {}
