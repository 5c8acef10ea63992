//! thin-edge.io, agents of devices (its reference, "MQTT API").
//!
//! A device is `device/<name>//`, with two empty levels; a service is `device/<name>/service/<service>`.

topics::topics! {
    enum ThinEdgeTopic;

    te.device.<device>."/"."/" as Device;
    te.device.<device>."/"."/" {
        m.<kind> as Measurement;
        m.<kind>.meta as MeasurementMeta;
        e.<kind> as Event;
        a.<kind> as Alarm;
        twin.<kind> as Twin;
        cmd.<operation> as Capability;
        cmd.<operation>.<id> as Operation;
    }
    te.device.<device>.service.<service> as Service;
    te.device.<device>.service.<service> {
        m.<kind> as ServiceMeasurement;
        e.<kind> as ServiceEvent;
        a.<kind> as ServiceAlarm;
        status.health as ServiceHealth;
    }
}

#[test]
fn thin_edge() {
    super::check::<ThinEdgeTopic<'_>>(
        &[
            "te.device.main././",
            "te.device.main././.m.temperature",
            "te.device.main././.m.temperature.meta",
            "te.device.child-1././.e.login",
            "te.device.main././.a.overheated",
            "te.device.main././.twin.location",
            "te.device.main././.cmd.restart",
            "te.device.main././.cmd.restart.c8y-7",
            "te.device.main.service.collectd",
            "te.device.main.service.collectd.m.memory",
            "te.device.main.service.collectd.e.started",
            "te.device.main.service.collectd.a.down",
            "te.device.main.service.collectd.status.health",
        ],
        &[
            "te.device.main",
            "te.device.main...m.temperature",
            "te.device.main././.m",
            "te.device.main./.m.temperature",
            "te.device.main.service.collectd.status",
        ],
    );
}
