//! A request that is being sent.

use std::fmt;
use std::future::{IntoFuture, poll_fn};
use std::marker::PhantomData;

use topics::{HasReply, ReadError, Template};

use crate::publish::{add_header, call_hook};
use crate::telemetry;
use crate::{BoxFuture, Bus, Decode, Error, Message, Transport};

/// A request that is sent when this is awaited; made by [`Bus::request`].
#[must_use = "a request is sent when it is awaited"]
pub struct Request<'a, L, T, C> {
    bus: &'a Bus<T, C>,
    template: Template<'static>,
    message: Result<Message, Error>,
    line: PhantomData<fn() -> L>,
}

impl<'a, L, T, C> Request<'a, L, T, C> {
    pub(crate) fn new(
        bus: &'a Bus<T, C>,
        template: Template<'static>,
        message: Result<Message, Error>,
    ) -> Self {
        Self {
            bus,
            template,
            message,
            line: PhantomData,
        }
    }

    /// Adds a header. If it is invalid, sending the request returns an error.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        add_header(&mut self.message, name, value);
        self
    }
}

impl<'a, L, T, C> IntoFuture for Request<'a, L, T, C>
where
    L: HasReply,
    T: Transport,
    C: Decode<L::Reply> + Send + Sync,
{
    type Output = Result<L::Reply, Error>;
    type IntoFuture = BoxFuture<'a, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        let Self {
            bus,
            template,
            message,
            ..
        } = self;
        Box::pin(async move {
            let mut request = message?;
            call_hook(&mut request, bus.hook.as_deref(), Some(template));
            let span = telemetry::send(T::SYSTEM, "request", Some(template), &request);
            let mut asking = span.in_scope(|| bus.transport.request(request));
            let reply = poll_fn(|context| span.in_scope(|| asking.as_mut().poll(context))).await;
            span.end(reply.and_then(|reply| {
                let decoded = bus.codec.decode(&reply.payload);
                decoded.map_err(|error| {
                    Error::Reply(ReadError::of_payload(&reply.name, &reply.payload, error))
                })
            }))
        })
    }
}

impl<L, T, C> fmt::Debug for Request<'_, L, T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("template", &self.template)
            .field("message", &self.message)
            .finish_non_exhaustive()
    }
}
