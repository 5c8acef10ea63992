//! The transport in one process.
//!
//! [`Local::publish`] passes a message to the [`Router`], which finds the subscriptions whose patterns match, and puts it into
//! the queue of each ([`Mailbox`]). [`LocalDeliveries`] takes it out. Besides, [`Records`] keep copies for tests, [`Inboxes`] pass
//! replies on to the senders of requests, and [`Idle`] wakes the callers of [`Local::idle`].

mod deliveries;
mod idle;
mod inboxes;
mod mailbox;
#[cfg(all(test, shuttle))]
mod orders;
mod record;
mod router;
mod routes;
mod sync;

use std::fmt;
use std::future::{Future, Ready, ready};
use std::num::NonZeroUsize;
use std::sync::Arc;

use topics::Pattern;

use crate::{BoxFuture, Error, Message, Transport};

use idle::Idle;
use inboxes::{Inboxes, ReplyGuard};
use mailbox::Mailbox;
use record::Records;
use router::Router;
use sync::{Mutex, MutexGuard, PoisonError};

pub use deliveries::LocalDeliveries;
pub use mailbox::Receipts;
pub use record::Record;

/// The transport in one process: it needs no server, no background task, and no particular runtime.
///
/// Each subscription has its own queue. Publishing never waits: if a queue is full, its subscription loses the message, and
/// no other does. The next message that it receives says how many were lost before it
/// ([`Received::lost`](crate::Received::lost)). Messages of one publisher arrive in the order in which they were sent.
///
/// All clones share one bus. The bus closes when the last clone is dropped, or when [`drain`](crate::Bus::drain) or
/// [`close`](Local::close) is called. Subscriptions do not keep it open; they end after their last message has been read.
///
/// # Testing
///
/// [`record`](Local::record) keeps what is published, and [`idle`](Local::idle) waits until all of it has been handled.
#[derive(Clone)]
pub struct Local {
    shared: Arc<Shared>,
    /// Closes the bus when its last clone is dropped. `None` in the handles that received messages keep to send replies.
    _open: Option<Arc<Open>>,
}

#[derive(Default)]
struct Shared {
    router: Router,
    inboxes: Arc<Inboxes>,
    records: Records,
    idle: Arc<Idle>,
}

struct Open(Arc<Shared>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// A message that was published; all its receivers share it.
pub(crate) struct Published {
    pub(crate) message: Message,
    /// In a request only.
    _guard: Option<ReplyGuard>,
}

impl Published {
    pub(crate) fn new(message: Message) -> Self {
        Self {
            message,
            _guard: None,
        }
    }
}

impl fmt::Debug for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message.fmt(f)
    }
}

impl Local {
    /// The capacity of the queue of each subscription, unless the bus is made by [`with_capacity`](Local::with_capacity).
    pub const CAPACITY: usize = 1024;

    /// Creates a bus whose queues hold up to [`CAPACITY`](Local::CAPACITY) messages.
    #[must_use]
    pub fn new() -> Self {
        Self::with_shared(Shared::default())
    }

    /// Creates a bus whose queues hold up to `capacity` messages.
    #[must_use]
    pub fn with_capacity(capacity: NonZeroUsize) -> Self {
        Self::with_shared(Shared {
            router: Router::with_capacity(capacity.get()),
            ..Shared::default()
        })
    }

    fn with_shared(shared: Shared) -> Self {
        let shared = Arc::new(shared);
        Self {
            _open: Some(Arc::new(Open(Arc::clone(&shared)))),
            shared,
        }
    }

    /// Keeps all messages that are published from now on, until the record is dropped.
    ///
    /// See [`Record`].
    #[must_use]
    pub fn record(&self) -> Record {
        self.shared.records.start()
    }

    /// Waits until every message that was delivered so far has been handled: the subscriber has dropped it, has asked for
    /// the next one, or has dropped the subscription.
    ///
    /// If a subscriber never reads its messages, this waits for ever.
    pub fn idle(&self) -> impl Future<Output = ()> + Send + use<> {
        self.shared.idle.wait()
    }

    /// Closes the bus: publishing and subscribing fail from now on, and subscriptions end after their last message.
    ///
    /// Closing it again does nothing.
    pub fn close(&self) {
        self.shared.close();
    }
}

impl Shared {
    fn close(&self) {
        self.router.close();
        self.inboxes.close();
    }

    /// Delivers a message, and returns the number of receivers.
    fn publish(&self, published: Arc<Published>) -> Result<usize, Error> {
        self.records.add(&published.message);
        let is_reply = self.inboxes.reply(&published.message);
        match self.router.publish(published) {
            Ok(receivers) => Ok(receivers + usize::from(is_reply)),
            // The sender of the request may close the bus as soon as it has the reply.
            Err(Error::Closed) if is_reply => Ok(1),
            Err(error) => Err(error),
        }
    }
}

impl Transport for Local {
    type Deliveries = LocalDeliveries;
    type Publishing<'a> = Ready<Result<(), Error>>;

    #[inline]
    fn publish(&self, message: Message) -> Self::Publishing<'_> {
        ready(self.try_publish(message))
    }

    #[inline]
    fn try_publish(&self, message: Message) -> Result<(), Error> {
        self.shared
            .publish(Arc::new(Published::new(message)))
            .map(drop)
    }

    fn subscribe(
        &self,
        patterns: Vec<Pattern<'static>>,
        queue: Option<String>,
    ) -> BoxFuture<'_, Result<LocalDeliveries, Error>> {
        Box::pin(async move {
            let mailbox = Mailbox::new(self.shared.router.capacity(), &self.shared.idle);
            let keys = self.shared.router.subscribe(&mailbox, &patterns, queue)?;
            let router = Arc::downgrade(&self.shared);
            Ok(LocalDeliveries::new(mailbox, router, keys))
        })
    }

    fn request(&self, mut message: Message) -> BoxFuture<'_, Result<Message, Error>> {
        Box::pin(async move {
            let (inbox, guard) = self.shared.inboxes.open()?;
            message.reply = Some(inbox.name());
            let published = Published {
                message,
                _guard: Some(guard),
            };
            if self.shared.publish(Arc::new(published))? == 0 {
                return Err(Error::NoResponders);
            }
            inbox.reply().await
        })
    }

    fn drain(&self) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async {
            self.close();
            Ok(())
        })
    }

    fn for_replies(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            _open: None,
        }
    }
}

/// Locks a mutex. A panic elsewhere does no harm to the values in these mutexes.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Default for Local {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Local").finish_non_exhaustive()
    }
}
