//! The messages of one subscription of the bus, which may be several subscriptions on the server: one for each pattern.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use topics::Pattern;
use topics_bus::{Deliveries, Delivery, Lost};

use crate::convert::from_nats;
use crate::listener::Listener;

/// The messages of one subscription to [`Nats`](crate::Nats).
pub struct NatsDeliveries {
    parts: Vec<Part>,
    /// The index of the part to poll first. It changes, so that a busy part does not starve the others.
    first: usize,
}

/// One pattern of the subscription.
pub(crate) struct Part {
    pub(crate) listener: Listener,
    /// Other patterns of the same subscription. If one of them matches too, the server sends the message once for each, so this part
    /// skips it.
    pub(crate) earlier: Vec<Pattern<'static>>,
}

impl NatsDeliveries {
    pub(crate) fn new(parts: Vec<Part>) -> Self {
        Self { parts, first: 0 }
    }
}

impl Part {
    /// The next message that no other part delivers.
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<async_nats::Message>> {
        loop {
            let message = self.listener.poll_next(context);
            match message {
                Poll::Ready(Some(message)) if self.is_of_other_part(&message.subject) => {}
                other => return other,
            }
        }
    }

    fn is_of_other_part(&self, name: &str) -> bool {
        self.earlier.iter().any(|earlier| earlier.matches(name))
    }
}

impl Stream for NatsDeliveries {
    type Item = Delivery;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Delivery>> {
        let Self { parts, first } = &mut *self;
        let mut has_ended = true;
        let count = parts.len();
        for step in 0..count {
            let index = (*first + step) % count;
            let Some(part) = parts.get_mut(index) else {
                continue;
            };
            match part.poll_next(context) {
                Poll::Ready(Some(message)) => {
                    *first = (index + 1) % count;
                    let delivery = Delivery::new(from_nats(message), Lost::Unknown);
                    return Poll::Ready(Some(delivery));
                }
                Poll::Ready(None) => {}
                Poll::Pending => has_ended = false,
            }
        }
        if has_ended {
            Poll::Ready(None)
        } else {
            Poll::Pending
        }
    }
}

impl Deliveries for NatsDeliveries {}

impl fmt::Debug for NatsDeliveries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NatsDeliveries").finish_non_exhaustive()
    }
}
