//! Those who wait for an answer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::{Error, Message};

/// What the names begin with that answers are sent to, as on NATS.
const PREFIX: &str = "_INBOX.";

/// All requests that have no answer yet, by their numbers.
#[derive(Default)]
pub(super) struct Inboxes(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    senders: HashMap<u64, flume::Sender<Message>>,
    opened: u64,
    is_closed: bool,
}

/// The inbox of one request, which ends when this is dropped.
pub(super) struct Inbox {
    inboxes: Arc<Inboxes>,
    number: u64,
    answer: flume::Receiver<Message>,
}

/// Travels with a request; tells the one who waits, when it is dropped, that no answer comes any more.
#[derive(Debug)]
pub(super) struct Unanswered {
    inboxes: Arc<Inboxes>,
    number: u64,
}

impl Inboxes {
    pub(super) fn open(self: &Arc<Self>) -> Result<(Inbox, Unanswered), Error> {
        // One who does not wait for a second answer has no room for it.
        let (sender, answer) = flume::bounded(1);
        let number = {
            let mut waiting = self.lock();
            if waiting.is_closed {
                return Err(Error::Closed);
            }
            waiting.opened += 1;
            let number = waiting.opened;
            waiting.senders.insert(number, sender);
            number
        };
        let inbox = Inbox {
            inboxes: Arc::clone(self),
            number,
            answer,
        };
        let unanswered = Unanswered {
            inboxes: Arc::clone(self),
            number,
        };
        Ok((inbox, unanswered))
    }

    /// Hands an answer to the one who waits for it; tells whether the message was one.
    pub(super) fn answer(&self, message: &Message) -> bool {
        let Some(number) = message.name.strip_prefix(PREFIX) else {
            return false;
        };
        let Ok(number) = number.parse() else {
            return false;
        };
        // Taken out, so that the lock is free when somebody is woken.
        let sender = self.lock().senders.get(&number).cloned();
        sender.is_some_and(|sender| sender.try_send(message.clone()).is_ok())
    }

    /// Tells all who wait that no answer comes any more.
    pub(super) fn close(&self) {
        let senders = {
            let mut waiting = self.lock();
            waiting.is_closed = true;
            std::mem::take(&mut waiting.senders)
        };
        drop(senders);
    }

    fn remove(&self, number: u64) {
        let sender = self.lock().senders.remove(&number);
        drop(sender);
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inbox {
    pub(super) fn name(&self) -> String {
        format!("{PREFIX}{}", self.number)
    }

    pub(super) async fn answer(&self) -> Result<Message, Error> {
        let answer = self.answer.recv_async().await;
        answer.map_err(|_| {
            if self.inboxes.lock().is_closed {
                Error::Closed
            } else {
                Error::NoReply
            }
        })
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        self.inboxes.remove(self.number);
    }
}

impl Drop for Unanswered {
    fn drop(&mut self) {
        self.inboxes.remove(self.number);
    }
}

impl std::fmt::Debug for Inboxes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inboxes").finish_non_exhaustive()
    }
}
