//! A cache: the subscriptions that receive the messages on a topic.
//!
//! A program mostly publishes on a few topics, and looking up a name in a hash map is faster than matching patterns. The cache is
//! cleared when a subscription starts or ends. Its size is limited, and the router works the same without it.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;
use smallvec::SmallVec;

use super::Mailbox;

/// The limits: the number of topics, the length of a name, and the number of subscriptions to one topic. If there are more
/// subscriptions, matching patterns is a small part of the work anyway.
const TOPICS: usize = 4096;
const NAME: usize = 256;
const MAILBOXES: usize = 8;

/// The subscriptions to one topic. Mostly there is one, whose pointer then is in the table itself: a vector elsewhere would be one
/// more place in memory to wait for.
type Mailboxes = SmallVec<[Arc<Mailbox>; 1]>;

/// The cache. It has no topics for which a member of a queue group has to be chosen.
#[derive(Default)]
pub(super) struct Routes {
    by_topic: HashMap<String, Mailboxes, RandomState>,
    /// How often the cache was cleared.
    generation: u64,
}

/// A route that is not in the cache yet.
pub(super) struct NewRoute {
    name: String,
    mailboxes: Mailboxes,
    generation: u64,
}

impl Routes {
    pub(super) fn get(&self, name: &str) -> Option<&[Arc<Mailbox>]> {
        self.by_topic.get(name).map(SmallVec::as_slice)
    }

    /// Makes a route to be added. Returns nothing if it exceeds a limit, or if one of the subscriptions is `None`: a member of a
    /// queue group.
    pub(super) fn prepare<'m, I: Iterator<Item = Option<&'m Arc<Mailbox>>>>(
        &self,
        name: &str,
        mailboxes: impl FnOnce() -> I,
    ) -> Option<NewRoute> {
        if self.by_topic.len() >= TOPICS || name.len() > NAME {
            return None;
        }
        let mailboxes = mailboxes().take(MAILBOXES + 1).map(Option::<&_>::cloned);
        let mailboxes = mailboxes.collect::<Option<Mailboxes>>()?;
        (mailboxes.len() <= MAILBOXES).then(|| NewRoute {
            name: name.to_owned(),
            mailboxes,
            generation: self.generation,
        })
    }

    /// Adds a route, unless the cache was cleared since it was made.
    pub(super) fn add(&mut self, route: NewRoute) {
        if route.generation == self.generation {
            self.by_topic.insert(route.name, route.mailboxes);
        }
    }

    /// Clears the cache. Call it when a subscription starts or ends.
    pub(super) fn clear(&mut self) {
        self.by_topic.clear();
        self.generation += 1;
    }
}

#[cfg(all(test, not(shuttle)))]
mod tests;
