//! A placeholder may be named with a keyword; the field is a raw identifier.
topics::topics! {
    pub enum BusTopic;

    device.<type>.<r#match>.<loop: fn | r#let>;
    event.<async..>;
    union.<union>.<dyn: u8>;
}

fn main() {
    let topic = Device::new("sensor", "exact", DeviceLoop::Let).unwrap();
    assert_eq!(topic.r#type, "sensor");
    assert_eq!(topic.to_string(), "device.sensor.exact.let");
    let pattern = Device::pattern().r#type("sensor").unwrap();
    assert_eq!(pattern.to_string(), "device.sensor.*.*");
    assert_eq!(Event::new("a.b").unwrap().r#async, "a.b");
    assert_eq!(Union::new("x", 7).unwrap().r#dyn, 7);
}
