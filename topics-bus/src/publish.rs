//! A message that is being published.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll};

use topics::Template;

use crate::bus::Hook;
use crate::telemetry::{self, Span};
use crate::{Bus, Error, Message, Transport};

/// A message that is sent when this is awaited; made by [`Bus::publish`] and similar methods.
#[must_use = "a message is sent when it is awaited"]
pub struct Publish<'a, T> {
    transport: &'a T,
    hook: Option<&'a Hook>,
    /// Without a template, the hook is not called.
    template: Option<Template<'static>>,
    message: Result<Message, Error>,
}

impl<'a, T: Transport> Publish<'a, T> {
    #[inline]
    pub(crate) fn new<C>(
        bus: &'a Bus<T, C>,
        template: Option<Template<'static>>,
        message: Result<Message, Error>,
    ) -> Self {
        Self {
            transport: &bus.transport,
            hook: bus.hook.as_deref(),
            template,
            message,
        }
    }

    /// Adds a header. If it is invalid, sending the message returns an error.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        add_header(&mut self.message, name, value);
        self
    }

    /// Sends the message without waiting.
    ///
    /// # Errors
    ///
    /// Same as [`Bus::publish`]; besides, [`Error::Full`] if it would have to wait.
    pub fn try_send(self) -> Result<(), Error> {
        let mut message = self.message?;
        call_hook(&mut message, self.hook, self.template);
        let span = telemetry::send(T::SYSTEM, "publish", self.template, &message);
        span.end(span.in_scope(|| self.transport.try_publish(message)))
    }
}

/// Adds a header to a message, unless it has an error already.
pub(crate) fn add_header(
    message: &mut Result<Message, Error>,
    name: impl Into<String>,
    value: impl Into<String>,
) {
    if let Ok(sound) = message
        && let Err(error) = sound.headers.append(name, value)
    {
        *message = Err(error.into());
    }
}

/// Calls the hook, just before a message is sent.
#[inline]
pub(crate) fn call_hook(
    message: &mut Message,
    hook: Option<&Hook>,
    template: Option<Template<'static>>,
) {
    if let (Some(hook), Some(template)) = (hook, template) {
        hook(template, &mut message.headers);
    }
}

impl<'a, T: Transport> IntoFuture for Publish<'a, T> {
    type Output = Result<(), Error>;
    type IntoFuture = Publishing<'a, T>;

    #[inline]
    fn into_future(self) -> Publishing<'a, T> {
        Publishing(match self.message {
            Ok(mut message) => {
                call_hook(&mut message, self.hook, self.template);
                let span = telemetry::send(T::SYSTEM, "publish", self.template, &message);
                let sending = span.in_scope(|| self.transport.publish(message));
                State::Sent(sending, span)
            }
            Err(error) => State::Failed(Some(error)),
        })
    }
}

impl<T> fmt::Debug for Publish<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Publish")
            .field("template", &self.template)
            .field("message", &self.message)
            .finish_non_exhaustive()
    }
}

/// The future of a message that is being sent.
#[must_use = "futures do nothing unless they are awaited"]
pub struct Publishing<'a, T: Transport + 'a>(State<T::Publishing<'a>>);

enum State<F> {
    /// An error before the message reached the transport; it is taken once.
    Failed(Option<Error>),
    Sent(F, Span),
}

impl<T: Transport> Future for Publishing<'_, T> {
    type Output = Result<(), Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.0 {
            State::Failed(error) => Poll::Ready(Err(error.take().unwrap_or(Error::Closed))),
            State::Sent(sending, span) => {
                let polled = span.in_scope(|| Pin::new(sending).poll(context));
                polled.map(|outcome| span.end(outcome))
            }
        }
    }
}

impl<T: Transport> fmt::Debug for Publishing<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Publishing").finish_non_exhaustive()
    }
}
