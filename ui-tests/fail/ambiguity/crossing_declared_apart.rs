// The lines that fight need not be neighbours; the line between them has no part in it.
topics::topics! {
    decky.<id>.state;
    system.log;
    decky.web.<leaf>;
}

fn main() {}
