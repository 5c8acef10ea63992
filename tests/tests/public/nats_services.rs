//! Services of NATS (architecture decision record 32 of NATS).

topics::topics! {
    enum ServiceTopic;

    "$SRV".<verb: PING | INFO | STATS> as All;
    "$SRV".<verb: PING | INFO | STATS>.<service> as OfService;
    "$SRV".<verb: PING | INFO | STATS>.<service>.<id> as OfInstance;
}

#[test]
fn services() {
    super::check::<ServiceTopic<'_>>(
        &[
            "$SRV.PING",
            "$SRV.INFO.orders",
            "$SRV.STATS.orders.iCbkNxJ4",
        ],
        &[
            "$SRV",
            "$SRV.ping",
            "$SRV.SCHEMA",
            "$SRV.PING.orders.iCbkNxJ4.1",
            "SRV.PING",
        ],
    );
}
