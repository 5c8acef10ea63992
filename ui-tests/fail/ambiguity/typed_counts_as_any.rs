// A typed placeholder counts as any segment, whatever its type would refuse.
topics::topics! {
    shard.<number: u16>.status;
    shard.all.<column>;
}

fn main() {}
