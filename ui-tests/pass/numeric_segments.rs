//! Numbers, however the lexer takes them apart.
topics::topics! {
    pub enum BusTopic;

    host.10.0.0.1;
    shard.1.<x> as Shard;
    shard.1.2.<y> as SubShard;
    queue.1e5;
    queue.0b11;
    queue.size.1_000;
    my-2nd.3rd-try;
    5 as Five;
    7.5 as SevenAndAHalf;
    -1.level as Below;
    v.1u8;
}

fn main() {
    assert_eq!(Host10001::new().to_string(), "host.10.0.0.1");
    assert_eq!(Shard::new("a").unwrap().to_string(), "shard.1.a");
    assert_eq!(SubShard::new("a").unwrap().to_string(), "shard.1.2.a");
    assert_eq!(Queue1e5::new().to_string(), "queue.1e5");
    assert_eq!(QueueSize1000::new().to_string(), "queue.size.1_000");
    assert_eq!(My2nd3rdTry::new().to_string(), "my-2nd.3rd-try");
    assert_eq!(SevenAndAHalf::new().to_string(), "7.5");
    assert_eq!(Below::new().to_string(), "-1.level");
    assert_eq!(V1u8::new().to_string(), "v.1u8");
}
