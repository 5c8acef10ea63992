//! Spans and events by the messaging conventions of OpenTelemetry, behind the feature `tracing`.
//!
//! `messaging.destination.template` is the template, so it has few values; the topic is an attribute beside it. Without the feature,
//! these functions do nothing.

#[cfg(not(feature = "tracing"))]
pub(crate) use off::{Span, read, send};
#[cfg(feature = "tracing")]
pub(crate) use on::{Span, read, send};

#[cfg(feature = "tracing")]
mod on {
    use topics::{ReadError, ReadErrorReason, Template};
    use tracing::field::Empty;

    use crate::{Error, Message};

    /// A span around the sending of a message.
    #[derive(Debug)]
    pub(crate) struct Span(tracing::Span);

    impl Span {
        pub(crate) fn in_scope<T>(&self, run: impl FnOnce() -> T) -> T {
            self.0.in_scope(run)
        }

        /// Records the outcome.
        pub(crate) fn end<T>(&self, outcome: Result<T, Error>) -> Result<T, Error> {
            if let Err(error) = &outcome {
                self.0.record("otel.status_code", "ERROR");
                self.0.record("error.type", error_type(error));
            }
            outcome
        }
    }

    /// The span of a message that is sent; `operation` is `publish` or `request`.
    pub(crate) fn send(
        system: &'static str,
        operation: &'static str,
        template: Option<Template<'static>>,
        message: &Message,
    ) -> Span {
        // The name of a reply is different each time, so it can't name the span.
        let destination = template.as_ref().map_or("(reply)", Template::as_str);
        Span(tracing::debug_span!(
            "send",
            "otel.name" = format!("{operation} {destination}"),
            "otel.kind" = "producer",
            "otel.status_code" = Empty,
            "error.type" = Empty,
            "messaging.system" = system,
            "messaging.operation.type" = "send",
            "messaging.operation.name" = operation,
            "messaging.destination.name" = message.name,
            "messaging.destination.template" = template.map(display),
            "messaging.message.body.size" = message.payload.len(),
        ))
    }

    /// The event of a message that is read.
    pub(crate) fn read(
        system: &'static str,
        template: Option<Template<'static>>,
        message: &Message,
        error: Option<&ReadError>,
    ) {
        // The level of an event must be a constant, so each level needs its own call.
        macro_rules! event {
            ($level:ident, $($what:tt)*) => {
                tracing::$level!(
                    "messaging.system" = system,
                    "messaging.operation.type" = "process",
                    "messaging.operation.name" = "read",
                    "messaging.destination.name" = message.name,
                    "messaging.destination.template" = template.map(display),
                    "messaging.message.body.size" = message.payload.len(),
                    $($what)*
                )
            };
        }
        match error {
            None => event!(debug, "read"),
            Some(error) => event!(
                warn,
                "error.type" = match error.reason() {
                    ReadErrorReason::Topic(_) => "topic",
                    _ => "payload",
                },
                "error.message" = %error,
                "cannot be read"
            ),
        }
    }

    /// The `error.type` of an error: one of a few fixed names.
    fn error_type(error: &Error) -> &'static str {
        match error {
            Error::Closed => "closed",
            Error::Full => "full",
            Error::NoResponders => "no_responders",
            Error::NoReply => "no_reply",
            Error::TimedOut => "timeout",
            Error::NotARequest => "not_a_request",
            Error::Encode { .. } => "encode",
            Error::Reply(_) => "decode",
            Error::Refused { .. } => "refused",
            Error::Header(_) => "header",
            Error::Transport(_) => "transport",
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use topics::{ReadError, Template};

    use crate::{Error, Message};

    #[derive(Debug)]
    pub(crate) struct Span;

    impl Span {
        #[expect(clippy::unused_self, reason = "with the feature it is used")]
        pub(crate) fn in_scope<T>(&self, run: impl FnOnce() -> T) -> T {
            run()
        }

        #[expect(clippy::unused_self, reason = "as above")]
        pub(crate) fn end<T>(&self, outcome: Result<T, Error>) -> Result<T, Error> {
            outcome
        }
    }

    pub(crate) fn send(
        _: &'static str,
        _: &'static str,
        _: Option<Template<'static>>,
        _: &Message,
    ) -> Span {
        Span
    }

    pub(crate) fn read(
        _: &'static str,
        _: Option<Template<'static>>,
        _: &Message,
        _: Option<&ReadError>,
    ) {
    }
}
