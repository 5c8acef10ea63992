//! What a Mosquitto broker tells of itself (its manual, "Broker Status").

topics::topics! {
    enum BrokerTopic;

    "$SYS".broker {
        version;
        uptime;
        clients.<count: total | connected | disconnected | expired | inactive | active | maximum>;
        messages.<direction: received | sent> as Messages;
        messages.stored as StoredMessages;
        publish.messages.<direction: received | sent | dropped> as PublishedMessages;
        publish.bytes.<direction: received | sent> as PublishedBytes;
        bytes.<direction: received | sent> as Bytes;
        store.messages.<what: count | bytes> as Store;
        subscriptions.count;
        "retained%20messages".count as Retained;
        load.<what: connections | sockets>.<over: "1min" | "5min" | "15min"> as Load;
        load.<what: messages | bytes>.<direction: received | sent>.<over: "1min" | "5min" | "15min"> as LoadOf;
        connection.<bridge>.state as BridgeState;
    }
}

#[test]
fn broker() {
    super::check::<BrokerTopic<'_>>(
        &[
            "$SYS.broker.version",
            "$SYS.broker.uptime",
            "$SYS.broker.clients.connected",
            "$SYS.broker.messages.received",
            "$SYS.broker.messages.stored",
            "$SYS.broker.publish.messages.dropped",
            "$SYS.broker.publish.bytes.sent",
            "$SYS.broker.bytes.sent",
            "$SYS.broker.store.messages.count",
            "$SYS.broker.subscriptions.count",
            "$SYS.broker.retained%20messages.count",
            "$SYS.broker.load.sockets.15min",
            "$SYS.broker.load.messages.received.1min",
            "$SYS.broker.connection.site-2.state",
        ],
        &[
            "$SYS.broker",
            "$SYS.broker.clients",
            "$SYS.broker.clients.idle",
            "$SYS.broker.load.sockets.10min",
            "$SYS.broker.load.messages.dropped.1min",
        ],
    );
}
