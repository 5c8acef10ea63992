//! The queue of one subscription, and the counts that go with it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Idle, Published};

/// A message in a queue.
pub(super) struct Letter {
    pub(super) published: Arc<Published>,
    /// How many messages were dropped just before this one.
    pub(super) lost: u64,
}

/// Where a subscription's messages are put.
pub(super) struct Mailbox {
    letters: flume::Sender<Letter>,
    pub(super) counts: Arc<Counts>,
}

/// What is counted of one subscription.
pub(super) struct Counts {
    /// Messages put into the queue.
    delivered: AtomicU64,
    /// Of these, how many have been handled, all before that one included.
    handled: AtomicU64,
    /// Messages dropped because the queue was full, and not yet told of.
    lost: AtomicU64,
    /// All messages dropped because the queue was full.
    all_lost: AtomicU64,
    idle: Arc<Idle>,
}

impl Mailbox {
    pub(super) fn new(capacity: usize, idle: &Arc<Idle>) -> (Self, flume::Receiver<Letter>) {
        let (letters, receiver) = flume::bounded(capacity);
        let counts = Arc::new(Counts {
            delivered: AtomicU64::new(0),
            handled: AtomicU64::new(0),
            lost: AtomicU64::new(0),
            all_lost: AtomicU64::new(0),
            idle: Arc::clone(idle),
        });
        idle.watch(&counts);
        (Self { letters, counts }, receiver)
    }

    /// Whether it takes one more message right now.
    pub(super) fn has_room(&self) -> bool {
        !self.letters.is_full()
    }

    /// Puts a message in, or counts it as lost.
    pub(super) fn put(&self, published: &Arc<Published>) {
        let counts = &*self.counts;
        // Nearly always nothing is lost, and a look is cheaper than an exchange.
        let lost = match counts.lost.load(Ordering::Relaxed) {
            0 => 0,
            _ => counts.lost.swap(0, Ordering::Relaxed),
        };
        let letter = Letter {
            published: Arc::clone(published),
            lost,
        };
        // Counted before it can be handled.
        counts.delivered.fetch_add(1, Ordering::SeqCst);
        if let Err(error) = self.letters.try_send(letter) {
            counts.delivered.fetch_sub(1, Ordering::SeqCst);
            if matches!(error, flume::TrySendError::Full(_)) {
                counts.lost.fetch_add(lost + 1, Ordering::Relaxed);
                counts.all_lost.fetch_add(1, Ordering::Relaxed);
            }
            counts.idle.check();
        }
    }
}

impl Clone for Mailbox {
    fn clone(&self) -> Self {
        Self {
            letters: self.letters.clone(),
            counts: Arc::clone(&self.counts),
        }
    }
}

impl Counts {
    pub(super) fn all_lost(&self) -> u64 {
        self.all_lost.load(Ordering::Relaxed)
    }

    pub(super) fn is_idle(&self) -> bool {
        // In this order: what is handled was delivered before.
        let delivered = self.delivered.load(Ordering::SeqCst);
        self.handled.load(Ordering::SeqCst) >= delivered
    }

    /// Notes that a message is handled, and all before it.
    pub(super) fn handle(&self, message: u64) {
        self.handled.fetch_max(message, Ordering::SeqCst);
        self.idle.check();
    }
}

/// Notes, when it is dropped, that a message is handled.
pub(crate) struct Receipt {
    pub(super) counts: Arc<Counts>,
    /// The how manieth message of the subscription it is.
    pub(super) message: u64,
}

impl Drop for Receipt {
    fn drop(&mut self) {
        self.counts.handle(self.message);
    }
}

impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Receipt").field(&self.message).finish()
    }
}
