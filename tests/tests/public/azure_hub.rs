//! Azure IoT Hub over MQTT 3.1.1 (Microsoft Learn, "Communicate with an IoT hub using the MQTT protocol").
//!
//! Some levels hold a query, `?$rid=1`, and the properties of a message, `a=1&b=2`.

topics::topics! {
    enum HubTopic;

    devices.<device>.messages {
        events as Telemetry;
        events.<properties> as TelemetryWithProperties;
        devicebound as Command;
        devicebound.<properties> as CommandWithProperties;
    }
    devices.<device>.modules.<module>.messages.events as ModuleTelemetry;
    devices.<device>.modules.<module>.messages.events.<properties> as ModuleTelemetryWithProperties;
    "$iothub" {
        twin.GET.<query> as GetTwin;
        twin.res.<status: u16>.<query> as TwinResponse;
        twin.PATCH.properties.reported.<query> as ReportedProperties;
        twin.PATCH.properties.desired.<query> as DesiredProperties;
        methods.POST.<method>.<query> as CallMethod;
        methods.res.<status: u16>.<query> as MethodResponse;
    }
}

#[test]
fn hub() {
    super::check::<HubTopic<'_>>(
        &[
            "devices.pump-7.messages.events",
            "devices.pump-7.messages.events.level=high&unit=mm",
            "devices.pump-7.messages.devicebound",
            "devices.pump-7.messages.devicebound.%24to=x",
            "devices.pump-7.modules.filter.messages.events",
            "devices.pump-7.modules.filter.messages.events.a=1",
            "$iothub.twin.GET.?$rid=1",
            "$iothub.twin.res.204.?$rid=1&$version=6",
            "$iothub.twin.PATCH.properties.reported.?$rid=1",
            "$iothub.twin.PATCH.properties.desired.?$version=7",
            "$iothub.methods.POST.reboot.?$rid=2",
            "$iothub.methods.res.200.?$rid=2",
        ],
        &[
            "devices.pump-7.messages",
            "devices.pump-7.messages.event",
            "$iothub.twin.get.?$rid=1",
            "$iothub.twin.res.ok.?$rid=1",
            "$iothub.twin.res.0204.?$rid=1",
            "$iothub.methods.POST.reboot",
        ],
    );
}
