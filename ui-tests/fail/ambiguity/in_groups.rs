// Lines of different groups fight as others do, and are named in full.
topics::topics! {
    decky.<id> {
        state;
        traffic;
    }
    decky.web {
        <leaf> as WebLeaf;
    }
}

fn main() {}
