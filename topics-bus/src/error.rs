//! The errors of a bus.

use std::error::Error as StdError;
use std::fmt;

use topics::ReadError;

use crate::HeaderError;

/// The error of publishing, subscribing, requesting or replying.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The bus is drained, or its connection is closed for good.
    Closed,
    /// [`try_publish`](crate::Bus::try_publish) would have to wait.
    Full,
    /// Nobody subscribes to the topic of a request.
    NoResponders,
    /// All receivers dropped the request without a reply.
    NoReply,
    /// No reply came in time.
    TimedOut,
    /// The message is not a request, so nobody waits for a reply.
    NotARequest,
    /// The codec cannot encode a payload.
    Encode {
        /// The name of its topic.
        name: String,
        /// The error of the codec.
        source: Box<dyn StdError + Send + Sync>,
    },
    /// The reply to a request cannot be decoded.
    Reply(ReadError),
    /// The transport, or the bus, refuses the name.
    Refused {
        /// The name.
        name: String,
        /// Why, and what to do about it.
        reason: String,
    },
    /// A header cannot be sent.
    Header(HeaderError),
    /// The transport failed; this is its error.
    Transport(Box<dyn StdError + Send + Sync>),
}

impl Error {
    /// Creates the error of a transport that failed.
    pub fn transport(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Transport(error.into())
    }

    /// Creates the error for a name that a transport refuses, with the reason and the remedy.
    pub fn refused(name: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Refused {
            name: name.into(),
            reason: reason.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => f.write_str("the bus is closed"),
            Self::Full => {
                f.write_str("the bus cannot take a message now; try again, or await `publish`")
            }
            Self::NoResponders => f.write_str("nobody subscribes to the topic of the request"),
            Self::NoReply => f.write_str("all receivers dropped the request without a reply"),
            Self::TimedOut => f.write_str("no reply came in time"),
            Self::NotARequest => {
                f.write_str("the message is not a request, so there is nobody to reply to")
            }
            Self::Encode { name, source } => {
                write!(f, "cannot encode the payload for `{name}`: {source}")
            }
            Self::Reply(error) => error.fmt(f),
            Self::Refused { name, reason } => {
                write!(f, "`{}` is refused: {reason}", name.escape_debug())
            }
            Self::Header(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Encode { source, .. } => Some(&**source),
            // Their messages already are the messages of these errors, so the source is the next one.
            Self::Reply(error) => error.source(),
            Self::Transport(error) => error.source(),
            _ => None,
        }
    }
}

impl From<HeaderError> for Error {
    fn from(error: HeaderError) -> Self {
        Self::Header(error)
    }
}
