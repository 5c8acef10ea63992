//! Discovery of devices by Home Assistant (its documentation, "MQTT", "MQTT discovery").

topics::topics! {
    enum DiscoveryTopic;

    homeassistant {
        status;
        device.<device>.config as DeviceConfig;
        device.<node>.<device>.config as DeviceConfigOfNode;
        <component: binary_sensor | button | climate | cover | device_automation | fan | light | lock | number
            | select | sensor | "switch" | update>.<object>.config as Config;
        <component: binary_sensor | button | climate | cover | device_automation | fan | light | lock | number
            | select | sensor | "switch" | update>.<node>.<object>.config as ConfigOfNode;
    }
}

#[test]
fn discovery() {
    super::check::<DiscoveryTopic<'_>>(
        &[
            "homeassistant.status",
            "homeassistant.device.0AFFD2.config",
            "homeassistant.device.garden.0AFFD2.config",
            "homeassistant.sensor.hp_1231232_ts_temp.config",
            "homeassistant.switch.garden.irrigation.config",
        ],
        &[
            "homeassistant",
            "homeassistant.sensor.config",
            "homeassistant.sensors.temp.config",
            "homeassistant.switch.garden.irrigation.state",
        ],
    );
}
