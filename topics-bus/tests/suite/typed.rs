//! A message is read as it was published.

use std::fmt::Debug;
use std::future::IntoFuture as _;

use serde::Serialize;
use serde::de::DeserializeOwned;
use topics::{HasPayload, ReadErrorReason, Root, Roots, Topic as _, pattern};
use topics_bus::{Bus, Error, Transport};

use super::hierarchy::{
    Accepted, AttackerObservation, AttackerObserved, BusMessage, BusTopic, DeckyMutateRequest,
    DeckyTraffic, Heartbeat, Moved, Mutate, Seen, SystemBusHealth, SystemLog, TopologyMutation,
    TopologyMutationState, Traffic, WorkerHealth,
};
use super::{Outcome, buses, next};

pub(crate) async fn every_line_is_published_and_received_typed<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);

    let moved = Moved {
        operation: "swap".into(),
        attempt: 2,
    };
    let traffic = Traffic {
        port: 22,
        bytes: 1_388,
    };
    let mutate = Mutate {
        reason: "seen enough — ”quoted”".into(),
    };
    let (seen, beat) = (Seen { attacker: 66 }, Heartbeat { uptime: u64::MAX });

    for state in [
        TopologyMutationState::Applying,
        TopologyMutationState::Applied,
    ] {
        let topic = TopologyMutation::new("t-17", state)?;
        goes_through(&publisher, &subscriber, &topic, &moved).await?;
    }
    goes_through(
        &publisher,
        &subscriber,
        &DeckyTraffic::new("wéb-01")?,
        &traffic,
    )
    .await?;
    goes_through(
        &publisher,
        &subscriber,
        &DeckyMutateRequest::new("web-01")?,
        &mutate,
    )
    .await?;
    goes_through(&publisher, &subscriber, &AttackerObserved::new(), &seen).await?;
    goes_through(
        &publisher,
        &subscriber,
        &AttackerObservation::new("a.b.c")?,
        &seen,
    )
    .await?;
    goes_through(&publisher, &subscriber, &SystemBusHealth::new(), &beat).await?;
    goes_through(
        &publisher,
        &subscriber,
        &WorkerHealth::new("mutator")?,
        &beat,
    )
    .await?;
    Ok(())
}

/// Publishes on one bus, and reads as the line and as the hierarchy on the other.
async fn goes_through<T: Transport, L>(
    publisher: &Bus<T>,
    subscriber: &Bus<T>,
    topic: &L,
    payload: &L::Payload,
) -> Outcome
where
    L: HasPayload<Payload: Debug + PartialEq + Serialize + DeserializeOwned>,
{
    let mut all = subscriber.subscribe_all::<BusTopic<'_>>().await?;
    let mut exact = subscriber.subscribe(exactly::<L>(topic)).await?;
    publisher.publish(topic, payload).await?;

    let message = next(&mut exact).await;
    let (read, decoded) = message.read()?;
    assert_eq!(read.name(), topic.name());
    assert_eq!(decoded, *payload);
    let message = next(&mut all).await;
    assert_eq!(message.topic()?.name(), topic.name());
    assert_eq!(message.topic()?.template(), topic.template());
    Ok(())
}

/// The pattern of one topic alone.
struct Exactly<L>(
    topics::Pattern<'static>,
    std::marker::PhantomData<fn() -> L>,
);

fn exactly<L: HasPayload>(topic: &L) -> Exactly<L> {
    Exactly(topic.name().into(), std::marker::PhantomData)
}

impl<L> std::fmt::Display for Exactly<L> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.0, f)
    }
}

impl<L: HasPayload> topics::TopicPattern for Exactly<L> {
    type Topic = L;

    fn to_pattern(&self) -> topics::Pattern<'static> {
        self.0.clone()
    }
}

pub(crate) async fn a_wildcard_receives_what_it_matches_and_nothing_else<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut deckies = subscriber.subscribe(pattern!(BusTopic, "decky.>")).await?;
    let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
    let mut failed = subscriber.subscribe(failed).await?;

    let moved = Moved {
        operation: "swap".into(),
        attempt: 1,
    };
    publisher
        .publish(&AttackerObserved::new(), &Seen { attacker: 1 })
        .await?;
    publisher
        .publish(
            &TopologyMutation::new("a", TopologyMutationState::Applied)?,
            &moved,
        )
        .await?;
    publisher
        .publish(
            &DeckyTraffic::new("web-01")?,
            &Traffic { port: 22, bytes: 1 },
        )
        .await?;
    publisher
        .publish(
            &TopologyMutation::new("b", TopologyMutationState::Failed)?,
            &moved,
        )
        .await?;

    assert_eq!(next(&mut deckies).await.name(), "decky.web-01.traffic");
    let message = next(&mut failed).await;
    let (topic, read) = message.read()?;
    assert_eq!((topic.id.as_str(), read), ("b", moved));
    Ok(())
}

pub(crate) async fn a_topic_without_payload_carries_bytes<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut log = subscriber.subscribe(SystemLog::pattern()).await?;
    for bytes in [vec![], b"\0\xff\r\n+OK\r\n".to_vec(), vec![7; 100_000]] {
        publisher.publish_bytes(&SystemLog, bytes.clone()).await?;
        let message = next(&mut log).await;
        assert_eq!(message.topic()?, SystemLog);
        assert_eq!(*message.payload(), bytes);
    }
    Ok(())
}

pub(crate) async fn headers_arrive_unchanged<T: Transport>(transports: (T, T)) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let publisher = publisher.before_sending(|template, headers| {
        headers
            .insert("template", template.as_str())
            .expect("a template is one line");
    });
    let mut log = subscriber.subscribe(SystemLog::pattern()).await?;
    let publish = publisher
        .publish_bytes(&SystemLog, "up")
        .header("Trace", "4bf92f35: a b");
    publish
        .header("tag", "night")
        .header("tag", "")
        .header("tag", "eü")
        .await?;

    let message = next(&mut log).await;
    let headers = message.headers();
    assert_eq!(headers.get("Trace"), Some("4bf92f35: a b"));
    assert_eq!(headers.get("trace"), None);
    assert_eq!(
        headers.get_all("tag").collect::<Vec<_>>(),
        ["night", "", "eü"]
    );
    assert_eq!(headers.get("template"), Some("system.log"));
    assert_eq!(message.payload(), "up");

    let injected = publisher
        .publish_bytes(&SystemLog, "up")
        .header("a", "b\r\nc: d");
    assert!(injected.await.is_err());
    Ok(())
}

pub(crate) async fn what_cannot_be_decoded_is_handed_over_and_the_stream_goes_on<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut health = subscriber.subscribe(WorkerHealth::pattern()).await?;
    let topic = WorkerHealth::new("mutator")?;
    publisher
        .publish_bytes(&topic, r#"{"uptime": "long"}"#)
        .await?;
    publisher.publish(&topic, &Heartbeat { uptime: 7 }).await?;

    let error = next(&mut health)
        .await
        .read()
        .expect_err("that is no heartbeat");
    assert_eq!(error.name(), "system.mutator.health");
    assert_eq!(error.payload(), br#"{"uptime": "long"}"#);
    assert!(matches!(error.reason(), ReadErrorReason::Payload(_)));
    let shown = error.to_string();
    assert!(
        shown.starts_with("cannot decode the payload of `system.mutator.health`, 18 bytes `{"),
        "{shown}"
    );
    assert_eq!(format!("{error:?}"), format!("ReadError({shown})"));
    assert_eq!(next(&mut health).await.read()?.1, Heartbeat { uptime: 7 });
    Ok(())
}

pub(crate) async fn a_name_that_is_not_of_the_line_is_handed_over_with_the_reason<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut mutations = subscriber.subscribe(TopologyMutation::pattern()).await?;
    let unknown = topics_bus::Message::new("topology.t-17.mutation.exploded", "{}");
    publisher.transport().publish(unknown).await?;

    let message = next(&mut mutations).await;
    let error = message.read().expect_err("no mutation explodes");
    assert!(matches!(error.reason(), ReadErrorReason::Topic(_)));
    assert_eq!(error.name(), "topology.t-17.mutation.exploded");
    assert_eq!(error.payload(), b"{}");
    assert!(error.to_string().contains("`exploded`"), "{error}");
    Ok(())
}

pub(crate) async fn a_root_stands_before_all_names<T: Transport>((one, other): (T, T)) -> Outcome {
    let acme = Bus::new(one.clone()).under(&Root::new("prod.acme")?);
    let other_acme = Bus::new(other.clone()).under(&Root::new("prod.acme")?);
    let zeta = Bus::new(one).under(&Root::new("prod.zeta")?);
    let everyone = Bus::new(other).under(&Roots::new("prod.*")?);
    let mut mine = other_acme.subscribe_all::<BusTopic<'_>>().await?;
    let mut all = everyone.subscribe(WorkerHealth::pattern()).await?;

    let topic = WorkerHealth::new("mutator")?;
    zeta.publish(&topic, &Heartbeat { uptime: 1 }).await?;
    assert_eq!(next(&mut all).await.root(), Some("prod.zeta"));
    acme.publish(&topic, &Heartbeat { uptime: 2 }).await?;
    let message = next(&mut all).await;
    assert_eq!(message.root(), Some("prod.acme"));
    assert_eq!(message.read()?, (topic.clone(), Heartbeat { uptime: 2 }));
    let message = next(&mut mine).await;
    assert_eq!(message.name(), "prod.acme.system.mutator.health");
    assert_eq!(message.topic()?, BusTopic::WorkerHealth(topic.clone()));

    let mut work = other_acme.subscribe(DeckyMutateRequest::pattern()).await?;
    let decky = DeckyMutateRequest::new("web-01")?;
    let mutate = Mutate {
        reason: "seen".into(),
    };
    let asking = acme.request(&decky, &mutate).into_future();
    let answering = async {
        let message = next(&mut work).await;
        message.reply(&Accepted { at: 3 }).await
    };
    let (accepted, answered) = tokio::join!(asking, answering);
    answered?;
    assert_eq!(accepted?, Accepted { at: 3 });

    let refused = everyone.publish(&topic, &Heartbeat { uptime: 3 }).await;
    assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
    Ok(())
}

pub(crate) async fn a_hierarchy_is_received_as_one_enum<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut system = subscriber.subscribe(pattern!(BusTopic, "system.>")).await?;
    let mut log = subscriber.subscribe(SystemLog::pattern()).await?;
    let topic = WorkerHealth::new("mutator")?;
    publisher.publish(&topic, &Heartbeat { uptime: 7 }).await?;
    publisher.publish_bytes(&SystemLog, "up").await?;

    let message = next(&mut system).await;
    let BusMessage::WorkerHealth(read, beat) = message.read()? else {
        panic!("{message:?}");
    };
    assert_eq!((read, beat), (topic, Heartbeat { uptime: 7 }));
    assert_eq!(
        next(&mut system).await.read()?,
        BusMessage::SystemLog(SystemLog, b"up")
    );
    assert_eq!(next(&mut log).await.read()?, (SystemLog, &b"up"[..]));
    Ok(())
}
