// The enum of messages: its name, its derives, with lines that may be configured away, and with odd names.
#![deny(missing_docs, unreachable_pub, warnings, clippy::pedantic)]
#![no_implicit_prelude]
#![allow(unexpected_cfgs)]

//! A crate.

/// A payload.
#[derive(Debug, PartialEq)]
pub struct Heartbeat;

/// A codec.
pub struct Codec;

impl ::topics::Decode<Heartbeat> for Codec {
    fn decode(&self, _: &[u8]) -> ::std::result::Result<Heartbeat, ::topics::DecodeError> {
        ::std::result::Result::Ok(Heartbeat)
    }
}

/// Without a condition, and with text.
pub mod plain {
    use super::Heartbeat;

    ::topics::topics! {
        #[messages(derive(Debug, PartialEq))]
        pub enum BusTopic;

        system.<worker>.health => Heartbeat;
        #[cfg(nowhere)]
        system.<worker>.gone => super::Nowhere;
        system.log;
        system.type;
    }
}

/// Without text, so without a lifetime, under another name.
pub mod bare {
    use super::Heartbeat;

    ::topics::topics! {
        #[messages(Event)]
        #[non_exhaustive]
        pub enum Topic;

        system.health => Heartbeat;
    }
}

/// Whether there is a lifetime depends on a condition.
pub mod conditional {
    use super::Heartbeat;

    ::topics::topics! {
        #[messages]
        enum BusTopic;

        #[cfg(not(nowhere))]
        system.<worker>.health => Heartbeat;
        #[cfg(nowhere)]
        system.log;
        system.bus.health => Heartbeat;
    }

    /// Reads.
    pub fn read() {
        let read = BusTopic::read(&super::Codec, "system.a.health", b"");
        ::std::assert!(::std::matches!(
            read,
            ::std::result::Result::Ok(BusMessage::SystemHealth(..))
        ));
    }
}

fn main() {
    let read = plain::BusTopic::read(&Codec, "system.log", b"up");
    ::std::assert!(::std::matches!(
        read,
        ::std::result::Result::Ok(plain::BusMessage::SystemLog(_, b"up"))
    ));
    let read = bare::Topic::read(&Codec, "system.health", b"");
    ::std::assert!(::std::matches!(
        read,
        ::std::result::Result::Ok(bare::Event::SystemHealth(_, Heartbeat))
    ));
    conditional::read();
}
