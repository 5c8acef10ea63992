//! Messages of any name and any bytes: each codec reads them or tells why not, and an error keeps both.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde::{Deserialize, Serialize};
use topics::{Decode, ReadMessage};
use topics_bus::{Encode, Json, MessagePack, Postcard};

/// One field of each kind that a format may stumble over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    name: String,
    parts: Vec<Option<u32>>,
    state: State,
}

/// One variant of each kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum State {
    Empty,
    Full(i64),
    Named { after: Box<str> },
}

topics::topics! {
    /// Every topic.
    pub enum Bus;

    report.<id> as ReportTopic => Report;
}

fuzz_target!(|message: (&str, &[u8])| {
    let (name, payload) = message;
    read(&Json, name, payload);
    read(&Postcard, name, payload);
    read(&MessagePack, name, payload);
});

fn read<C>(codec: &C, name: &str, payload: &[u8])
where
    C: Decode<Report> + Encode<Report>,
{
    for name in [name, "report.x"] {
        match ReportTopic::read(codec, name, payload) {
            Ok((topic, report)) => {
                assert_eq!(topic.to_string(), name);
                // What was read can be written, and is read as the same.
                let bytes = codec.encode(&report).expect("it came from this format");
                assert_eq!(codec.decode(&bytes).expect("it was just written"), report);
            }
            Err(error) => {
                assert_eq!((error.name(), error.payload()), (name, payload));
                assert!(!error.to_string().is_empty());
            }
        }
    }
}
