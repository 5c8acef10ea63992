//! The queue of one subscription, and the counts that go with it.
//!
//! A `VecDeque` behind one lock, with the counts in it: so a message that is dropped is counted at its place among the
//! others, whoever publishes meanwhile, and a delivery touches little memory, which is most of its cost where there are
//! many subscriptions.

use std::collections::VecDeque;
use std::fmt;
use std::mem;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use super::{Idle, Published};

/// A message in a queue.
pub(super) struct Letter {
    pub(super) published: Arc<Published>,
    /// How many messages were dropped just before this one.
    pub(super) lost: u64,
}

/// The queue of one subscription.
pub(super) struct Mailbox {
    inner: Mutex<Inner>,
    capacity: usize,
    /// How many messages have been handled, all before that one included.
    handled: AtomicU64,
    idle: Arc<Idle>,
}

struct Inner {
    letters: VecDeque<Letter>,
    /// Who waits for a message.
    waker: Option<Waker>,
    /// Messages that were put in.
    delivered: u64,
    /// Messages dropped because the queue was full, and not yet told of.
    lost: u64,
    /// All messages dropped because the queue was full.
    all_lost: u64,
    /// Whether more may come.
    is_open: bool,
    /// Whether somebody reads.
    is_read: bool,
}

impl Mailbox {
    pub(super) fn new(capacity: usize, idle: &Arc<Idle>) -> Arc<Self> {
        let mailbox = Arc::new(Self {
            inner: Mutex::new(Inner {
                letters: VecDeque::new(),
                waker: None,
                delivered: 0,
                lost: 0,
                all_lost: 0,
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

    /// Whether it takes one more message right now.
    pub(super) fn has_room(&self) -> bool {
        self.lock().letters.len() < self.capacity
    }

    /// Puts a message in, or counts it as lost.
    pub(super) fn put(&self, published: Arc<Published>) {
        let waker = {
            let mut inner = self.lock();
            if !inner.is_read {
                return;
            }
            if inner.letters.len() >= self.capacity {
                inner.lost += 1;
                inner.all_lost += 1;
                return;
            }
            let letter = Letter {
                published,
                lost: mem::take(&mut inner.lost),
            };
            inner.letters.push_back(letter);
            inner.delivered += 1;
            inner.waker.take()
        };
        // Outside of the lock: who is woken may read at once.
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Takes the next message out; `None` if there is none and no more come.
    pub(super) fn poll(&self, context: &mut Context<'_>) -> Poll<Option<Letter>> {
        let mut inner = self.lock();
        if let Some(letter) = inner.letters.pop_front() {
            return Poll::Ready(Some(letter));
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

    /// No more messages come; who waits is woken.
    pub(super) fn close(&self) {
        let waker = {
            let mut inner = self.lock();
            inner.is_open = false;
            inner.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Nobody reads any more.
    pub(super) fn abandon(&self) {
        let left = {
            let mut inner = self.lock();
            inner.is_read = false;
            (mem::take(&mut inner.letters), inner.waker.take())
        };
        // Outside of the lock: what is dropped may tell somebody that a request has no answer.
        drop(left);
        self.handle(u64::MAX);
    }

    pub(super) fn all_lost(&self) -> u64 {
        self.lock().all_lost
    }

    pub(super) fn is_idle(&self) -> bool {
        // In this order: what is handled was delivered before.
        let delivered = self.lock().delivered;
        self.handled.load(Ordering::SeqCst) >= delivered
    }

    /// Notes that a message is handled, and all before it.
    pub(super) fn handle(&self, message: u64) {
        // Mostly it is known already: the message before was dropped when the next one is asked for.
        if self.handled.load(Ordering::SeqCst) < message {
            self.handled.fetch_max(message, Ordering::SeqCst);
            self.idle.check();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where to tell that a message has been handled; see [`Deliveries::receipts`](crate::Deliveries::receipts).
#[derive(Clone)]
pub struct Receipts(pub(super) Arc<Mailbox>);

impl Receipts {
    /// Notes that a message is handled, and all before it.
    pub(crate) fn handled(&self, number: u64) {
        self.0.handle(number);
    }
}

impl fmt::Debug for Receipts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receipts").finish_non_exhaustive()
    }
}
