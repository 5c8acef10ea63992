//! Waiting until all messages have been handled; see [`Local::idle`](crate::Local::idle).

use super::sync::Mutex;
use super::sync::atomic::{AtomicBool, Ordering};
use std::future::{Future, poll_fn};
use std::mem;
use std::sync::{Arc, Weak};
use std::task::{Poll, Waker};

use super::{Mailbox, lock};

/// All subscriptions, and the tasks that wait until all of them are idle.
#[derive(Default)]
pub(super) struct Idle {
    subscriptions: Mutex<Vec<Weak<Mailbox>>>,
    waiting: Mutex<Vec<Waker>>,
    is_awaited: AtomicBool,
}

impl Idle {
    /// Adds a subscription, and removes those that have ended.
    pub(super) fn watch(&self, mailbox: &Arc<Mailbox>) {
        let mut subscriptions = lock(&self.subscriptions);
        // Not each time, so that making many subscriptions takes linear time.
        if subscriptions.len() == subscriptions.capacity() {
            subscriptions.retain(|mailbox| mailbox.strong_count() > 0);
        }
        subscriptions.push(Arc::downgrade(mailbox));
    }

    /// Wakes the waiting tasks, if there are any, to look again. Call it when a message was handled.
    #[inline]
    pub(super) fn check(&self) {
        if self.is_awaited.load(Ordering::SeqCst) {
            self.wake();
        }
    }

    #[cold]
    fn wake(&self) {
        // A task that has to wait longer registers again.
        self.is_awaited.store(false, Ordering::SeqCst);
        for waker in mem::take(&mut *lock(&self.waiting)) {
            waker.wake();
        }
    }

    fn is_idle(&self) -> bool {
        let subscriptions = lock(&self.subscriptions);
        let mut mailboxes = subscriptions.iter().filter_map(Weak::upgrade);
        mailboxes.all(|mailbox| mailbox.is_idle())
    }

    /// Waits until all subscriptions are idle.
    pub(super) fn wait(self: &Arc<Self>) -> impl Future<Output = ()> + Send + use<> {
        let this = Arc::clone(self);
        poll_fn(move |context| {
            // Registered before checking, so that a message that is handled in between is not missed.
            lock(&this.waiting).push(context.waker().clone());
            this.is_awaited.store(true, Ordering::SeqCst);
            if this.is_idle() {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        })
    }
}
