//! From a message of the bus to one of NATS, and back.

use std::str::FromStr as _;

use async_nats::{HeaderMap, HeaderName, HeaderValue};
use topics_bus::{Error, Headers, Message};

/// The headers in the form of the client; `None` if there are none, as then the message has no such part.
pub(crate) fn to_header_map(headers: &Headers) -> Result<Option<HeaderMap>, Error> {
    if headers.is_empty() {
        return Ok(None);
    }
    let mut map = HeaderMap::new();
    for (name, value) in headers.iter() {
        // The rules of `Headers` are stricter, so this is not to be expected.
        let name = HeaderName::from_str(name).map_err(Error::transport)?;
        let value = HeaderValue::from_str(value).map_err(Error::transport)?;
        map.append(name, value);
    }
    Ok(Some(map))
}

/// A message that was received.
pub(crate) fn from_nats(received: async_nats::Message) -> Message {
    let mut message = Message::new(received.subject.into_string(), received.payload);
    message.reply = received.reply.map(async_nats::Subject::into_string);
    if let Some(map) = received.headers {
        let headers = map.iter();
        let headers = headers.flat_map(|(name, values)| {
            let name: &str = name.as_ref();
            values.iter().map(move |value| (name, value.as_str()))
        });
        message.headers = Headers::received(headers);
    }
    message
}
