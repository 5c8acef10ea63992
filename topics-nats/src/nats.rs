//! The transport over a client.

use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

use async_nats::{Client, PublishErrorKind, RequestErrorKind, Subject};
use topics::Pattern;
use topics_bus::{BoxFuture, Error, Message, Transport};

use crate::convert::{from_nats, to_header_map};
use crate::deliveries::{NatsDeliveries, Part};
use crate::round_trip::{closed, round_trip};
use crate::{Events, names};

/// The transport over an [`async_nats::Client`].
///
/// See the [crate's page](crate) for what holds on NATS.
#[derive(Clone)]
pub struct Nats {
    client: Client,
    /// Only to be cloned: an own copy hears what comes after it was made.
    events: Option<Events>,
    is_drained: Arc<AtomicBool>,
}

impl Nats {
    /// Creates the transport over a client.
    #[must_use]
    pub fn new(client: Client) -> Self {
        Self {
            client,
            events: None,
            is_drained: Arc::default(),
        }
    }

    /// The same transport, which hears the events of its client; they must come from the options of that client.
    #[must_use]
    pub fn with_events(self, events: &Events) -> Self {
        Self {
            events: Some(events.clone()),
            ..self
        }
    }

    /// The client, for all that the bus leaves to it.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    fn check_open(&self) -> Result<(), Error> {
        if self.is_drained.load(Ordering::Relaxed) {
            return Err(Error::Closed);
        }
        Ok(())
    }

    async fn send(&self, message: Message) -> Result<(), Error> {
        self.check_open()?;
        let reply = message.reply;
        // `PUB name reply 1048576`, or `HPUB` with two numbers.
        let beside = 4 + 1 + reply.as_ref().map_or(0, |reply| reply.len() + 1) + NUMBERS;
        names::check(&message.name, beside)?;
        let headers = to_header_map(&message.headers)?;
        let (client, name, payload) = (&self.client, Subject::from(message.name), message.payload);
        let sent = match (reply, headers) {
            (None, None) => client.publish(name, payload).await,
            (None, Some(headers)) => client.publish_with_headers(name, headers, payload).await,
            (Some(reply), None) => client.publish_with_reply(name, reply, payload).await,
            (Some(reply), Some(headers)) => {
                let sending = client.publish_with_reply_and_headers(name, reply, headers, payload);
                sending.await
            }
        };
        sent.map_err(|error| match error.kind() {
            PublishErrorKind::Send => Error::Closed,
            _ => Error::transport(error),
        })
    }

    async fn subscribe_to(
        &self,
        patterns: Vec<Pattern<'static>>,
        queue: Option<String>,
    ) -> Result<NatsDeliveries, Error> {
        self.check_open()?;
        // From here on, so that the denial of what is asked for now is heard.
        let events = self.events.clone();
        let mut parts = Vec::with_capacity(patterns.len());
        for (index, pattern) in patterns.iter().enumerate() {
            // `SUB name queue 18446744073709551615`.
            let beside = 4 + 1 + queue.as_ref().map_or(0, |queue| queue.len() + 1) + 20;
            names::check(pattern.as_str(), beside)?;
            let subject = Subject::from(pattern.as_str());
            let subscriber = match &queue {
                None => self.client.subscribe(subject).await,
                Some(queue) => self.client.queue_subscribe(subject, queue.clone()).await,
            };
            // Of a group, the server itself chooses one subscription among all that match.
            let earlier = patterns.iter().take(index).filter(|_| queue.is_none());
            let earlier = earlier.filter(|other| other.overlaps(pattern)).cloned();
            parts.push(Part {
                subscriber: subscriber.map_err(Error::transport)?,
                earlier: earlier.collect(),
            });
        }
        let answer = round_trip(&self.client, events).await?;
        let denied = |pattern: &&Pattern<'_>| {
            let quoted = format!("Subscription to \"{pattern}\"");
            answer.denied.iter().any(|denial| denial.contains(&quoted))
        };
        match patterns.iter().find(denied) {
            None => Ok(NatsDeliveries::new(parts)),
            Some(pattern) => Err(Error::refused(
                pattern.as_str(),
                "the server does not permit this user to subscribe to it",
            )),
        }
    }

    async fn ask(&self, message: Message) -> Result<Message, Error> {
        self.check_open()?;
        // The client replies to a name under its inbox, which it does not tell; this one is as long.
        let reply = self.client.new_inbox().len() + 1 + 22;
        names::check(&message.name, 4 + 1 + reply + 1 + NUMBERS)?;
        let mut request = async_nats::Request::new().payload(message.payload);
        if let Some(headers) = to_header_map(&message.headers)? {
            request = request.headers(headers);
        }
        let reply = self
            .client
            .send_request(Subject::from(message.name), request);
        match reply.await {
            Ok(reply) => Ok(from_nats(reply)),
            Err(error) => Err(match error.kind() {
                RequestErrorKind::NoResponders => Error::NoResponders,
                RequestErrorKind::TimedOut => Error::TimedOut,
                _ => Error::transport(error),
            }),
        }
    }

    async fn end(&self) -> Result<(), Error> {
        if self.is_drained.swap(true, Ordering::Relaxed) {
            return Ok(());
        }
        // What was published is at the server, and what the server had for this client has arrived. The client's own `drain`
        // waits for neither.
        let arrived = round_trip(&self.client, self.events.clone()).await;
        self.client.drain().await.map_err(closed)?;
        arrived.map(drop)
    }
}

/// The longest numbers that stand in a line: two sizes and the blanks before them.
const NUMBERS: usize = 2 * (1 + 10);

impl Transport for Nats {
    const SYSTEM: &'static str = "nats";

    type Deliveries = NatsDeliveries;
    type Publishing<'a> = BoxFuture<'a, Result<(), Error>>;

    fn publish(&self, message: Message) -> Self::Publishing<'_> {
        Box::pin(self.send(message))
    }

    fn try_publish(&self, message: Message) -> Result<(), Error> {
        // The client only waits for room in its own queue, and takes nothing before there is some.
        let sending = pin!(self.send(message));
        match sending.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(sent) => sent,
            Poll::Pending => Err(Error::Full),
        }
    }

    fn subscribe(
        &self,
        patterns: Vec<Pattern<'static>>,
        queue: Option<String>,
    ) -> BoxFuture<'_, Result<NatsDeliveries, Error>> {
        Box::pin(self.subscribe_to(patterns, queue))
    }

    fn request(&self, request: Message) -> BoxFuture<'_, Result<Message, Error>> {
        Box::pin(self.ask(request))
    }

    fn drain(&self) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(self.end())
    }
}

impl fmt::Debug for Nats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Nats").finish_non_exhaustive()
    }
}
