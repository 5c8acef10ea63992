//! The errors of a bus.

use std::error::Error as StdError;
use std::fmt;

use topics::ReadError;

use crate::HeaderError;

/// Why a message was not published, answered or asked for, or a subscription not made.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The bus is drained, or its connection is closed for good.
    Closed,
    /// [`try_publish`](crate::Bus::try_publish) would have had to wait.
    Full,
    /// Nobody subscribes to the topic of a request.
    NoResponders,
    /// Every receiver dropped the request, and none answered.
    NoReply,
    /// No answer came in time.
    TimedOut,
    /// The message is not a request, so there is nobody to answer to.
    NotARequest,
    /// The codec cannot encode a payload; this is its error.
    Encode {
        /// The name of the topic that it was to be published on.
        name: String,
        /// The error of the codec.
        source: Box<dyn StdError + Send + Sync>,
    },
    /// The answer to a request cannot be decoded.
    Reply(ReadError),
    /// The transport cannot carry such a name, or the bus such a topic.
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
    /// Makes the error of a transport that failed.
    pub fn transport(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Transport(error.into())
    }

    /// Makes the error of a name that is not carried, with the reason and the remedy.
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
            Self::NoReply => f.write_str("the request was received, and dropped without an answer"),
            Self::TimedOut => f.write_str("no answer came in time"),
            Self::NotARequest => {
                f.write_str("the message is not a request, so it cannot be answered")
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
            // These show the whole message of what they hold, so what is behind that comes next.
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
