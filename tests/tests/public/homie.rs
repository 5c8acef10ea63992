//! Homie 5, a convention of things (its specification), under any domain.
//!
//! A broadcast has three levels or more, as a property does, and no device is called `$broadcast`.

topics::topics! {
    enum HomieTopic;

    <domain>."5".<device> {
        "$state" as State;
        "$description" as Description;
        "$log".<level: debug | info | warn | error | fatal> as Log;
        "$alert".<alert> as Alert;
        <node>.<property> as Property;
        <node>.<property>.set as SetProperty;
        <node>.<property>."$target" as Target;
    }
    #[first]
    <domain>."5"."$broadcast".<subtopic..> as Broadcast;
}

#[test]
fn homie() {
    super::check::<HomieTopic<'_>>(
        &[
            "homie.5.thermostat.$state",
            "homie.5.thermostat.$description",
            "homie.5.thermostat.$log.warn",
            "homie.5.thermostat.$alert.battery",
            "homie.5.thermostat.air.temperature",
            "homie.5.thermostat.air.temperature.set",
            "homie.5.thermostat.air.temperature.$target",
            "homie.5.$broadcast.alert.security",
            "homie.5.$broadcast.alert",
        ],
        &[
            "homie.5",
            "homie.5.thermostat",
            "homie.4.thermostat.$state",
            "homie.5.thermostat.air",
            "homie.5.thermostat.air.temperature.get",
        ],
    );
    let topic = HomieTopic::parse("homie.5.$broadcast.alert.set").unwrap();
    assert!(matches!(topic, HomieTopic::Broadcast(_)));
}
