//! Those who wait until all messages have been handled.

use std::future::{Future, poll_fn};
use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::task::{Poll, Waker};

use super::Mailbox;

/// All subscriptions there are, and who waits for them.
#[derive(Default)]
pub(super) struct Idle {
    subscriptions: Mutex<Vec<Weak<Mailbox>>>,
    waiting: Mutex<Vec<Waker>>,
    is_awaited: AtomicBool,
}

impl Idle {
    /// Takes a new subscription among those that are waited for, and forgets those that have ended.
    pub(super) fn watch(&self, mailbox: &Arc<Mailbox>) {
        let mut subscriptions = lock(&self.subscriptions);
        // Only now and then, so that many subscriptions are made in linear time.
        if subscriptions.len() == subscriptions.capacity() {
            subscriptions.retain(|mailbox| mailbox.strong_count() > 0);
        }
        subscriptions.push(Arc::downgrade(mailbox));
    }

    /// Wakes those who wait, if there are any: something was handled.
    #[inline]
    pub(super) fn check(&self) {
        if self.is_awaited.load(Ordering::SeqCst) {
            self.wake();
        }
    }

    #[cold]
    fn wake(&self) {
        // Whoever is woken and has to wait on says so again.
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

    /// Waits until all is handled.
    pub(super) fn wait(self: &Arc<Self>) -> impl Future<Output = ()> + Send + use<> {
        let this = Arc::clone(self);
        poll_fn(move |context| {
            // Before the look, so that nothing that is handled after it is missed.
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

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
