//! The Things Stack, a LoRaWAN network server (its documentation, "MQTT Server").

topics::topics! {
    enum ThingsTopic;

    v3.<application>.devices.<device> {
        join;
        up;
        down.<what: push | replace | queued | sent | ack | nack | failed>;
        service.data;
        location.solved;
    }
}

#[test]
fn things() {
    super::check::<ThingsTopic<'_>>(
        &[
            "v3.farm@ttn.devices.barn-1.join",
            "v3.farm@ttn.devices.barn-1.up",
            "v3.farm@ttn.devices.barn-1.down.push",
            "v3.farm@ttn.devices.barn-1.service.data",
            "v3.farm@ttn.devices.barn-1.location.solved",
        ],
        &[
            "v3.farm@ttn.devices.barn-1",
            "v3.farm@ttn.devices.barn-1.down",
            "v3.farm@ttn.devices.barn-1.down.later",
            "v2.farm@ttn.devices.barn-1.up",
        ],
    );
}
