//! Zigbee2MQTT (its documentation, "MQTT topics and messages").
//!
//! A device has a friendly name, which is any text; here it is one segment.

use topics::Escaped;

topics::topics! {
    enum ZigbeeTopic;

    zigbee2mqtt {
        bridge {
            <what: state | info | logging | devices | groups | definitions | extensions | event | health> as Bridge;
            request.<request..> as BridgeRequest;
            response.<request..> as BridgeResponse;
        }
        <device: Escaped> as Device;
        <device: Escaped>.availability as Availability;
        <device: Escaped>.<request: get | set> as Request;
        <device: Escaped>.<request: get | set>.<attribute> as RequestAttribute;
    }
}

#[test]
fn zigbee() {
    super::check::<ZigbeeTopic<'_>>(
        &[
            "zigbee2mqtt.bridge.state",
            "zigbee2mqtt.bridge.request.permit_join",
            "zigbee2mqtt.bridge.request.device.ota_update.check",
            "zigbee2mqtt.bridge.response.device.remove",
            "zigbee2mqtt.lamp",
            "zigbee2mqtt.kitchen%20lamp",
            "zigbee2mqtt.lamp.availability",
            "zigbee2mqtt.lamp.set",
            "zigbee2mqtt.lamp.set.brightness",
        ],
        &[
            "zigbee2mqtt",
            "zigbee2mqtt.bridge.request",
            "zigbee2mqtt.lamp.toggle",
            "zigbee2mqtt.kitchen%20Lamp.set.brightness.now",
            "zigbee2mqtt.kitchen%2.set",
        ],
    );
    let lamp = Request::new(Escaped::new("kitchen lamp 2.0"), RequestRequest::Set);
    assert_eq!(lamp.to_string(), "zigbee2mqtt.kitchen%20lamp%202%2E0.set");
}
