//! Takes the messages of one subscription out of its queue.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Weak};
use std::task::{Context, Poll};

use futures_core::Stream;
use topics::PatternKey;

use super::mailbox::{Queued, Receipts};
use super::{Mailbox, Shared};
use crate::{Deliveries, Delivery, Lost};

/// The messages of one subscription to [`Local`](crate::Local).
pub struct LocalDeliveries {
    mailbox: Arc<Mailbox>,
    /// The number of messages taken out of the queue so far.
    taken: u64,
    shared: Weak<Shared>,
    keys: Vec<PatternKey>,
}

impl LocalDeliveries {
    pub(super) fn new(mailbox: Arc<Mailbox>, shared: Weak<Shared>, keys: Vec<PatternKey>) -> Self {
        Self {
            mailbox,
            taken: 0,
            shared,
            keys,
        }
    }
}

impl Stream for LocalDeliveries {
    type Item = Delivery;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Delivery>> {
        let this = &mut *self;
        // A subscriber that asks for the next message has handled the last one.
        this.mailbox.set_handled(this.taken);
        this.mailbox.poll_next(context).map(|queued| {
            let Queued { published, lost } = queued?;
            this.taken += 1;
            Some(Delivery {
                published,
                lost: Lost::Exactly(lost),
                number: this.taken,
            })
        })
    }
}

impl Deliveries for LocalDeliveries {
    fn lost(&self) -> Lost {
        Lost::Exactly(self.mailbox.lost())
    }

    fn receipts(&self) -> Option<Receipts> {
        Some(Receipts(Arc::clone(&self.mailbox)))
    }
}

impl Drop for LocalDeliveries {
    fn drop(&mut self) {
        if let Some(shared) = self.shared.upgrade() {
            shared.router.unsubscribe(&self.keys);
        }
        self.mailbox.end();
    }
}

impl fmt::Debug for LocalDeliveries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalDeliveries").finish_non_exhaustive()
    }
}
