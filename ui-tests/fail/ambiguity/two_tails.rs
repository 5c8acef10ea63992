// Two tails, neither of which covers the other.
topics::topics! {
    a.<x>.b.<rest..> as Left;
    a.b.<rest..> as Right;
}

fn main() {}
