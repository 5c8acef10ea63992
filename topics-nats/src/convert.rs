//! Converts messages of the bus to messages of NATS, and back.

use std::str::FromStr as _;

use async_nats::{HeaderMap, HeaderName, HeaderValue};
use topics_bus::{Error, Headers, Message};

/// Converts headers; `None` if there are none, so that the message is sent without a header section.
pub(crate) fn to_header_map(headers: &Headers) -> Result<Option<HeaderMap>, Error> {
    if headers.is_empty() {
        return Ok(None);
    }
    let mut map = HeaderMap::new();
    for (name, value) in headers.iter() {
        // This can't fail, because the rules of `Headers` are stricter.
        let name = HeaderName::from_str(name).map_err(Error::transport)?;
        let value = HeaderValue::from_str(value).map_err(Error::transport)?;
        map.append(name, value);
    }
    Ok(Some(map))
}

/// Converts a message that was received.
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
