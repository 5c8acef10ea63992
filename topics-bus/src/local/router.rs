//! Who receives which messages.

use std::collections::HashMap;
use std::mem;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, Weak,
};

use topics::{Pattern, PatternKey, PatternMap};

use super::routes::{Learnt, Routes};
use super::{Local, Mailbox, Published};
use crate::Error;

/// All subscriptions, by their patterns.
pub(super) struct Router {
    table: RwLock<Table>,
    capacity: usize,
    /// Subscriptions that have ended while somebody published; see [`Router::unsubscribe`].
    ended: Mutex<Vec<PatternKey>>,
    has_ended: AtomicBool,
}

#[derive(Default)]
struct Table {
    entries: PatternMap<Entry>,
    /// Who receives the messages on some topics.
    routes: Routes,
    /// The queue groups that have members, and some that had, by their names.
    groups: HashMap<String, Weak<Group>>,
    is_closed: bool,
}

/// One pattern of a subscription.
struct Entry {
    mailbox: Arc<Mailbox>,
    group: Option<Arc<Group>>,
    /// The patterns of the same subscription that come before this one and may match the same topics. If one of them
    /// matches, the message is delivered there.
    earlier: Box<[Pattern<'static>]>,
}

impl Entry {
    /// The queue, unless it shares its messages with a group.
    fn mailbox(&self) -> Option<&Arc<Mailbox>> {
        self.group.is_none().then_some(&self.mailbox)
    }
}

/// A queue group: each message goes to one of its members.
#[derive(Default)]
struct Group {
    /// Counts on with each message, so that the members take turns.
    turn: AtomicUsize,
}

impl Router {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self {
            table: RwLock::default(),
            capacity,
            ended: Mutex::default(),
            has_ended: AtomicBool::new(false),
        }
    }

    pub(super) fn capacity(&self) -> usize {
        self.capacity
    }

    pub(super) fn subscribe(
        &self,
        mailbox: &Arc<Mailbox>,
        patterns: &[Pattern<'static>],
        queue: Option<String>,
    ) -> Result<Vec<PatternKey>, Error> {
        let mut table = self.write();
        if table.is_closed {
            return Err(Error::Closed);
        }
        table.routes.forget();
        let group = queue.map(|name| table.group(name));
        let mut keys = Vec::with_capacity(patterns.len());
        for (index, pattern) in patterns.iter().enumerate() {
            let earlier = patterns.iter().take(index);
            let earlier = earlier.filter(|other| other.overlaps(pattern)).cloned();
            let entry = Entry {
                mailbox: Arc::clone(mailbox),
                group: group.clone(),
                earlier: earlier.collect(),
            };
            keys.push(table.entries.insert(pattern.borrowed(), entry));
        }
        Ok(keys)
    }

    /// Ends a subscription. It waits for nobody: a subscription may be dropped by what a publisher wakes, inside
    /// [`publish`](Router::publish). Then the next who publishes or subscribes takes the entries out.
    pub(super) fn unsubscribe(&self, keys: &[PatternKey]) {
        self.ended().extend_from_slice(keys);
        self.has_ended.store(true, Ordering::SeqCst);
        self.sweep();
    }

    /// Takes out the entries of subscriptions that have ended, unless somebody is using the table.
    fn sweep(&self) {
        let Ok(mut table) = self.table.try_write() else {
            return;
        };
        let removed = table.sweep(&mut self.ended(), &self.has_ended);
        // To drop an entry may wake somebody, who may come back here.
        drop(table);
        drop(removed);
    }

    /// Puts a message into the queues of all who want it, and returns how many that were.
    pub(super) fn publish(&self, published: Arc<Published>) -> Result<usize, Error> {
        let (matching, learnt) = {
            let table = self.read();
            if table.is_closed {
                return Err(Error::Closed);
            }
            table.publish(published)
        };
        // If somebody else is using the table, the next message on this topic tries again.
        let writing = learnt.map(|learnt| (learnt, self.table.try_write()));
        if let Some((learnt, Ok(mut table))) = writing {
            table.routes.keep(learnt);
        }
        if self.has_ended.load(Ordering::Relaxed) {
            self.sweep();
        }
        Ok(matching)
    }

    /// Takes nothing more; subscriptions end when they have been read.
    pub(super) fn close(&self) {
        let entries = {
            let mut table = self.write();
            table.is_closed = true;
            table.routes.forget();
            mem::take(&mut table.entries)
        };
        // Wakes all who wait, now that nobody holds the table.
        for (_, _, entry) in &entries {
            entry.mailbox.close();
        }
    }

    fn read(&self) -> RwLockReadGuard<'_, Table> {
        self.table.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Table> {
        self.table.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn ended(&self) -> MutexGuard<'_, Vec<PatternKey>> {
        self.ended.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    /// Puts a message into the queues of all who want it. Returns how many that were, and what there is to keep for the
    /// next message on the topic.
    fn publish(&self, published: Arc<Published>) -> (usize, Option<Learnt>) {
        let name = &*published.message.name;
        match self.routes.get(name) {
            // Mostly one subscription gets the message, which then changes hands without being counted.
            Some([mailbox]) => {
                mailbox.put(published);
                (1, None)
            }
            Some(mailboxes) => {
                for mailbox in mailboxes {
                    mailbox.put(Arc::clone(&published));
                }
                (mailboxes.len(), None)
            }
            None => {
                let entries = || {
                    let entries = self.entries.matches(name);
                    entries
                        .filter(|entry| !entry.earlier.iter().any(|earlier| earlier.matches(name)))
                };
                let learnt = self.routes.learn(name, || entries().map(Entry::mailbox));
                (deliver(entries(), &published), learnt)
            }
        }
    }

    /// The queue group of a name.
    fn group(&mut self, name: String) -> Arc<Group> {
        if let Some(group) = self.groups.get(&name).and_then(Weak::upgrade) {
            return group;
        }
        // Only now and then, so that many groups are made in linear time.
        if self.groups.len() == self.groups.capacity() {
            self.groups.retain(|_, group| group.strong_count() > 0);
        }
        let group = Arc::default();
        self.groups.insert(name, Arc::downgrade(&group));
        group
    }

    fn sweep(&mut self, ended: &mut Vec<PatternKey>, has_ended: &AtomicBool) -> Vec<Entry> {
        self.routes.forget();
        has_ended.store(false, Ordering::SeqCst);
        let keys = ended.drain(..);
        keys.filter_map(|key| self.entries.remove(key)).collect()
    }
}

/// Puts a message into the queues of some entries, and returns how many queues that were: of each group, one.
fn deliver<'t>(entries: impl Iterator<Item = &'t Entry>, published: &Arc<Published>) -> usize {
    let mut matching = 0;
    let mut members: Vec<(&Arc<Group>, &Mailbox)> = Vec::new();
    for entry in entries {
        match &entry.group {
            None => {
                entry.mailbox.put(Arc::clone(published));
                matching += 1;
            }
            Some(group) => members.push((group, &entry.mailbox)),
        }
    }
    // Stable, so that the members of a group keep their order, and take turns.
    members.sort_by_key(|(group, _)| Arc::as_ptr(group));
    for members in members.chunk_by(|(one, _), (other, _)| Arc::ptr_eq(one, other)) {
        deliver_to_one(members, published);
        matching += 1;
    }
    matching
}

/// Delivers to the member of a group whose turn it is, or the next one that has room.
fn deliver_to_one(members: &[(&Arc<Group>, &Mailbox)], published: &Arc<Published>) {
    let Some((group, _)) = members.first() else {
        return;
    };
    let turn = group.turn.fetch_add(1, Ordering::Relaxed) % members.len();
    let (before, from) = members.split_at(turn);
    let mut mailboxes = from.iter().chain(before).map(|(_, mailbox)| *mailbox);
    let next = mailboxes.clone().find(|mailbox| mailbox.has_room());
    if let Some(mailbox) = next.or_else(|| mailboxes.next()) {
        mailbox.put(Arc::clone(published));
    }
}

impl Default for Router {
    fn default() -> Self {
        Self::with_capacity(Local::CAPACITY)
    }
}
