// Neither set of values holds the other.
topics::topics! {
    mutation.<state: applying | applied> as Running;
    mutation.<state: applied | failed> as Ended;
}

fn main() {}
