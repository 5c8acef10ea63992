//! ChirpStack 4, a LoRaWAN network server (its documentation, "Integrations", "MQTT" and "Gateway Bridge").

topics::topics! {
    enum ChirpstackTopic;

    application.<application>.device.<device> {
        event.<kind: up | join | ack | txack | log | status | location | integration>;
        command.down;
    }
    <region>.gateway.<gateway> {
        event.<kind: up | stats | ack | exec | raw>;
        command.<kind: down | config | exec | raw>;
        state.conn;
    }
}

#[test]
fn chirpstack() {
    super::check::<ChirpstackTopic<'_>>(
        &[
            "application.6d2c1a.device.0102030405060708.event.up",
            "application.6d2c1a.device.0102030405060708.command.down",
            "eu868.gateway.0016c001f153a14c.event.stats",
            "eu868.gateway.0016c001f153a14c.command.down",
            "eu868.gateway.0016c001f153a14c.state.conn",
        ],
        &[
            "application.6d2c1a.device.0102030405060708.event.down",
            "application.6d2c1a.device.0102030405060708.command.up",
            "gateway.0016c001f153a14c.event.up",
            "eu868.gateway.0016c001f153a14c.state",
        ],
    );
}
