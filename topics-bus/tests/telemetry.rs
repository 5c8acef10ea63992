//! Sending and reading emit spans and events of `tracing`, with the names of OpenTelemetry's conventions.
#![cfg(feature = "tracing")]

use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};

use futures_lite::future::block_on;
use topics_bus::{Bus, Local};
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
