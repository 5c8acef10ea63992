// A type counts as any segment where nothing is known of its texts.
topics::topics! {
    shard.<number: core::num::NonZero<u16>>.status;
    shard.all.<column>;
}

fn main() {}
