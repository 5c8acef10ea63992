//! Transports carry messages: [`Local`](crate::Local), NATS, or one of your own.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use futures_core::Stream;
use topics::Pattern;

use crate::local::{Published, Receipts};
use crate::{Error, Lost, Message};

/// A boxed future; the less frequent methods of a [`Transport`] return one.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries messages.
///
/// A transport is a handle that is cheap to clone; all clones share one bus. It knows no types: a message has a name, bytes and
/// headers, and a subscription has a set of patterns. [`Bus`](crate::Bus) adds the types.
///
/// # What it must do
///
/// - The names that it gets are topics, and begin with the root of the bus.
/// - It delivers a message at most once to each subscription, even if several of the patterns match, and to one member of each
///   queue group.
/// - Each subscriber receives the messages of one publisher under one pattern in the order in which they were sent.
/// - Publishing never waits for a subscriber. A subscriber that is too slow loses messages, and learns how many, if
///   the transport knows it.
/// - When [`subscribe`](Transport::subscribe) has returned, all messages that are published later are received.
/// - It does not panic, and returns every error.
///
/// This one appends all messages to a list and delivers none:
///
/// ```
/// use std::future::{Ready, ready};
/// use std::sync::{Arc, Mutex};
/// use topics::Pattern;
/// use topics_bus::{BoxFuture, Bus, Error, Message, NoDeliveries, Transport};
///
/// #[derive(Clone, Default)]
/// struct List(Arc<Mutex<Vec<Message>>>);
///
/// impl Transport for List {
///     type Deliveries = NoDeliveries;
///     type Publishing<'a> = Ready<Result<(), Error>>;
///
///     fn publish(&self, message: Message) -> Self::Publishing<'_> {
///         ready(self.try_publish(message))
///     }
///
///     fn try_publish(&self, message: Message) -> Result<(), Error> {
///         let mut messages = self.0.lock().map_err(|_| Error::Closed)?;
///         messages.push(message);
///         Ok(())
///     }
///
///     fn subscribe(
///         &self,
///         _: Vec<Pattern<'static>>,
///         _: Option<String>,
///     ) -> BoxFuture<'_, Result<Self::Deliveries, Error>> {
///         Box::pin(async { Err(Error::transport("a list cannot be subscribed to")) })
///     }
///
///     fn request(&self, _: Message) -> BoxFuture<'_, Result<Message, Error>> {
///         Box::pin(async { Err(Error::NoResponders) })
///     }
///
///     fn drain(&self) -> BoxFuture<'_, Result<(), Error>> {
///         Box::pin(async { Ok(()) })
///     }
/// }
///
/// topics::topics! {
///     server.<name>.port => u16;
/// }
///
/// # futures_lite::future::block_on(async {
/// let list = List::default();
/// let bus = Bus::new(list.clone());
/// bus.publish(&ServerPort::new("nats")?, &4222).await?;
/// assert_eq!(*list.0.lock().unwrap(), [Message::new("server.nats.port", "4222")]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # }).unwrap();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a transport",
    label = "expected a transport",
    note = "`Local::new()` carries messages in one process, and `topics_nats::Nats` over a client of async-nats"
)]
pub trait Transport: Clone + Send + Sync + 'static {
    /// The name of the transport in traces: `messaging.system` of OpenTelemetry.
    const SYSTEM: &'static str = "topics";

    /// The messages of one subscription.
    type Deliveries: Deliveries;

    /// The future of a message that is being published; [`Ready`](std::future::Ready) where that never waits, and
    /// otherwise a [`BoxFuture`], for example.
    type Publishing<'a>: Future<Output = Result<(), Error>> + Send + Unpin
    where
        Self: 'a;

    /// Publishes a message. It may wait for a connection, but not for a subscriber.
    fn publish(&self, message: Message) -> Self::Publishing<'_>;

    /// Publishes a message without waiting.
    ///
    /// # Errors
    ///
    /// [`Error::Full`] if it would have to wait.
    fn try_publish(&self, message: Message) -> Result<(), Error>;

    /// Subscribes to a set of patterns, perhaps as a member of a queue group.
    ///
    /// There is at least one pattern, and none covers another.
    fn subscribe(
        &self,
        patterns: Vec<Pattern<'static>>,
        queue: Option<String>,
    ) -> BoxFuture<'_, Result<Self::Deliveries, Error>>;

    /// Publishes a request and waits for the first reply. The transport sets the [name](Message::reply) that the reply is sent
    /// to.
    ///
    /// Dropping the future ends the request.
    fn request(&self, request: Message) -> BoxFuture<'_, Result<Message, Error>>;

    /// Ends the bus: it refuses new messages, sends those that it has accepted, delivers those that have arrived, and then ends
    /// all subscriptions.
    ///
    /// It returns when all messages have been sent. It does not wait until subscribers have read them.
    fn drain(&self) -> BoxFuture<'_, Result<(), Error>>;

    /// A handle that received messages keep, to send replies. It need not keep the bus open.
    #[must_use]
    fn for_replies(&self) -> Self {
        self.clone()
    }
}

/// The messages of one subscription. Dropping it ends the subscription.
pub trait Deliveries: Stream<Item = Delivery> + Send + Unpin + 'static {
    /// The number of messages that the subscription has lost so far.
    fn lost(&self) -> Lost {
        Lost::Unknown
    }

    /// Records which messages have been handled, for [`Local::idle`](crate::Local::idle). Only a transport that wraps the deliveries
    /// of `Local` needs this; it returns their receipts.
    fn receipts(&self) -> Option<Receipts> {
        None
    }
}

/// A message on its way to one subscriber.
#[derive(Debug)]
pub struct Delivery {
    pub(crate) published: Arc<Published>,
    pub(crate) lost: Lost,
    /// Its number in the subscription, if there are [`Receipts`].
    pub(crate) number: u64,
}

impl Delivery {
    /// Creates a delivery; `lost` is the number of messages that were lost just before it.
    #[must_use]
    pub fn new(message: Message, lost: Lost) -> Self {
        Self {
            published: Arc::new(Published::new(message)),
            lost,
            number: 0,
        }
    }

    /// The message.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.published.message
    }

    /// The number of messages that were lost just before this one.
    #[must_use]
    pub fn lost(&self) -> Lost {
        self.lost
    }
}

/// The deliveries of a transport that delivers nothing.
#[derive(Clone, Copy, Debug)]
pub enum NoDeliveries {}

impl Stream for NoDeliveries {
    type Item = Delivery;

    fn poll_next(
        self: Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Delivery>> {
        match *self {}
    }
}

impl Deliveries for NoDeliveries {}
