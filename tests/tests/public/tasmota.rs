//! Tasmota, a firmware of switches and sensors (its documentation, "MQTT").

topics::topics! {
    enum TasmotaTopic;

    cmnd.<device>.<command> as Command;
    stat.<device> {
        RESULT;
        STATUS;
        LOGGING;
        <command> as Answer;
    }
    tele.<device> {
        LWT;
        STATE;
        SENSOR;
        <part: INFO1 | INFO2 | INFO3> as Info;
    }
    tasmota.discovery.<mac>.<what: config | sensors>;
}

#[test]
fn tasmota() {
    super::check::<TasmotaTopic<'_>>(
        &[
            "cmnd.lamp.POWER",
            "stat.lamp.RESULT",
            "stat.lamp.STATUS",
            "stat.lamp.LOGGING",
            "stat.lamp.POWER2",
            "tele.lamp.LWT",
            "tele.lamp.STATE",
            "tele.lamp.SENSOR",
            "tele.lamp.INFO2",
            "tasmota.discovery.AABBCCDDEEFF.config",
        ],
        &[
            "cmnd.lamp",
            "tele.lamp.POWER",
            "tele.lamp.INFO4",
            "stats.lamp.RESULT",
            "tasmota.discovery.AABBCCDDEEFF.state",
        ],
    );
}
