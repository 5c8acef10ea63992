//! Device shadows of AWS IoT Core (AWS IoT developer guide, "Device Shadow MQTT topics").

topics::topics! {
    enum ShadowTopic;

    "$aws".things.<thing>.shadow {
        <request: get | update | delete> as Classic;
        <request: get | update | delete>.<outcome: accepted | rejected> as ClassicOutcome;
        update.<change: delta | documents> as ClassicChange;
        name.<shadow>.<request: get | update | delete> as Named;
        name.<shadow>.<request: get | update | delete>.<outcome: accepted | rejected> as NamedOutcome;
        name.<shadow>.update.<change: delta | documents> as NamedChange;
    }
}

#[test]
fn shadows() {
    super::check::<ShadowTopic<'_>>(
        &[
            "$aws.things.pump-7.shadow.get",
            "$aws.things.pump-7.shadow.delete.rejected",
            "$aws.things.pump-7.shadow.update.accepted",
            "$aws.things.pump-7.shadow.update.delta",
            "$aws.things.pump-7.shadow.name.config.update",
            "$aws.things.pump-7.shadow.name.config.get.accepted",
            "$aws.things.pump-7.shadow.name.config.update.documents",
        ],
        &[
            "$aws.things.pump-7.shadow",
            "$aws.things.pump-7.shadow.list",
            "$aws.things.pump-7.shadow.get.delta",
            "$aws.things.pump-7.shadow.name.config",
            "$aws.things.pump-7.shadow.name.config.delete.documents",
        ],
    );
}
