// A declared template settles some of the topics that two others share, but not all.
topics::topics! {
    a.<x>.<y: c | d> as Left;
    a.b.<z> as Right;
    a.b.c as Settler;
}

fn main() {}
