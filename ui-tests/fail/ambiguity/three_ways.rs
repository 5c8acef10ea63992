// Three templates that all match one topic: each pair is reported.
topics::topics! {
    a.b.<x> as First;
    a.<x>.c as Second;
    <x>.b.c as Third;
}

fn main() {}
