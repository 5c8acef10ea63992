// An ambiguity is reported beside faults of other kinds, in one compile, and both lines still exist.
mod bus {
    topics::topics! {
        a.<x>.c as Left;
        a.b.<y> as Right;
        a b.d;
        system.*.health;
    }
}

fn main() {
    let _ = bus::Left::new("x");
    let _ = bus::Right::new("y");
}
