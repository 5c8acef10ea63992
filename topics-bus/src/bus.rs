//! The bus: a transport, with types.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use topics::{HasPayload, HasReply, Hierarchy, Template, Topic, TopicPattern};

use crate::{
    BusRoot, Encode, Error, Headers, Json, Message, Publish, Request, Subscribe, Transport,
};

/// The function that is called before each message is sent; see [`Bus::before_sending`].
pub(crate) type Hook = dyn Fn(Template<'static>, &mut Headers) + Send + Sync;

/// A bus: publishes the payloads that lines declare, and receives them as topics with their payloads.
///
/// It is a handle that is cheap to clone; all clones share one bus. Its [`Transport`], its codec and its other settings are fixed
/// when it is made.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use topics_bus::{Bus, Local};
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize)]
/// pub struct Heartbeat {
///     pub uptime: u64,
/// }
///
/// topics::topics! {
///     system.<worker>.health => Heartbeat;
/// }
///
/// # futures_lite::future::block_on(async {
/// let bus = Bus::new(Local::new());
/// let mut health = bus.subscribe(SystemHealth::pattern()).await?;
///
/// bus.publish(&SystemHealth::new("mutator")?, &Heartbeat { uptime: 7 }).await?;
/// bus.drain().await?;
///
/// while let Some(message) = health.next().await {
///     let (topic, beat) = message.read()?;
///     assert_eq!((topic.worker.as_str(), beat.uptime), ("mutator", 7));
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # }).unwrap();
/// ```
pub struct Bus<T, C = Json> {
    pub(crate) transport: T,
    pub(crate) codec: Arc<C>,
    pub(crate) root: Arc<BusRoot>,
    pub(crate) hook: Option<Arc<Hook>>,
}

impl<T: Transport> Bus<T> {
    /// Creates a bus over a transport; payloads are JSON.
    #[must_use]
    pub fn new(transport: T) -> Self {
        Self {
            transport,
            codec: Arc::new(Json),
            root: Arc::default(),
            hook: None,
        }
    }
}

impl<T: Transport, C> Bus<T, C> {
    /// The same bus with another codec.
    #[must_use]
    pub fn codec<D>(self, codec: D) -> Bus<T, D> {
        Bus {
            transport: self.transport,
            codec: Arc::new(codec),
            root: self.root,
            hook: self.hook,
        }
    }

    /// The same bus under a [`Root`](topics::Root), which is put before the names of all topics and patterns, and removed from
    /// the names that are received. Under [`Roots`](topics::Roots), a bus reads the topics of many tenants, and cannot publish.
    ///
    /// ```
    /// use topics::{Root, Roots};
    /// # use topics_bus::{Bus, Error, Local};
    /// # topics::topics! { server.<name>.port => u16; }
    /// # futures_lite::future::block_on(async {
    /// let local = Local::new();
    /// let all = Bus::new(local.clone()).under(&Roots::new("prod.*")?);
    /// let mut ports = all.subscribe(ServerPort::pattern()).await?;
    ///
    /// let acme = Bus::new(local).under(&Root::new("prod.acme")?);
    /// acme.publish(&ServerPort::new("nats")?, &4222).await?;
    ///
    /// let message = ports.next().await.unwrap();
    /// assert_eq!(message.name(), "prod.acme.server.nats.port");
    /// assert_eq!(message.root(), Some("prod.acme"));
    /// assert_eq!(message.read()?, (ServerPort::new("nats")?, 4222));
    ///
    /// let refused = all.publish(&ServerPort::new("nats")?, &4222).await;
    /// assert!(matches!(refused, Err(Error::Refused { .. })));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// # }).unwrap();
    /// ```
    ///
    /// To keep the bus without the root as well, call this on a clone.
    #[must_use]
    pub fn under(self, root: impl Into<BusRoot>) -> Self {
        Self {
            root: Arc::new(root.into()),
            ..self
        }
    }

    /// The same bus with a function that is called before each message is sent, with its template and its headers.
    ///
    /// Use it to pass on the context of a trace, or to count. There are only as many templates as lines in the
    /// declaration, so a template can be the label of a counter. A second call replaces the function of the first.
    ///
    /// ```
    /// # use topics_bus::{Bus, Local};
    /// let bus = Bus::new(Local::new()).before_sending(|template, headers| {
    ///     if template != "system.log" {
    ///         let _ = headers.insert("traceparent", "00-4bf92f35-00f067aa-01");
    ///     }
    /// });
    /// ```
    #[must_use]
    pub fn before_sending(
        self,
        hook: impl Fn(Template<'static>, &mut Headers) + Send + Sync + 'static,
    ) -> Self {
        Self {
            hook: Some(Arc::new(hook)),
            ..self
        }
    }

    /// The transport, for its own methods.
    #[must_use]
    pub fn transport(&self) -> &T {
        &self.transport
    }

    /// Publishes the payload that the line of a topic declares.
    ///
    /// The payload is encoded at once, and sent when the returned value is awaited. All current subscribers receive it. The
    /// publisher does not learn whether there are any.
    ///
    /// ```
    /// # use topics_bus::{Bus, Local};
    /// # topics::topics! { server.<name>.port => u16; }
    /// # futures_lite::future::block_on(async {
    /// # let bus = Bus::new(Local::new());
    /// bus.publish(&ServerPort::new("nats")?, &4222).await?;
    /// bus.publish(&ServerPort::new("nats")?, &4222).header("trace", "4bf92f35").await?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    ///
    /// When awaited: if the payload cannot be encoded, a header or the name cannot be sent, or the bus is closed.
    #[inline]
    pub fn publish<L>(&self, topic: &L, payload: &L::Payload) -> Publish<'_, T>
    where
        L: HasPayload,
        C: Encode<L::Payload>,
    {
        Publish::new(self, Some(topic.template()), self.message(topic, payload))
    }

    /// Publishes without waiting, whatever the state of the transport.
    ///
    /// # Errors
    ///
    /// Same as [`publish`](Bus::publish), and [`Error::Full`] if it would have to wait.
    pub fn try_publish<L>(&self, topic: &L, payload: &L::Payload) -> Result<(), Error>
    where
        L: HasPayload,
        C: Encode<L::Payload>,
    {
        self.publish(topic, payload).try_send()
    }

    /// Publishes bytes on any topic; they are not encoded.
    pub fn publish_bytes(&self, topic: &impl Topic, bytes: impl Into<Bytes>) -> Publish<'_, T> {
        let name = self.root.name(topic);
        let message = name.map(|name| Message::new(name, bytes));
        Publish::new(self, Some(topic.template()), message)
    }

    /// Publishes a request, and waits for the first answer.
    ///
    /// The transport decides how long to wait: `Local` until everyone who received the request has dropped it, NATS as long as
    /// the options of its client say. Dropping the future cancels the request, so wrap it in a timeout to wait less long.
    ///
    /// # Errors
    ///
    /// When awaited: same as [`publish`](Bus::publish); also if nobody subscribes to the topic, if no answer comes, or if it
    /// cannot be decoded.
    pub fn request<L>(&self, topic: &L, payload: &L::Payload) -> Request<'_, L, T, C>
    where
        L: HasReply,
        C: Encode<L::Payload>,
    {
        Request::new(self, topic.template(), self.message(topic, payload))
    }

    /// Subscribes to a pattern: of a line, `SystemHealth::pattern()`, or of a hierarchy, `pattern!(BusTopic, "system.>")`.
    ///
    /// The subscription includes the former names of the topics that the pattern matches. A message is delivered once, even if
    /// several of the names match. All messages that are published after this has returned are received.
    ///
    /// # Errors
    ///
    /// When awaited: if the bus is closed, or the transport refuses the pattern.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "`subscribe(SystemHealth::pattern())` is how it is written"
    )]
    pub fn subscribe<P: TopicPattern>(&self, pattern: P) -> Subscribe<'_, P::Topic, T, C> {
        Subscribe::new(self, pattern.to_patterns())
    }

    /// Subscribes to all topics of a hierarchy, former names included.
    ///
    /// ```
    /// # use topics_bus::{Bus, Local};
    /// # topics::topics! { pub enum BusTopic; system.log; server.<name>.port => u16; }
    /// # futures_lite::future::block_on(async {
    /// # let bus = Bus::new(Local::new());
    /// let mut all = bus.subscribe_all::<BusTopic>().await?;
    /// bus.publish_bytes(&SystemLog, "up").await?;
    /// let message = all.next().await.unwrap();
    /// assert_eq!(message.topic()?, BusTopic::SystemLog(SystemLog));
    /// assert_eq!(message.payload(), "up");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    ///
    /// Same as [`subscribe`](Bus::subscribe).
    pub fn subscribe_all<H: Hierarchy>(&self) -> Subscribe<'_, H, T, C> {
        Subscribe::new(self, H::patterns())
    }

    /// Ends the bus, for all its clones: it accepts nothing more, delivers what it has accepted, and then ends all
    /// subscriptions. It does not wait until subscribers have read their messages.
    ///
    /// # Errors
    ///
    /// If the transport failed.
    pub async fn drain(&self) -> Result<(), Error> {
        self.transport.drain().await
    }

    #[inline]
    fn message<L>(&self, topic: &L, payload: &L::Payload) -> Result<Message, Error>
    where
        L: HasPayload,
        C: Encode<L::Payload>,
    {
        self.encode(self.root.name(topic)?, payload)
    }

    #[inline]
    pub(crate) fn encode<P: ?Sized>(&self, name: String, payload: &P) -> Result<Message, Error>
    where
        C: Encode<P>,
    {
        match self.codec.encode(payload) {
            Ok(payload) => Ok(Message::new(name, payload)),
            Err(source) => Err(Error::Encode { name, source }),
        }
    }

    /// The handle that received messages keep, to send replies.
    pub(crate) fn for_replies(&self) -> Self {
        Self {
            transport: self.transport.for_replies(),
            codec: Arc::clone(&self.codec),
            root: Arc::clone(&self.root),
            hook: self.hook.clone(),
        }
    }
}

impl<T: Clone, C> Clone for Bus<T, C> {
    fn clone(&self) -> Self {
        Self {
            transport: self.transport.clone(),
            codec: Arc::clone(&self.codec),
            root: Arc::clone(&self.root),
            hook: self.hook.clone(),
        }
    }
}

impl<T: fmt::Debug, C: fmt::Debug> fmt::Debug for Bus<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bus")
            .field("transport", &self.transport)
            .field("codec", &self.codec)
            .finish_non_exhaustive()
    }
}
