// Two lines that both say it settle nothing.
topics::topics! {
    #[first]
    a.<x>.c;
    b.<x> { d; }
    #[first]
    a.b { <y>; }
}

fn main() {}
