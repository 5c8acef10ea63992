// An example of a conflict is one that both lines take.
topics::topics! {
    shard.<number: u8>.<column>;
    shard.<offset: i16>.status;
    flag.<on: bool>.<of> as Flag;
    flag.<name: true | maybe>.x;
}

fn main() {}
