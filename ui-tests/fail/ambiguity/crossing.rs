// Two templates that cross: each has a literal where the other has a placeholder.
topics::topics! {
    topology.<id>.status;
    topology.active.<column>;
}

fn main() {}
