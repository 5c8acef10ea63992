//! A subscription of the client that can be dropped outside of a Tokio runtime.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use async_nats::{Message, Subscriber};
use futures_core::Stream as _;
use tokio::runtime::Handle;
use topics_bus::Error;

/// A subscription of the client. When it is dropped, the client spawns a Tokio task, which panics outside of a runtime. So this
/// keeps a handle to the runtime that it was made in.
pub(crate) struct Listener {
    /// `None` only while this is dropped.
    subscriber: Option<Subscriber>,
    runtime: Handle,
}

impl Listener {
    pub(crate) fn new(subscriber: Subscriber, runtime: &Handle) -> Self {
        Self {
            subscriber: Some(subscriber),
            runtime: runtime.clone(),
        }
    }

    pub(crate) fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Message>> {
        match &mut self.subscriber {
            Some(subscriber) => Pin::new(subscriber).poll_next(context),
            None => Poll::Ready(None),
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _inside = self.runtime.enter();
        self.subscriber = None;
    }
}

/// The current runtime. Without one, the client would panic.
pub(crate) fn runtime() -> Result<Handle, Error> {
    Handle::try_current().map_err(|_| Error::transport(NoRuntime))
}

#[derive(Debug)]
struct NoRuntime;

impl fmt::Display for NoRuntime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the NATS client needs a Tokio runtime; call this inside of one")
    }
}

impl std::error::Error for NoRuntime {}
