//! Requests that wait for a reply.

use super::sync::Mutex;
use std::collections::HashMap;
use std::sync::Arc;

use super::lock;
use crate::{Error, Message};

/// The start of the names that replies are sent to; the same as on NATS.
const PREFIX: &str = "_INBOX.";

/// The requests that have no reply yet, by number.
#[derive(Default)]
pub(super) struct Inboxes(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    senders: HashMap<u64, flume::Sender<Message>>,
    opened: u64,
    is_closed: bool,
}

/// The inbox of one request. A reply that comes after it was dropped goes nowhere.
pub(super) struct Inbox {
    inboxes: Arc<Inboxes>,
    number: u64,
    reply: flume::Receiver<Message>,
}

/// Closes an inbox when it is dropped. It is stored in the request, so the sender learns that all receivers have dropped the
/// request, and no reply can come.
pub(super) struct ReplyGuard {
    inboxes: Arc<Inboxes>,
    number: u64,
}

impl Inboxes {
    pub(super) fn open(self: &Arc<Self>) -> Result<(Inbox, ReplyGuard), Error> {
        // The sender wants the first reply only.
        let (sender, reply) = flume::bounded(1);
        let number = {
            let mut waiting = lock(&self.0);
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
            reply,
        };
        let guard = ReplyGuard {
            inboxes: Arc::clone(self),
            number,
        };
        Ok((inbox, guard))
    }

    /// Passes a reply on to the sender of the request. Returns whether the message was a reply that somebody waits for.
    pub(super) fn reply(&self, message: &Message) -> bool {
        let Some(number) = message.name.strip_prefix(PREFIX) else {
            return false;
        };
        let Ok(number) = number.parse() else {
            return false;
        };
        // Cloned, so that the lock is free when the sender of the request wakes.
        let sender = lock(&self.0).senders.get(&number).cloned();
        sender.is_some_and(|sender| sender.try_send(message.clone()).is_ok())
    }

    /// Ends all requests without a reply.
    pub(super) fn close(&self) {
        let senders = {
            let mut waiting = lock(&self.0);
            waiting.is_closed = true;
            std::mem::take(&mut waiting.senders)
        };
        drop(senders);
    }
}

impl Inbox {
    pub(super) fn name(&self) -> String {
        format!("{PREFIX}{}", self.number)
    }

    pub(super) async fn reply(&self) -> Result<Message, Error> {
        let reply = self.reply.recv_async().await;
        reply.map_err(|_| {
            if lock(&self.inboxes.0).is_closed {
                Error::Closed
            } else {
                Error::NoReply
            }
        })
    }
}

impl Drop for ReplyGuard {
    fn drop(&mut self) {
        let sender = lock(&self.inboxes.0).senders.remove(&self.number);
        // After the lock is free, because this may wake the sender of the request.
        drop(sender);
    }
}
