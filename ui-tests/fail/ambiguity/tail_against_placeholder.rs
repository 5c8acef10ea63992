// A tail overlaps with a longer template that it does not cover.
topics::topics! {
    attacker.session.<rest..>;
    attacker.<kind>.started;
}

fn main() {}
