//! From a message to a topic and its payload.

use alloc::boxed::Box;
use alloc::string::String;
use core::error::Error;
use core::fmt;

use topics_core::Excerpt;

use crate::{HasPayload, ParseTopic, Root, RootError};

/// The error of a codec, of any type.
pub type DecodeError = Box<dyn Error + Send + Sync>;

/// Decodes payloads from bytes; one half of a codec.
///
/// A codec implements it for every type that it can decode, by a bound such as `P: serde::de::DeserializeOwned` or
/// `P: prost::Message + Default`.
///
/// ```
/// use std::error::Error;
/// use std::str::FromStr;
///
/// use topics::Decode;
///
/// /// Payloads as text, by `Display` and `FromStr`.
/// struct Text;
///
/// impl<P: FromStr<Err: Into<Box<dyn Error + Send + Sync>>>> Decode<P> for Text {
///     fn decode(&self, bytes: &[u8]) -> Result<P, Box<dyn Error + Send + Sync>> {
///         str::from_utf8(bytes)?.parse().map_err(Into::into)
///     }
/// }
///
/// let port: u16 = Text.decode(b"4222")?;
/// assert_eq!(port, 4222);
/// # Ok::<(), Box<dyn Error + Send + Sync>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "the codec `{Self}` cannot decode `{P}`",
    label = "no `Decode<{P}>` for this codec",
    note = "a codec that goes through serde needs `#[derive(serde::Deserialize)]` on the payload type, and its feature turned on"
)]
pub trait Decode<P> {
    /// Decodes a payload.
    ///
    /// # Errors
    ///
    /// If the bytes are not a payload of this type.
    fn decode(&self, bytes: &[u8]) -> Result<P, DecodeError>;
}

/// A topic type that messages can be read as, with a codec.
///
/// A line with a payload is read as the topic and the payload, `(SystemHealth, Heartbeat)`. With `#[messages]` on the
/// header, a hierarchy is read as an enum, `BusMessage`, and a line without a payload as the topic and the bytes.
///
/// ```
/// use std::error::Error;
///
/// use topics::{Decode, ReadMessage};
///
/// topics::topics! {
///     server.<name>.port => u16;
/// }
///
/// struct BigEndian;
///
/// impl Decode<u16> for BigEndian {
///     fn decode(&self, bytes: &[u8]) -> Result<u16, Box<dyn Error + Send + Sync>> {
///         Ok(u16::from_be_bytes(bytes.try_into()?))
///     }
/// }
///
/// let (topic, port) = ServerPort::read(&BigEndian, "server.nats.port", &[0x10, 0x7e])?;
/// assert_eq!((topic.name.as_str(), port), ("nats", 4222));
///
/// let error = ServerPort::read(&BigEndian, "server.nats.port", &[0x10]).unwrap_err();
/// assert_eq!(error.name(), "server.nats.port");
/// assert_eq!(error.payload(), [0x10]);
/// # Ok::<(), topics::ReadError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "no payload of `{Self}` can be read with the codec `{C}`",
    label = "expected topics with payloads that the codec decodes",
    note = "a line is read with the payload that it declares, `=> Type`, if the codec can decode that type",
    note = "a hierarchy, and a line without a payload, are read if the header has `#[messages]` and the codec decodes every payload; to see which one it cannot decode, call the `read` of the enum"
)]
pub trait ReadMessage<C>: ParseTopic + Sized {
    /// The topic with its payload.
    type Message<'m>;

    /// Decodes the payload of a topic.
    ///
    /// # Errors
    ///
    /// If the codec cannot decode the payload; this is its error.
    fn with_payload<'m>(
        topic: Self::Of<'m>,
        codec: &C,
        payload: &'m [u8],
    ) -> Result<Self::Message<'m>, DecodeError>;

    /// Reads a message by its name and its payload.
    ///
    /// # Errors
    ///
    /// If the name is not a topic of this type, or the payload cannot be decoded.
    fn read<'m>(
        codec: &C,
        name: &'m str,
        payload: &'m [u8],
    ) -> Result<Self::Message<'m>, ReadError> {
        let topic = Root::none().parse::<Self>(name);
        let topic = topic.map_err(|error| ReadError::of_topic(error, payload))?;
        Self::with_payload(topic, codec, payload)
            .map_err(|error| ReadError::of_payload(name, payload, error))
    }
}

#[diagnostic::do_not_recommend]
impl<T: HasPayload, C: Decode<T::Payload>> ReadMessage<C> for T {
    type Message<'m> = (T::Of<'m>, T::Payload);

    fn with_payload<'m>(
        topic: Self::Of<'m>,
        codec: &C,
        payload: &'m [u8],
    ) -> Result<Self::Message<'m>, DecodeError> {
        Ok((topic, codec.decode(payload)?))
    }
}

/// A message that cannot be read: its name, its bytes, and the reason.
pub struct ReadError {
    name: String,
    payload: Box<[u8]>,
    reason: ReadErrorReason,
}

/// Why a message cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadErrorReason {
    /// The name is not a topic of the type.
    Topic(RootError),
    /// The codec cannot decode the payload; this is its error.
    Payload(Box<dyn Error + Send + Sync>),
}

impl ReadError {
    /// Makes the error of a name that is not a topic of the type.
    #[must_use]
    pub fn of_topic(error: RootError, payload: &[u8]) -> Self {
        Self {
            name: error.name().into(),
            payload: payload.into(),
            reason: ReadErrorReason::Topic(error),
        }
    }

    /// Makes the error of a payload that the codec cannot decode.
    #[must_use]
    pub fn of_payload(name: &str, payload: &[u8], error: Box<dyn Error + Send + Sync>) -> Self {
        Self {
            name: name.into(),
            payload: payload.into(),
            reason: ReadErrorReason::Payload(error),
        }
    }

    /// The name of the message.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The payload, as it was received.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        &self.payload
    }

    /// The reason.
    #[must_use]
    pub fn reason(&self) -> &ReadErrorReason {
        &self.reason
    }
}

/// The same text as `Display`: a `main` that returns the error shows the payload as text, not as numbers.
impl fmt::Debug for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReadError({self})")
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            ReadErrorReason::Topic(error) => error.fmt(f),
            ReadErrorReason::Payload(error) => {
                let (name, length) = (Excerpt(&self.name), self.payload.len());
                write!(f, "cannot decode the payload of `{name}`, {length} bytes")?;
                // What cannot be decoded is most often the text of another program.
                if let Ok(text) = str::from_utf8(&self.payload)
                    && !text.is_empty()
                {
                    write!(f, " `{}`", Excerpt(text))?;
                }
                write!(f, ": {error}")
            }
        }
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.reason {
            ReadErrorReason::Topic(error) => Some(error),
            ReadErrorReason::Payload(error) => Some(&**error),
        }
    }
}
