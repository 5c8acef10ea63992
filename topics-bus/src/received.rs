//! A message that was received.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use bytes::Bytes;
use topics::{HasReply, ParseTopic, ReadError, ReadMessage, RootError, Topic as _, TopicType};

use crate::telemetry;
use crate::transport::Delivery;
use crate::{Bus, Encode, Error, Headers, Lost, Message, Publish, Receipts, Transport};

/// A message that was received. [`read`](Received::read) parses its topic and decodes its payload.
pub struct Received<X, T, C> {
    delivery: Delivery,
    reader: Arc<Reader<T, C>>,
    topic: PhantomData<fn() -> X>,
}

/// The part that all messages of one subscription share.
pub(crate) struct Reader<T, C> {
    pub(crate) bus: Bus<T, C>,
    pub(crate) receipts: Option<Receipts>,
}

impl<X, T, C> Received<X, T, C> {
    pub(crate) fn new(delivery: Delivery, reader: Arc<Reader<T, C>>) -> Self {
        Self {
            delivery,
            reader,
            topic: PhantomData,
        }
    }

    /// Reads the topic alone.
    ///
    /// # Errors
    ///
    /// If the name is not a topic of the subscription's type.
    pub fn topic(&self) -> Result<X::Of<'_>, RootError>
    where
        X: ParseTopic,
    {
        self.reader.bus.root.parse::<X>(self.name())
    }

    /// The whole name that the message was published under.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.delivery.message().name
    }

    /// The root that the name is under: that of the bus, or the one that its [`Roots`](topics::Roots) matched. `None` if the bus
    /// has none, or the name is outside.
    #[must_use]
    pub fn root(&self) -> Option<&str> {
        self.reader.bus.root.root(self.name())
    }

    /// The payload, not decoded.
    #[must_use]
    pub fn payload(&self) -> &Bytes {
        &self.delivery.message().payload
    }

    /// Returns the headers of the message.
    #[must_use]
    pub fn headers(&self) -> &Headers {
        &self.delivery.message().headers
    }

    /// How many messages this subscription lost just before this one.
    #[must_use]
    pub fn lost(&self) -> Lost {
        self.delivery.lost()
    }

    /// Whether the sender waits for a reply.
    #[must_use]
    pub fn is_request(&self) -> bool {
        self.delivery.message().reply.is_some()
    }
}

impl<X, T: Transport, C> Received<X, T, C> {
    /// Reads the topic and decodes the payload, each time it is called.
    ///
    /// # Errors
    ///
    /// If the name is not a topic of the subscription's type, or the payload cannot be decoded. The error has the name, the
    /// bytes and the reason. The subscription continues.
    ///
    /// A subscription to one line, `system.*.health`, also receives topics of a line that wins over it, `system.bus.health`.
    /// Here they are an error ([`ParseErrorKind::OfAnotherLine`](topics::ParseErrorKind)), so that they are never decoded as
    /// the wrong payload. Ignore it, or subscribe to the hierarchy.
    // With `X::Message<'_>` as the result, the compiler would report for a hierarchy without `#[messages]` only that the method
    // does not exist, without the remedy.
    pub fn read<'m, M>(&'m self) -> Result<M, ReadError>
    where
        X: ReadMessage<C, Message<'m> = M>,
    {
        let (template, read) = match self.topic() {
            Ok(topic) => {
                let template = topic.template();
                let read = X::with_payload(topic, &self.reader.bus.codec, self.payload());
                let error = |error| ReadError::of_payload(self.name(), self.payload(), error);
                (Some(template), read.map_err(error))
            }
            Err(error) => (None, Err(ReadError::of_topic(error, self.payload()))),
        };
        telemetry::read(
            T::SYSTEM,
            template,
            self.delivery.message(),
            read.as_ref().err(),
        );
        read
    }

    /// Answers a request with the reply that its line declares.
    ///
    /// # Errors
    ///
    /// When awaited: [`Error::NotARequest`] if the message is not a request; otherwise same as [`Bus::publish`].
    pub fn reply(&self, reply: &X::Reply) -> Publish<'_, T>
    where
        X: HasReply,
        C: Encode<X::Reply>,
    {
        self.reply_as::<X>(reply)
    }

    /// Answers a request that was received as one message of a hierarchy, with the reply that its line declares.
    ///
    /// # Errors
    ///
    /// Same as [`reply`](Received::reply).
    pub fn reply_as<L>(&self, reply: &L::Reply) -> Publish<'_, T>
    where
        L: HasReply,
        C: Encode<L::Reply>,
    {
        let (bus, name) = (&self.reader.bus, self.reply_name());
        let message = name.and_then(|name| bus.encode(name.into(), reply));
        Publish::new(bus, Some(<L as TopicType>::TEMPLATE), message)
    }

    /// Answers a request with bytes; they are not encoded.
    ///
    /// # Errors
    ///
    /// Same as [`reply`](Received::reply).
    pub fn reply_bytes(&self, bytes: impl Into<Bytes>) -> Publish<'_, T> {
        let message = self.reply_name().map(|name| Message::new(name, bytes));
        Publish::new(&self.reader.bus, None, message)
    }

    fn reply_name(&self) -> Result<&str, Error> {
        let message = self.delivery.message();
        message.reply.as_deref().ok_or(Error::NotARequest)
    }
}

impl<X, T, C> Drop for Received<X, T, C> {
    fn drop(&mut self) {
        if let Some(receipts) = &self.reader.receipts {
            receipts.set_handled(self.delivery.number);
        }
    }
}

impl<X, T, C> fmt::Debug for Received<X, T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Received")
            .field("message", self.delivery.message())
            .field("lost", &self.lost())
            .finish_non_exhaustive()
    }
}
