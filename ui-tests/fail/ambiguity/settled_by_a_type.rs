// What would settle the overlap refuses some of the topics, by its type, and leaves them to the others.
topics::topics! {
    <x>.c.<z> as First;
    b.<y>.<z> as Second;
    b.c.<z: u8> as Settler;
}

fn main() {}
