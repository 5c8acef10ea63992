//! A line that another declaration in the same module has too.

topics::topics! {
    pub enum Bus;
    decky.<id>.traffic;
    decky.<id>.state;
}

topics::topics! {
    pub enum Ops;
    decky.<id>.traffic;
    system.log;
}

mod nested {
    // Not in the same module as the lines above.
    topics::topics! {
        pub enum Bus;
        decky.<id>.traffic;
        order.<state: paid | lost>;
    }

    topics::topics! {
        pub enum Ops;
        order.state as OrderState;
    }
}

fn main() {
    let _ = (Bus::parse("decky.7.state"), Ops::parse("system.log"), SystemLog::new());

    topics::topics! {
        pub enum Local;
        local.line;
    }
    topics::topics! {
        pub enum Other;
        other.line;
        local.line;
    }
    let _ = (LocalLine::new(), Other::parse("other.line"));
}
