//! The messages of one subscription, typed.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_core::Stream;

use crate::received::Reader;
use crate::{Bus, Deliveries as _, Lost, Received, Transport};

/// The messages that match a pattern, as a stream that ends when the bus does.
///
/// Dropping it ends the subscription.
#[must_use = "dropping a subscription ends it"]
pub struct Subscription<X, T: Transport, C> {
    reader: Arc<Reader<T, C>>,
    deliveries: T::Deliveries,
    topic: PhantomData<fn() -> X>,
}

impl<X, T: Transport, C> Subscription<X, T, C> {
    pub(crate) fn new(bus: Bus<T, C>, deliveries: T::Deliveries) -> Self {
        Self {
            reader: Arc::new(Reader {
                receipts: deliveries.receipts(),
                bus,
            }),
            deliveries,
            topic: PhantomData,
        }
    }

    /// Waits for the next message; `None` when the bus has ended and all messages have been read.
    ///
    /// Dropping the future loses no message.
    pub async fn next(&mut self) -> Option<Received<X, T, C>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The number of messages that this subscription has lost so far, including those after the last message received.
    pub fn lost(&self) -> Lost {
        self.deliveries.lost()
    }
}

impl<X, T: Transport, C> Stream for Subscription<X, T, C> {
    type Item = Received<X, T, C>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let delivery = Pin::new(&mut self.deliveries).poll_next(context);
        delivery.map(|delivery| Some(Received::new(delivery?, Arc::clone(&self.reader))))
    }
}

impl<X, T: Transport, C> fmt::Debug for Subscription<X, T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription").finish_non_exhaustive()
    }
}
