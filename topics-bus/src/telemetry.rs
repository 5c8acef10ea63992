//! Spans and events by the messaging conventions of OpenTelemetry, behind the feature `tracing`.
//!
//! The template is the name of bounded size, `messaging.destination.template`; the topic is an attribute beside it. Without
//! the feature nothing is left of this.

#[cfg(not(feature = "tracing"))]
pub(crate) use off::{Span, read, send};
#[cfg(feature = "tracing")]
pub(crate) use on::{Span, read, send};

#[cfg(feature = "tracing")]
mod on {
    use std::fmt::Display;

    use topics::Template;
    use tracing::field::{Empty, display};

    use crate::Message;

    /// A span around the sending of a message.
    #[derive(Debug)]
    pub(crate) struct Span(tracing::Span);

    impl Span {
        pub(crate) fn in_scope<T>(&self, run: impl FnOnce() -> T) -> T {
            self.0.in_scope(run)
        }
    }

    /// The span of a message that is sent; `operation` is `publish` or `request`.
    pub(crate) fn send(
        system: &'static str,
        operation: &'static str,
        template: Option<Template<'static>>,
        message: &Message,
    ) -> Span {
        let span = tracing::debug_span!(
            "send",
            "otel.kind" = "producer",
            "messaging.system" = system,
            "messaging.operation.type" = "send",
            "messaging.operation.name" = operation,
            "messaging.destination.name" = message.name,
            "messaging.destination.template" = Empty,
            "messaging.message.body.size" = message.payload.len(),
        );
        if let Some(template) = template {
            span.record("messaging.destination.template", display(template));
        }
        Span(span)
    }

    /// The event of a message that is read.
    pub(crate) fn read<E: Display>(
        system: &'static str,
        template: Option<Template<'static>>,
        message: &Message,
        error: Option<&E>,
    ) {
        let size = message.payload.len();
        match (template, error) {
            (Some(template), None) => tracing::debug!(
                "messaging.system" = system,
                "messaging.operation.type" = "process",
                "messaging.destination.name" = message.name,
                "messaging.destination.template" = %template,
                "messaging.message.body.size" = size,
                "read"
            ),
            (_, error) => tracing::warn!(
                "messaging.system" = system,
                "messaging.operation.type" = "process",
                "messaging.destination.name" = message.name,
                "messaging.message.body.size" = size,
                "error.message" = error.map(display),
                "cannot be read"
            ),
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use topics::Template;

    use crate::Message;

    #[derive(Debug)]
    pub(crate) struct Span;

    impl Span {
        #[expect(clippy::unused_self, reason = "with the feature it is used")]
        pub(crate) fn in_scope<T>(&self, run: impl FnOnce() -> T) -> T {
            run()
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

    pub(crate) fn read<E>(
        _: &'static str,
        _: Option<Template<'static>>,
        _: &Message,
        _: Option<&E>,
    ) {
    }
}
