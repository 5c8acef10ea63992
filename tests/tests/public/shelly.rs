//! Shelly devices: those of the first generation, under `shellies`, and later ones, under a prefix of their own
//! (Shelly API documentation, "MQTT").

use topics::{Segment, SegmentValue, ValueError};

/// A component of a later device: `switch:0`, or `sys`, of which there is one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Component {
    kind: String,
    number: Option<u8>,
}

impl SegmentValue for Component {
    fn to_segment(&self) -> Segment<'_> {
        let number = self.number.map(|number| format!(":{number}"));
        let text = self.kind.clone() + &number.unwrap_or_default();
        Segment::new(text).unwrap_or(Segment::from_static("unknown"))
    }

    fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
        let (kind, number) = match segment.as_str().split_once(':') {
            None => (segment.as_str(), None),
            Some((kind, number)) => (kind, Some(number)),
        };
        let is_kind = kind.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let component = Self {
            kind: kind.to_owned(),
            number: match number.map(str::parse) {
                Some(Err(_)) => return Err(ValueError::new("not the number of a component")),
                number => number.and_then(Result::ok),
            },
        };
        if is_kind && component.to_segment() == segment {
            Ok(component)
        } else {
            Err(ValueError::new("not a component"))
        }
    }
}

topics::topics! {
    enum ShellyTopic;

    shellies.announce;
    shellies.command;
    shellies.<device> {
        announce as DeviceAnnounce;
        online;
        command as DeviceCommand;
        relay.<number: u8>;
        relay.<number: u8>.command as RelayCommand;
        relay.<number: u8>.power as RelayPower;
        input.<number: u8>;
        temperature;
    }
}

topics::topics! {
    enum LaterTopic;

    <device>.online as LaterOnline;
    <device>.rpc as Rpc;
    <device>.events.rpc as Event;
    <device>.command as Command;
    <device>.command.<component: Component> as ComponentCommand;
    <device>.status.<component: Component> as ComponentStatus;
}

#[test]
fn first_generation() {
    super::check::<ShellyTopic<'_>>(
        &[
            "shellies.announce",
            "shellies.command",
            "shellies.shelly1-ABABAB.announce",
            "shellies.shelly1-ABABAB.online",
            "shellies.shelly1-ABABAB.command",
            "shellies.shelly1-ABABAB.relay.0",
            "shellies.shelly1-ABABAB.relay.0.command",
            "shellies.shelly1-ABABAB.relay.1.power",
            "shellies.shelly1-ABABAB.input.0",
            "shellies.shelly1-ABABAB.temperature",
        ],
        &[
            "shellies.shelly1-ABABAB",
            "shellies.shelly1-ABABAB.relay",
            "shellies.shelly1-ABABAB.relay.x",
            "shellies.shelly1-ABABAB.relay.00",
            "shellies.shelly1-ABABAB.relay.0.set",
        ],
    );
}

#[test]
fn later_generations() {
    super::check::<LaterTopic<'_>>(
        &[
            "shellyplus1-a8032ab1.online",
            "shellyplus1-a8032ab1.rpc",
            "shellyplus1-a8032ab1.events.rpc",
            "shellyplus1-a8032ab1.command",
            "shellyplus1-a8032ab1.command.switch:0",
            "shellyplus1-a8032ab1.status.sys",
        ],
        &[
            "shellyplus1-a8032ab1",
            "shellyplus1-a8032ab1.status",
            "shellyplus1-a8032ab1.status.switch:",
            "shellyplus1-a8032ab1.status.switch:00",
            "shellyplus1-a8032ab1.events.switch:0",
        ],
    );
}
