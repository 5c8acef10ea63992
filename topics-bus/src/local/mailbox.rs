//! The queue of one subscription, and its counts.
//!
//! One lock guards both, so that each count of lost messages is exact at its place in the stream, even if several publishers
//! fill the queue at once. A `VecDeque` is used because a delivery to it touches little memory, and that is most of the cost of a
//! delivery to many subscriptions.

use super::sync::Mutex;
use super::sync::atomic::{AtomicU64, Ordering};
use std::collections::VecDeque;
use std::fmt;
use std::mem;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use super::{Idle, Published, lock};

/// A message in a queue.
pub(super) struct Queued {
    pub(super) published: Arc<Published>,
    /// How many messages were dropped just before this one.
    pub(super) lost: u64,
}

/// The queue of one subscription.
pub(super) struct Mailbox {
    inner: Mutex<Inner>,
    capacity: usize,
    /// The number of messages that the subscriber has handled. If it has handled a message, all earlier ones count as handled.
    handled: AtomicU64,
    idle: Arc<Idle>,
}

struct Inner {
    queue: VecDeque<Queued>,
    /// The subscriber, if it waits for a message.
    waker: Option<Waker>,
    /// The number of messages that were put into the queue so far.
    delivered: u64,
    /// The number of messages lost since the last one that was put into the queue.
    lost_before_next: u64,
    /// The number of messages lost so far.
    lost_so_far: u64,
    /// `false` after the bus was closed.
    is_open: bool,
    /// `false` after the subscriber was dropped.
    is_read: bool,
}

impl Mailbox {
    pub(super) fn new(capacity: usize, idle: &Arc<Idle>) -> Arc<Self> {
        let mailbox = Arc::new(Self {
            inner: Mutex::new(Inner {
                queue: VecDeque::new(),
                waker: None,
                delivered: 0,
                lost_before_next: 0,
                lost_so_far: 0,
                is_open: true,
                is_read: true,
            }),
            capacity,
            handled: AtomicU64::new(0),
            idle: Arc::clone(idle),
        });
        idle.watch(&mailbox);
        mailbox
    }

    /// Whether the queue has room for one more message.
    pub(super) fn has_room(&self) -> bool {
        lock(&self.inner).queue.len() < self.capacity
    }

    /// Puts a message into the queue; if the queue is full, counts it as lost.
    pub(super) fn push(&self, published: Arc<Published>) {
        let waker = {
            let mut inner = lock(&self.inner);
            if !inner.is_read {
                return;
            }
            if inner.queue.len() >= self.capacity {
                inner.lost_before_next += 1;
                inner.lost_so_far += 1;
                return;
            }
            let queued = Queued {
                published,
                lost: mem::take(&mut inner.lost_before_next),
            };
            inner.queue.push_back(queued);
            inner.delivered += 1;
            inner.waker.take()
        };
        // After the lock is free, because the subscriber may take the message at once.
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Takes the next message out of the queue; `None` if the queue is empty and the bus closed.
    pub(super) fn poll_next(&self, context: &mut Context<'_>) -> Poll<Option<Queued>> {
        let mut inner = lock(&self.inner);
        if let Some(queued) = inner.queue.pop_front() {
            return Poll::Ready(Some(queued));
        }
        if !inner.is_open {
            return Poll::Ready(None);
        }
        let waker = context.waker();
        if !inner.waker.as_ref().is_some_and(|old| old.will_wake(waker)) {
            inner.waker = Some(waker.clone());
        }
        Poll::Pending
    }

    /// Tells the subscriber that the bus was closed.
    pub(super) fn close(&self) {
        let waker = {
            let mut inner = lock(&self.inner);
            inner.is_open = false;
            inner.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Drops the messages in the queue and all later ones, because the subscriber was dropped.
    pub(super) fn end(&self) {
        let left = {
            let mut inner = lock(&self.inner);
            inner.is_read = false;
            (mem::take(&mut inner.queue), inner.waker.take())
        };
        // After the lock is free, because dropping a request may wake its sender.
        drop(left);
        self.set_handled(u64::MAX);
    }

    pub(super) fn lost(&self) -> u64 {
        lock(&self.inner).lost_so_far
    }

    pub(super) fn is_idle(&self) -> bool {
        // Read in this order, because `handled` may grow in between.
        let delivered = lock(&self.inner).delivered;
        self.handled.load(Ordering::SeqCst) >= delivered
    }

    /// Records that this many messages have been handled.
    pub(super) fn set_handled(&self, count: u64) {
        // The check saves a costly write: most messages are dropped before the next one is asked for, and each of the two calls this.
        if self.handled.load(Ordering::SeqCst) < count {
            self.handled.fetch_max(count, Ordering::SeqCst);
            self.idle.check();
        }
    }
}

/// Records which messages of a subscription have been handled; see [`Deliveries::receipts`](crate::Deliveries::receipts).
#[derive(Clone)]
pub struct Receipts(pub(super) Arc<Mailbox>);

impl Receipts {
    /// Records that the messages up to this number have been handled.
    pub(crate) fn set_handled(&self, number: u64) {
        self.0.set_handled(number);
    }
}

impl fmt::Debug for Receipts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receipts").finish_non_exhaustive()
    }
}
