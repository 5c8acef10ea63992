//! The API of JetStream (NATS documentation, "JetStream wire API Reference"), also of another domain.
//!
//! No domain is called `ACK`, `EVENT` or `FC`, but only the server knows.

topics::topics! {
    enum JetStreamTopic;

    "$JS".API {
        INFO as AccountInfo;
        STREAM.<list: NAMES | LIST> as ListStreams;
        STREAM.<verb: CREATE | UPDATE | INFO | DELETE | PURGE | SNAPSHOT | RESTORE>.<stream> as Stream;
        STREAM.MSG.<verb: GET | DELETE>.<stream> as StreamMessage;
        STREAM.PEER.REMOVE.<stream> as RemovePeer;
        STREAM.LEADER.STEPDOWN.<stream> as StreamStepDown;
        CONSUMER.<list: NAMES | LIST>.<stream> as ListConsumers;
        CONSUMER.CREATE.<stream> as CreateEphemeral;
        CONSUMER.CREATE.<stream>.<consumer> as CreateConsumer;
        CONSUMER.CREATE.<stream>.<consumer>.<filter..> as CreateFiltered;
        CONSUMER.DURABLE.CREATE.<stream>.<consumer> as CreateDurable;
        CONSUMER.<verb: INFO | DELETE | PAUSE>.<stream>.<consumer> as Consumer;
        CONSUMER.MSG.NEXT.<stream>.<consumer> as NextMessage;
        CONSUMER.LEADER.STEPDOWN.<stream>.<consumer> as ConsumerStepDown;
        DIRECT.GET.<stream> as GetDirect;
        DIRECT.GET.<stream>.<subject..> as GetLast;
    }
    "$JS".<domain>.API.<request..> as OfDomain;
    #[first]
    "$JS".ACK.<stream>.<consumer>.<deliveries: u64>.<stream_sequence: u64>.<sequence: u64>.<time: i64>.<pending: u64>
        as Ack;
    #[first]
    "$JS".EVENT.ADVISORY.<kind..> as Advisory;
    #[first]
    "$JS".FC.<stream>.<consumer>.<id> as FlowControl;
    "$KV".<bucket>.<key..> as KeyValue;
    "$O".<bucket>.C.<chunk> as ObjectChunk;
    "$O".<bucket>.M.<name> as ObjectMeta;
}

#[test]
fn jetstream() {
    super::check::<JetStreamTopic<'_>>(
        &[
            "$JS.API.INFO",
            "$JS.API.STREAM.NAMES",
            "$JS.API.STREAM.CREATE.ORDERS",
            "$JS.API.STREAM.MSG.GET.ORDERS",
            "$JS.API.STREAM.PEER.REMOVE.ORDERS",
            "$JS.API.STREAM.LEADER.STEPDOWN.ORDERS",
            "$JS.API.CONSUMER.LIST.ORDERS",
            "$JS.API.CONSUMER.CREATE.ORDERS",
            "$JS.API.CONSUMER.CREATE.ORDERS.billing",
            "$JS.API.CONSUMER.CREATE.ORDERS.billing.orders.7.paid",
            "$JS.API.CONSUMER.DURABLE.CREATE.ORDERS.billing",
            "$JS.API.CONSUMER.INFO.ORDERS.billing",
            "$JS.API.CONSUMER.MSG.NEXT.ORDERS.billing",
            "$JS.API.CONSUMER.LEADER.STEPDOWN.ORDERS.billing",
            "$JS.API.DIRECT.GET.ORDERS",
            "$JS.API.DIRECT.GET.ORDERS.orders.7.paid",
            "$JS.hub.API.STREAM.INFO.ORDERS",
            "$JS.ACK.ORDERS.billing.1.7.7.1732766400000000000.0",
            "$JS.EVENT.ADVISORY.STREAM.CREATED.ORDERS",
            "$JS.FC.ORDERS.billing.Z8x",
            "$KV.config.shop.currency",
            "$O.images.C.8Vh0",
            "$O.images.M.bG9nby5wbmc=",
        ],
        &[
            "$JS.API",
            "$JS.API.STREAM.RENAME.ORDERS",
            "$JS.API.CONSUMER.INFO.ORDERS",
            "$JS.ACK.ORDERS.billing.1.7.7.now.0",
            "$KV.config",
            "$O.images.X.1",
        ],
    );
    // The stream is called `API`, and this is still an acknowledgement.
    let topic = JetStreamTopic::parse("$JS.ACK.API.billing.1.7.7.1732766400000000000.0").unwrap();
    assert!(matches!(topic, JetStreamTopic::Ack(_)));
}
