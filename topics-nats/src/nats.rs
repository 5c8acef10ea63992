//! The transport over a client.

use std::cell::Cell;
use std::fmt;
use std::future::ready;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

use async_nats::client::{PublishError, PublishErrorKind};
use async_nats::message::OutboundMessage;
use async_nats::{Client, RequestErrorKind, Subject, ToSubject};
use topics::Pattern;
use topics_bus::{BoxFuture, Error, Message, Transport};

use crate::convert::{from_nats, to_header_map};
use crate::deliveries::{NatsDeliveries, Part};
use crate::listener::{Listener, runtime};
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

    /// Checks a message, and takes it apart as the client takes it.
    fn outbound(&self, message: Message) -> Result<OutboundMessage, Error> {
        self.check_open()?;
        // `PUB name reply 1048576`, or `HPUB` with two numbers.
        let reply = message.reply;
        let beside = 4 + 1 + reply.as_ref().map_or(0, |reply| reply.len() + 1) + NUMBERS;
        names::check(&message.name, beside)?;
        Ok(OutboundMessage {
            headers: to_header_map(&message.headers)?,
            subject: message.name.into(),
            payload: message.payload,
            reply: reply.map(Subject::from),
        })
    }

    async fn send(&self, message: OutboundMessage) -> Result<(), Error> {
        let OutboundMessage {
            subject,
            payload,
            reply,
            headers,
        } = message;
        let (client, subject) = (&self.client, Handed::new(subject));
        sent(match (reply, headers) {
            (None, None) => client.publish(subject, payload).await,
            (None, Some(headers)) => client.publish_with_headers(subject, headers, payload).await,
            (Some(reply), None) => client.publish_with_reply(subject, reply, payload).await,
            (Some(reply), Some(headers)) => {
                let sending =
                    client.publish_with_reply_and_headers(subject, reply, headers, payload);
                sending.await
            }
        })
    }

    async fn subscribe_to(
        &self,
        patterns: Vec<Pattern<'static>>,
        queue: Option<String>,
    ) -> Result<NatsDeliveries, Error> {
        self.check_open()?;
        let runtime = runtime()?;
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
                listener: Listener::new(subscriber.map_err(Error::transport)?, &runtime),
                earlier: earlier.collect(),
            });
        }
        let answer = round_trip(&self.client, events, &runtime).await?;
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
        runtime()?;
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
        let runtime = runtime()?;
        if self.is_drained.swap(true, Ordering::Relaxed) {
            return Ok(());
        }
        // What was published is at the server, and what the server had for this client has arrived. The client's own `drain`
        // waits for neither.
        let arrived = round_trip(&self.client, self.events.clone(), &runtime).await;
        self.client.drain().await.map_err(closed)?;
        arrived.map(drop)
    }
}

/// A subject that the client takes over. Of a `Subject` it makes a copy, which costs more than all that the bus does.
struct Handed(Cell<Subject>);

impl Handed {
    fn new(subject: Subject) -> Self {
        Self(Cell::new(subject))
    }
}

impl ToSubject for Handed {
    /// The subject, the first time; the client asks once, and would refuse the empty one.
    fn to_subject(&self) -> Subject {
        self.0.replace(Subject::from_static(""))
    }
}

fn sent(outcome: Result<(), PublishError>) -> Result<(), Error> {
    outcome.map_err(|error| match error.kind() {
        PublishErrorKind::Send => Error::Closed,
        _ => Error::transport(error),
    })
}

/// The longest numbers that stand in a line: two sizes and the blanks before them.
const NUMBERS: usize = 2 * (1 + 10);

impl Transport for Nats {
    const SYSTEM: &'static str = "nats";

    type Deliveries = NatsDeliveries;
    type Publishing<'a> = BoxFuture<'a, Result<(), Error>>;

    fn publish(&self, message: Message) -> Self::Publishing<'_> {
        match self.outbound(message) {
            // What most messages are, in a future of its own, since one for all is much larger.
            Ok(OutboundMessage {
                subject,
                payload,
                reply: None,
                headers: None,
            }) => {
                Box::pin(
                    async move { sent(self.client.publish(Handed::new(subject), payload).await) },
                )
            }
            Ok(message) => Box::pin(self.send(message)),
            Err(error) => Box::pin(ready(Err(error))),
        }
    }

    fn try_publish(&self, message: Message) -> Result<(), Error> {
        // The client only waits for room in its own queue, and takes nothing before there is some.
        match self
            .publish(message)
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
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
