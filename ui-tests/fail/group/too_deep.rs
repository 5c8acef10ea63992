topics::topics! {
    a { b { c { d { e { f { g { h {
        a { b { c { d { e { f { g { h {
            a { b { c { d { e { f { g { h {
                a { b { c { d { e { f { g { h {
                    system.log;
                    too { deep; }
                } } } } } } } }
            } } } } } } } }
        } } } } } } } }
    } } } } } } } }
}

fn main() {}
