//! Two hierarchies side by side.
topics::topics! {
    pub enum BusTopic;

    system.log;
    decky.<id>.state;
}

topics::topics! {
    pub enum DeviceTopic;

    system.log as DeviceLog;
    sensor.<id>.value;
}

fn main() {
    assert!(BusTopic::parse("sensor.7.value").is_err());
    assert_eq!(DeviceTopic::parse("system.log"), Ok(DeviceLog::new().into()));
}
