// Closed placeholders count as their values, and these have one in common.
topics::topics! {
    mutation.<state: applied | failed>.<id> as ById;
    mutation.<state: failed | undone>.last as Last;
}

fn main() {}
