// The second wins over the third, the third over the fourth, and so back to the second; what the first two share is settled.
topics::topics! {
    #[first]
    a.a.<q>.<s>.<r>;
    <p>.a.<q>.a.<r> as Second;
    #[first]
    <p>.a.<q>.<s>.<r> as Third;
    a.<p>.<q>.<s>.b as Fourth;
    #[first]
    a.<p>.<q>.<s>.<r> as Fifth;
}

fn main() {}
