//! Sending and reading emit spans and events of `tracing`, with the names of OpenTelemetry's conventions.
#![cfg(feature = "tracing")]

use std::fmt::{self, Debug, Write as _};
use std::future::{Ready, ready};
use std::sync::{Arc, Mutex};

use futures_lite::future::block_on;
use topics::{Pattern, ReadError};
use topics_bus::{BoxFuture, Bus, Error, Headers, Local, Message, NoDeliveries, Transport};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

topics::topics! {
    counter.<name> => u64;
}

/// Records all fields of all spans and events.
#[derive(Clone, Default)]
struct Seen(Arc<Mutex<String>>);

impl Visit for Seen {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = writeln!(self.0.lock().unwrap(), "{field}={value:?}");
    }
}

impl Subscriber for Seen {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("topics_bus")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut self.clone());
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[test]
fn messages_are_seen_by_their_templates() {
    let seen = Seen::default();
    tracing::subscriber::with_default(seen.clone(), || {
        block_on(async {
            let bus = Bus::new(Local::new());
            let mut counters = bus.subscribe(Counter::pattern()).await.unwrap();
            bus.publish(&Counter::new("a").unwrap(), &7).await.unwrap();
            bus.publish_bytes(&Counter::new("b").unwrap(), "seven")
                .await
                .unwrap();
            counters.next().await.unwrap().read().unwrap();
            counters.next().await.unwrap().read().unwrap_err();
            bus.drain().await.unwrap();
            bus.publish(&Counter::new("c").unwrap(), &8)
                .await
                .unwrap_err();
        });
    });
    let seen = seen.0.lock().unwrap();
    for line in [
        r#"messaging.system="topics""#,
        r#"otel.name="publish counter.<name>""#,
        r#"messaging.operation.type="send""#,
        r#"messaging.operation.name="publish""#,
        r#"messaging.destination.name="counter.a""#,
        "messaging.destination.template=counter.<name>",
        "messaging.message.body.size=1",
        r#"messaging.operation.type="process""#,
        r#"messaging.destination.name="counter.b""#,
        r#"messaging.operation.name="read""#,
        "message=cannot be read",
        r#"error.type="payload""#,
        r#"otel.status_code="ERROR""#,
        r#"error.type="closed""#,
    ] {
        assert!(seen.lines().any(|seen| seen == line), "{line} in\n{seen}");
    }
}

/// Fails with the error that it is given.
#[derive(Clone)]
struct Failing(Arc<Mutex<Option<Error>>>);

impl Failing {
    fn error(&self) -> Error {
        self.0.lock().unwrap().take().unwrap()
    }
}

impl Transport for Failing {
    type Deliveries = NoDeliveries;
    type Publishing<'a> = Ready<Result<(), Error>>;

    fn publish(&self, _: Message) -> Self::Publishing<'_> {
        ready(Err(self.error()))
    }

    fn try_publish(&self, _: Message) -> Result<(), Error> {
        Err(self.error())
    }

    fn subscribe(
        &self,
        _: Vec<Pattern<'static>>,
        _: Option<String>,
    ) -> BoxFuture<'_, Result<NoDeliveries, Error>> {
        Box::pin(ready(Err(self.error())))
    }

    fn request(&self, _: Message) -> BoxFuture<'_, Result<Message, Error>> {
        Box::pin(ready(Err(self.error())))
    }

    fn drain(&self) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(ready(Err(self.error())))
    }
}

#[test]
fn each_error_has_its_type() {
    let encode = Error::Encode {
        name: "a".into(),
        source: fmt::Error.into(),
    };
    let reply = Error::Reply(ReadError::of_payload("a", b"x", fmt::Error.into()));
    for (error, expected) in [
        (Error::Closed, "closed"),
        (Error::Full, "full"),
        (Error::NoResponders, "no_responders"),
        (Error::NoReply, "no_reply"),
        (Error::TimedOut, "timeout"),
        (Error::NotARequest, "not_a_request"),
        (encode, "encode"),
        (reply, "decode"),
        (Error::refused("a", "it is long"), "refused"),
        (Headers::new().insert("", "").unwrap_err().into(), "header"),
        (Error::transport(fmt::Error), "transport"),
    ] {
        let (seen, error) = (Seen::default(), Arc::new(Mutex::new(Some(error))));
        let sent = tracing::subscriber::with_default(seen.clone(), || {
            let bus = Bus::new(Failing(error));
            bus.try_publish(&Counter::new("a").unwrap(), &7)
        });
        assert!(sent.is_err());
        let seen = seen.0.lock().unwrap();
        let expected = format!("error.type={expected:?}");
        assert!(
            seen.lines().any(|line| line == expected),
            "{expected} in\n{seen}"
        );
    }
}
