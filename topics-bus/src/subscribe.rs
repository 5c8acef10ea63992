//! The options of a new subscription.

use std::fmt;
use std::future::IntoFuture;
use std::marker::PhantomData;

use topics::{Pattern, TopicName};

use crate::{BoxFuture, Bus, Error, Subscription, Transport};

/// A subscription that is made when this is awaited; made by [`Bus::subscribe`].
#[must_use = "a subscription is made when this is awaited"]
pub struct Subscribe<'a, X, T, C> {
    bus: &'a Bus<T, C>,
    patterns: Vec<Pattern<'static>>,
    queue: Option<String>,
    topic: PhantomData<fn() -> X>,
}

impl<'a, X, T, C> Subscribe<'a, X, T, C> {
    pub(crate) fn new(bus: &'a Bus<T, C>, patterns: Vec<Pattern<'static>>) -> Self {
        Self {
            bus,
            patterns,
            queue: None,
            topic: PhantomData,
        }
    }

    /// Joins a queue group: each message goes to one of its members.
    ///
    /// All subscriptions with the same name are one group, even if their patterns differ. The name must be written like a topic.
    pub fn queue(mut self, name: impl Into<String>) -> Self {
        self.queue = Some(name.into());
        self
    }
}

impl<'a, X, T: Transport, C: Send + Sync> IntoFuture for Subscribe<'a, X, T, C> {
    type Output = Result<Subscription<X, T, C>, Error>;
    type IntoFuture = BoxFuture<'a, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        let Self {
            bus,
            patterns,
            queue,
            ..
        } = self;
        Box::pin(async move {
            if let Some(name) = &queue
                && let Err(error) = TopicName::new(name.as_str())
            {
                let reason = format!("a queue group is named like a topic; {error}");
                return Err(Error::refused(name, reason));
            }
            let patterns = patterns.iter().map(|pattern| bus.root.pattern(pattern));
            let patterns = without_covered(patterns);
            let deliveries = bus.transport.subscribe(patterns, queue).await?;
            Ok(Subscription::new(bus.for_replies(), deliveries))
        })
    }
}

/// Removes the patterns that another one covers.
fn without_covered(patterns: impl Iterator<Item = Pattern<'static>>) -> Vec<Pattern<'static>> {
    let mut kept: Vec<Pattern<'static>> = Vec::new();
    for pattern in patterns {
        if !kept.iter().any(|other| other.covers(&pattern)) {
            kept.retain(|other| !pattern.covers(other));
            kept.push(pattern);
        }
    }
    kept
}

impl<X, T, C> fmt::Debug for Subscribe<'_, X, T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscribe")
            .field("patterns", &self.patterns)
            .field("queue", &self.queue)
            .finish_non_exhaustive()
    }
}
