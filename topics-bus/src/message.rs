//! A message as a transport carries it: no types, only text and bytes.

use bytes::Bytes;

use crate::Headers;

/// A message as a transport carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Message {
    /// The whole name of the topic, with the root of the bus.
    ///
    /// One that is sent is a topic; one that is received is whatever somebody published.
    pub name: String,
    /// The payload, encoded.
    pub payload: Bytes,
    /// The headers.
    pub headers: Headers,
    /// The name that an answer is to be published under, if one is expected.
    pub reply: Option<String>,
}

impl Message {
    /// Creates a message that has no headers and expects no answer.
    pub fn new(name: impl Into<String>, payload: impl Into<Bytes>) -> Self {
        Self {
            name: name.into(),
            payload: payload.into(),
            headers: Headers::new(),
            reply: None,
        }
    }
}
