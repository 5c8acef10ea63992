//! Finds the subscriptions that receive a message.

use super::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use super::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::collections::HashMap;
use std::mem;
use std::sync::{Arc, Weak};

use topics::{Pattern, PatternKey, PatternMap};

use super::routes::{NewRoute, Routes};
use super::{Local, Mailbox, Published, lock};
use crate::Error;

/// All subscriptions, by their patterns.
pub(super) struct Router {
    table: RwLock<Table>,
    capacity: usize,
    /// The entries of subscriptions that have ended, not yet removed from the table; see [`Router::unsubscribe`].
    ended: Mutex<Vec<PatternKey>>,
    has_ended: AtomicBool,
}

#[derive(Default)]
struct Table {
    entries: PatternMap<Entry>,
    /// A cache over `entries`.
    routes: Routes,
    /// The queue groups by name; some may have no members any more.
    groups: HashMap<String, Weak<Group>>,
    is_closed: bool,
}

/// One pattern of a subscription.
struct Entry {
    mailbox: Arc<Mailbox>,
    group: Option<Arc<Group>>,
    /// Other patterns of the same subscription. If one of them matches too, the message is delivered through that entry, so that
    /// the subscription receives it once.
    earlier: Box<[Pattern<'static>]>,
}

impl Entry {
    /// The queue, unless it belongs to a queue group.
    fn mailbox(&self) -> Option<&Arc<Mailbox>> {
        self.group.is_none().then_some(&self.mailbox)
    }
}

/// A queue group: each message goes to one of its members.
#[derive(Default)]
struct Group {
    /// Increases with each message, so that the members take turns.
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
        table.routes.clear();
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

    /// Ends a subscription. It does not block: a waker that [`publish`](Router::publish) calls may drop a subscription, while
    /// `publish` holds the lock. In that case the next call removes the entries.
    pub(super) fn unsubscribe(&self, keys: &[PatternKey]) {
        lock(&self.ended).extend_from_slice(keys);
        self.has_ended.store(true, Ordering::SeqCst);
        self.sweep();
    }

    /// Removes the entries of subscriptions that have ended, unless the table is locked.
    fn sweep(&self) {
        let Ok(mut table) = self.table.try_write() else {
            return;
        };
        let removed = table.sweep(&mut lock(&self.ended), &self.has_ended);
        // Dropping an entry may wake a task that calls the router, so the lock must be free.
        drop(table);
        drop(removed);
    }

    /// Delivers a message to all subscriptions that match, and returns how many there were.
    pub(super) fn publish(&self, published: Arc<Published>) -> Result<usize, Error> {
        let (matching, route) = {
            let table = self.read();
            if table.is_closed {
                return Err(Error::Closed);
            }
            table.publish(published)
        };
        // If the table is locked, the next message on this topic tries again.
        let writing = route.map(|route| (route, self.table.try_write()));
        if let Some((route, Ok(mut table))) = writing {
            table.routes.add(route);
        }
        if self.has_ended.load(Ordering::Relaxed) {
            self.sweep();
        }
        Ok(matching)
    }

    /// Refuses all further messages. Subscriptions end after their last message has been read.
    pub(super) fn close(&self) {
        let entries = {
            let mut table = self.write();
            table.is_closed = true;
            table.routes.clear();
            mem::take(&mut table.entries)
        };
        // This wakes subscribers, so the lock must be free.
        for (_, _, entry) in entries.iter() {
            entry.mailbox.close();
        }
    }

    fn read(&self) -> RwLockReadGuard<'_, Table> {
        self.table.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Table> {
        self.table.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    /// Delivers a message to all subscriptions that match. Returns how many there were, and a route for the cache.
    fn publish(&self, published: Arc<Published>) -> (usize, Option<NewRoute>) {
        let name = &*published.message.name;
        match self.routes.get(name) {
            // In most programs there is one; it gets the message itself, not a clone of the pointer.
            Some([mailbox]) => {
                mailbox.push(published);
                (1, None)
            }
            Some(mailboxes) => {
                for mailbox in mailboxes {
                    mailbox.push(Arc::clone(&published));
                }
                (mailboxes.len(), None)
            }
            None => {
                let entries = || {
                    let entries = self.entries.matches(name);
                    entries
                        .filter(|entry| !entry.earlier.iter().any(|earlier| earlier.matches(name)))
                };
                let route = self.routes.prepare(name, || entries().map(Entry::mailbox));
                (deliver(entries(), &published), route)
            }
        }
    }

    /// Returns the queue group of this name.
    fn group(&mut self, name: String) -> Arc<Group> {
        if let Some(group) = self.groups.get(&name).and_then(Weak::upgrade) {
            return group;
        }
        // Not each time, so that making many groups takes linear time.
        if self.groups.len() == self.groups.capacity() {
            self.groups.retain(|_, group| group.strong_count() > 0);
        }
        let group = Arc::default();
        self.groups.insert(name, Arc::downgrade(&group));
        group
    }

    fn sweep(&mut self, ended: &mut Vec<PatternKey>, has_ended: &AtomicBool) -> Vec<Entry> {
        self.routes.clear();
        has_ended.store(false, Ordering::SeqCst);
        let keys = ended.drain(..);
        keys.filter_map(|key| self.entries.remove(key)).collect()
    }
}

/// Delivers a message to these entries, but to one member only of each queue group. Returns the number of receivers.
fn deliver<'t>(entries: impl Iterator<Item = &'t Entry>, published: &Arc<Published>) -> usize {
    let mut matching = 0;
    let mut members: Vec<(&Arc<Group>, &Mailbox)> = Vec::new();
    for entry in entries {
        match &entry.group {
            None => {
                entry.mailbox.push(Arc::clone(published));
                matching += 1;
            }
            Some(group) => members.push((group, &entry.mailbox)),
        }
    }
    // A stable sort, so that the members of a group stay in order and take turns.
    members.sort_by_key(|(group, _)| Arc::as_ptr(group));
    for members in members.chunk_by(|(one, _), (other, _)| Arc::ptr_eq(one, other)) {
        deliver_to_one(members, published);
        matching += 1;
    }
    matching
}

/// Delivers to the member whose turn it is, or to the next one whose queue has room.
fn deliver_to_one(members: &[(&Arc<Group>, &Mailbox)], published: &Arc<Published>) {
    let Some((group, _)) = members.first() else {
        return;
    };
    let turn = group.turn.fetch_add(1, Ordering::Relaxed) % members.len();
    let (before, from) = members.split_at(turn);
    let mut mailboxes = from.iter().chain(before).map(|(_, mailbox)| *mailbox);
    let next = mailboxes.clone().find(|mailbox| mailbox.has_room());
    if let Some(mailbox) = next.or_else(|| mailboxes.next()) {
        mailbox.push(Arc::clone(published));
    }
}

impl Default for Router {
    fn default() -> Self {
        Self::with_capacity(Local::CAPACITY)
    }
}
