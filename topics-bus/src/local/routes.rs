//! Who receives the messages on topics that are published on again and again.
//!
//! The patterns answer for any topic. But a program mostly publishes on a few, and to look one of those up is quicker. So the
//! answers for the first topics are kept until somebody subscribes or ends a subscription. What is kept is bounded, and
//! nothing depends on it.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::Mailbox;

/// How many topics are kept, how long their names are, and how many subscriptions receive them, at most. Where these are
/// many, the look-up is a small part of the work.
const TOPICS: usize = 4096;
const NAME: usize = 256;
const MAILBOXES: usize = 8;

/// The subscriptions that receive the messages on some topics, none of them in a queue group.
#[derive(Default)]
pub(super) struct Routes {
    known: HashMap<String, Vec<Arc<Mailbox>>, RandomState>,
    /// How often all was forgotten.
    age: u64,
}

/// An answer that is not kept yet.
pub(super) struct Learnt {
    name: String,
    mailboxes: Vec<Arc<Mailbox>>,
    age: u64,
}

impl Routes {
    pub(super) fn get(&self, name: &str) -> Option<&[Arc<Mailbox>]> {
        self.known.get(name).map(Vec::as_slice)
    }

    /// Makes an answer, unless there are too many, or one of the subscriptions is `None`, for a member of a group.
    pub(super) fn learn<'m, I: Iterator<Item = Option<&'m Arc<Mailbox>>>>(
        &self,
        name: &str,
        mailboxes: impl FnOnce() -> I,
    ) -> Option<Learnt> {
        if self.known.len() >= TOPICS || name.len() > NAME {
            return None;
        }
        let mailboxes = mailboxes().take(MAILBOXES + 1).map(Option::<&_>::cloned);
        let mailboxes = mailboxes.collect::<Option<Vec<_>>>()?;
        (mailboxes.len() <= MAILBOXES).then(|| Learnt {
            name: name.to_owned(),
            mailboxes,
            age: self.age,
        })
    }

    /// Keeps an answer, unless all was forgotten since.
    pub(super) fn keep(&mut self, learnt: Learnt) {
        if learnt.age == self.age {
            self.known.insert(learnt.name, learnt.mailboxes);
        }
    }

    /// Forgets all answers, because the subscriptions have changed.
    pub(super) fn forget(&mut self) {
        self.known.clear();
        self.age += 1;
    }
}
