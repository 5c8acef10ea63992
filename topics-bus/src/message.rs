//! A message as a transport carries it, without types.

use bytes::Bytes;

use crate::Headers;

/// A message as a transport carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Message {
    /// The whole name of the topic, with the root of the bus.
    ///
    /// When sending, it is a topic. When receiving, it may be any text, because others may publish on names that are not topics.
    pub name: String,
    /// The payload, encoded.
    pub payload: Bytes,
    /// The headers.
    pub headers: Headers,
    /// In a request, the name that the reply is sent to.
    pub reply: Option<String>,
}

impl Message {
    /// Creates a message without headers that is not a request.
    pub fn new(name: impl Into<String>, payload: impl Into<Bytes>) -> Self {
        Self {
            name: name.into(),
            payload: payload.into(),
            headers: Headers::new(),
            reply: None,
        }
    }
}
