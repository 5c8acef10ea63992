//! The end of a bus.

use std::future::IntoFuture as _;

use topics_bus::Transport;

use super::hierarchy::{Heartbeat, WorkerHealth};
use super::{Outcome, SOON, buses};

/// How many messages are in flight; few with Miri, which is a thousand times slower.
const COUNT: u64 = if cfg!(miri) { 50 } else { 500 };

pub(crate) async fn draining_delivers_what_is_in_flight_and_ends_the_stream<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut health = subscriber.subscribe(WorkerHealth::pattern()).await?;
    for uptime in 0..COUNT {
        publisher
            .publish(&WorkerHealth::new("mutator")?, &Heartbeat { uptime })
            .await?;
    }
    publisher.drain().await?;
    // The messages of the publisher arrive although the subscriber is drained at once.
    subscriber.drain().await?;
    for uptime in 0..COUNT {
        let message = tokio::time::timeout(SOON, health.next()).await?;
        let message = message.expect("all that was published before arrives");
        assert_eq!(message.read()?.1, Heartbeat { uptime });
    }
    assert!(tokio::time::timeout(SOON, health.next()).await?.is_none());
    assert!(tokio::time::timeout(SOON, health.next()).await?.is_none());
    Ok(())
}

pub(crate) async fn after_draining_nothing_is_taken<T: Transport>(transports: (T, T)) -> Outcome {
    let (bus, _other) = buses(transports);
    bus.drain().await?;
    let topic = WorkerHealth::new("mutator")?;
    assert!(bus.publish(&topic, &Heartbeat { uptime: 1 }).await.is_err());
    assert!(bus.try_publish(&topic, &Heartbeat { uptime: 1 }).is_err());
    let subscribed = tokio::time::timeout(
        SOON,
        bus.clone().subscribe(WorkerHealth::pattern()).into_future(),
    )
    .await;
    assert!(subscribed?.is_err());
    Ok(())
}
