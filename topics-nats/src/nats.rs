//! The transport over a client of async-nats.

use std::cell::Cell;
use std::fmt;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

use async_nats::client::{PublishError, PublishErrorKind};
use async_nats::message::OutboundMessage;
use async_nats::{Client, RequestErrorKind, Subject, ToSubject};
use tokio::task::unconstrained;
use topics::Pattern;
use topics_bus::{BoxFuture, Error, Message, Transport};

use crate::convert::{from_nats, to_header_map};
use crate::deliveries::{NatsDeliveries, Part};
use crate::listener::{Listener, runtime};
use crate::round_trip::{closed, round_trip};
use crate::{Events, names};

/// The transport over an [`async_nats::Client`].
///
/// The [crate's page](crate) says how NATS differs from [`Local`](topics_bus::Local).
#[derive(Clone)]
pub struct Nats {
    client: Client,
    /// Never read; each use clones it, and the clone receives the events from then on.
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

    /// The same transport with the events of its client. The callback of these events must be in the options of that client.
    #[must_use]
    pub fn with_events(self, events: &Events) -> Self {
        Self {
            events: Some(events.clone()),
            ..self
        }
    }

    /// The client, for its own methods.
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

    /// Checks a message, and converts it.
    fn outbound(&self, message: Message) -> Result<OutboundMessage, Error> {
        self.check_open()?;
        // `PUB name reply 1048576`, or `HPUB` with two numbers.
        let reply = message.reply;
        let rest = 4 + 1 + reply.as_ref().map_or(0, |reply| reply.len() + 1) + NUMBERS;
        names::check(&message.name, rest)?;
        Ok(OutboundMessage {
            headers: to_header_map(&message.headers)?,
            subject: message.name.into(),
            payload: message.payload,
            reply: reply.map(Subject::from),
        })
    }

    async fn send(&self, message: OutboundMessage) -> Result<(), PublishError> {
        let (client, subject) = (&self.client, MovedSubject::new(message.subject));
        let payload = message.payload;
        match (message.reply, message.headers) {
            (None, None) => client.publish(subject, payload).await,
            (None, Some(headers)) => client.publish_with_headers(subject, headers, payload).await,
            (Some(reply), None) => client.publish_with_reply(subject, reply, payload).await,
            (Some(reply), Some(headers)) => {
                let sending =
                    client.publish_with_reply_and_headers(subject, reply, headers, payload);
                sending.await
            }
        }
    }

    async fn subscribe_to(
        &self,
        patterns: Vec<Pattern<'static>>,
        queue: Option<String>,
    ) -> Result<NatsDeliveries, Error> {
        self.check_open()?;
        let runtime = runtime()?;
        // Cloned before subscribing, so that it receives a denial.
        let events = self.events.clone();
        let mut parts = Vec::with_capacity(patterns.len());
        for (index, pattern) in patterns.iter().enumerate() {
            // `SUB name queue 18446744073709551615`.
            let rest = 4 + 1 + queue.as_ref().map_or(0, |queue| queue.len() + 1) + 20;
            names::check(pattern.as_str(), rest)?;
            let subject = Subject::from(pattern.as_str());
            let subscriber = match &queue {
                None => self.client.subscribe(subject).await,
                Some(queue) => self.client.queue_subscribe(subject, queue.clone()).await,
            };
            // In a queue group, the server sends the message only once even if several patterns match.
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
        // The client does not tell the name for the reply; it is as long as this one.
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
        // After this, all published messages are at the server, and all messages for this client have arrived. The client's own `drain`
        // waits for neither.
        let arrived = round_trip(&self.client, self.events.clone(), &runtime).await;
        self.client.drain().await.map_err(closed)?;
        arrived.map(drop)
    }
}

/// A subject that the client takes without a copy. It would clone a `Subject`, which costs more than all else in publishing.
struct MovedSubject(Cell<Subject>);

impl MovedSubject {
    fn new(subject: Subject) -> Self {
        Self(Cell::new(subject))
    }
}

impl ToSubject for MovedSubject {
    /// Returns the subject the first time. The client calls this once; it would refuse the empty subject of a second call.
    fn to_subject(&self) -> Subject {
        self.0.replace(Subject::from_static(""))
    }
}

/// The greatest length of the numbers in a line: two sizes, each with a space before it.
const NUMBERS: usize = 2 * (1 + 10);

impl Transport for Nats {
    const SYSTEM: &'static str = "nats";

    type Deliveries = NatsDeliveries;
    type Publishing<'a> = NatsPublishing<'a>;

    fn publish(&self, message: Message) -> Self::Publishing<'_> {
        NatsPublishing(match self.outbound(message) {
            // Most messages. The future that sends any message is much larger.
            Ok(OutboundMessage {
                subject,
                payload,
                reply: None,
                headers: None,
            }) => State::Sending(Box::pin(
                self.client.publish(MovedSubject::new(subject), payload),
            )),
            Ok(message) => State::Sending(Box::pin(self.send(message))),
            Err(error) => State::Failed(Some(error)),
        })
    }

    fn try_publish(&self, message: Message) -> Result<(), Error> {
        // The client waits for nothing but room in its queue, so one attempt is enough. Tokio's cooperative scheduling would make it
        // wait for a turn too, which must not look like a full queue.
        let sending = pin!(unconstrained(self.publish(message)));
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

/// The future of a message that is being passed to the client.
#[must_use = "futures do nothing unless they are awaited"]
pub struct NatsPublishing<'a>(State<'a>);

enum State<'a> {
    /// The error is taken once.
    Failed(Option<Error>),
    Sending(BoxFuture<'a, Result<(), PublishError>>),
}

impl Future for NatsPublishing<'_> {
    type Output = Result<(), Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let sent = match &mut self.0 {
            State::Failed(error) => return Poll::Ready(Err(error.take().unwrap_or(Error::Closed))),
            State::Sending(sending) => sending.as_mut().poll(context),
        };
        sent.map_err(|error| match error.kind() {
            PublishErrorKind::Send => Error::Closed,
            _ => Error::transport(error),
        })
    }
}

impl fmt::Debug for NatsPublishing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NatsPublishing").finish_non_exhaustive()
    }
}

impl fmt::Debug for Nats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Nats").finish_non_exhaustive()
    }
}
