// What settles the overlap may be configured away.
topics::topics! {
    a.<x>.c as Left;
    a.b.<y> as Right;
    #[cfg(unix)]
    a.b.c as Settler;
}

fn main() {}
