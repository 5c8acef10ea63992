//! Which messages arrive, how often, and in which order.

use std::future::IntoFuture as _;
use topics_bus::{Bus, Transport};

use super::hierarchy::{BusTopic, Heartbeat, SystemBusHealth, SystemLog, WorkerHealth};
use super::{Outcome, SOON, buses, next};

pub(crate) async fn ten_thousand_messages_arrive_in_order<T: Transport>(
    transports: (T, T),
) -> Outcome {
    // Miri is a thousand times slower, so few with it, but more than the publisher hands over at once.
    const COUNT: u64 = if cfg!(miri) { 300 } else { 10_000 };
    let (publisher, subscriber) = buses(transports);
    let mut health = subscriber.subscribe(WorkerHealth::pattern()).await?;
    let publishing = async {
        let topic = WorkerHealth::new("mutator")?;
        for uptime in 0..COUNT {
            publisher.publish(&topic, &Heartbeat { uptime }).await?;
            // No more than the queue of the subscriber holds; then the subscriber reads them.
            if uptime % 256 == 0 {
                tokio::task::yield_now().await;
            }
        }
        Outcome::Ok(())
    };
    let reading = async {
        for uptime in 0..COUNT {
            let message = next(&mut health).await;
            assert_eq!(message.read()?.1, Heartbeat { uptime });
            assert!(!(message.lost() > 0));
        }
        Outcome::Ok(())
    };
    tokio::try_join!(publishing, reading)?;
    assert!(!(health.lost() > 0));
    Ok(())
}

pub(crate) async fn a_message_that_several_patterns_match_is_delivered_once<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut all = subscriber.subscribe_all::<BusTopic<'_>>().await?;
    let mut overlapping = subscriber.subscribe(Overlapping).await?;
    publisher
        .publish(&SystemBusHealth::new(), &Heartbeat { uptime: 1 })
        .await?;
    publisher
        .publish(&WorkerHealth::new("mutator")?, &Heartbeat { uptime: 2 })
        .await?;
    publisher.publish_bytes(&SystemLog, "last").await?;

    let mut names = Vec::new();
    for _ in 0..3 {
        names.push(next(&mut all).await.name().to_owned());
    }
    // Only messages under one pattern arrive in the order of the publisher.
    names.sort();
    assert_eq!(
        names,
        ["system.bus.health", "system.log", "system.mutator.health"]
    );

    for _ in 0..2 {
        let message = next(&mut overlapping).await;
        assert!(message.name().ends_with(".health"));
    }
    nothing_comes(&publisher, &mut overlapping).await
}

/// Two patterns that share `system.bus.health`, and one that only looks like another.
struct Overlapping;

impl std::fmt::Display for Overlapping {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("system.*.health")
    }
}

impl topics::TopicPattern for Overlapping {
    type Topic = BusTopic<'static>;

    fn to_pattern(&self) -> topics::Pattern<'static> {
        topics::pattern!("system.*.health")
    }

    fn to_patterns(&self) -> Vec<topics::Pattern<'static>> {
        vec![
            self.to_pattern(),
            topics::pattern!("system.bus.*"),
            topics::pattern!("*.bus.health"),
            topics::pattern!("system.bus.health"),
        ]
    }
}

/// Checks that the subscription receives nothing before the message that this publishes.
async fn nothing_comes<T: Transport, X>(
    bus: &Bus<T>,
    subscription: &mut topics_bus::Subscription<X, T, topics_bus::Json>,
) -> Outcome {
    bus.publish(&SystemBusHealth::new(), &Heartbeat { uptime: 99 })
        .await?;
    let message = next(subscription).await;
    assert_eq!(message.payload(), r#"{"uptime":99}"#);
    Ok(())
}

pub(crate) async fn a_former_name_is_received_as_the_line<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut health = subscriber.subscribe(WorkerHealth::pattern()).await?;
    let old = topics_bus::Message::new("worker.mutator.health", r#"{"uptime":7}"#);
    publisher.transport().publish(old).await?;

    let message = next(&mut health).await;
    assert_eq!(
        message.read()?,
        (WorkerHealth::new("mutator")?, Heartbeat { uptime: 7 })
    );
    Ok(())
}

pub(crate) async fn a_pattern_of_a_hierarchy_receives_former_names<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let pattern = topics::pattern!(BusTopic, "system.*.health");
    let mut health = subscriber.subscribe(pattern).await?;
    let old = topics_bus::Message::new("worker.mutator.health", r#"{"uptime":7}"#);
    publisher.transport().publish(old).await?;

    let message = next(&mut health).await;
    assert_eq!(message.topic()?, WorkerHealth::new("mutator")?.into());
    Ok(())
}

pub(crate) async fn what_is_published_after_subscribing_is_received<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    for uptime in 0..if cfg!(miri) { 30 } else { 300 } {
        let mut health = subscriber.subscribe(WorkerHealth::pattern()).await?;
        publisher
            .publish(&WorkerHealth::new("mutator")?, &Heartbeat { uptime })
            .await?;
        assert_eq!(next(&mut health).await.read()?.1, Heartbeat { uptime });
    }
    Ok(())
}

pub(crate) async fn a_dropped_subscription_receives_nothing_and_harms_nobody<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let gone = subscriber.subscribe(WorkerHealth::pattern()).await?;
    let mut stays = subscriber.subscribe(WorkerHealth::pattern()).await?;
    drop(gone);
    for uptime in 0..3 {
        publisher
            .publish(&WorkerHealth::new("mutator")?, &Heartbeat { uptime })
            .await?;
        assert_eq!(next(&mut stays).await.read()?.1, Heartbeat { uptime });
    }
    drop(stays);
    publisher
        .publish(&WorkerHealth::new("mutator")?, &Heartbeat { uptime: 4 })
        .await?;
    let mut later = tokio::time::timeout(
        SOON,
        subscriber.subscribe(WorkerHealth::pattern()).into_future(),
    )
    .await??;
    publisher
        .publish(&WorkerHealth::new("mutator")?, &Heartbeat { uptime: 5 })
        .await?;
    // On two connections, a message that was published earlier may arrive later.
    while next(&mut later).await.read()?.1.uptime != 5 {}
    Ok(())
}
