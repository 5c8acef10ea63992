//! What the errors of a bus say, and what is behind them.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::fmt;

use topics::ReadError;
use topics_bus::{Bus, Error, Headers, Local};

/// JSON has only texts as keys.
type Pairs = BTreeMap<(u8, u8), u8>;

topics::topics! {
    table => Pairs;
}

/// An error of a transport or a codec, with one behind it.
#[derive(Debug)]
struct Broken(fmt::Error);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("broken")
    }
}

impl std::error::Error for Broken {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn each_error_says_what_happened() {
    let encode = Error::Encode {
        name: "a.b".into(),
        source: Broken(fmt::Error).into(),
    };
    let broken = Broken(fmt::Error).into();
    let reply = Error::Reply(ReadError::of_payload("a.b", b"x", broken));
    let header = Headers::new().insert("", "").unwrap_err();
    let sentence = header.to_string();
    for (error, expected) in [
        (Error::Closed, "the bus is closed"),
        (
            Error::Full,
            "the bus cannot take a message now; try again, or await `publish`",
        ),
        (
            Error::NoResponders,
            "nobody subscribes to the topic of the request",
        ),
        (
            Error::NoReply,
            "all receivers dropped the request without a reply",
        ),
        (Error::TimedOut, "no reply came in time"),
        (
            Error::NotARequest,
            "the message is not a request, so there is nobody to reply to",
        ),
        (encode, "cannot encode the payload for `a.b`: broken"),
        (
            Error::refused("a\nb", "it has a line break"),
            "`a\\nb` is refused: it has a line break",
        ),
        (Error::from(header), &*sentence),
        (Error::transport(Broken(fmt::Error)), "broken"),
        (
            reply,
            "cannot decode the payload of `a.b`, 1 bytes `x`: broken",
        ),
    ] {
        assert_eq!(error.to_string(), expected);
    }
}

/// So that whoever prints an error and all that is behind it prints nothing twice.
#[test]
fn what_is_behind_an_error_is_not_what_it_says_itself() {
    let transport = Error::transport(Broken(fmt::Error));
    assert!(transport.source().unwrap().is::<fmt::Error>());
    let encode = Error::Encode {
        name: "a.b".into(),
        source: Broken(fmt::Error).into(),
    };
    assert!(encode.source().unwrap().is::<Broken>());
    let broken = Broken(fmt::Error).into();
    let reply = Error::Reply(ReadError::of_payload("a.b", b"x", broken));
    assert!(reply.source().unwrap().is::<Broken>());
    assert!(Error::Closed.source().is_none());
}

#[test]
fn a_payload_that_cannot_be_encoded_is_an_error() {
    let bus = Bus::new(Local::new());
    let error = bus.try_publish(&Table, &[((0, 0), 0)].into()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot encode the payload for `table`: key must be a string"
    );
}
