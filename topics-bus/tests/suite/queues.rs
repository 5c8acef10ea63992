//! Queue groups.

use topics_bus::{Error, Subscription, Transport};

use super::hierarchy::{Heartbeat, SystemBusHealth, WorkerHealth};
use super::{Outcome, buses, next};

/// How many messages are published; few with Miri, which is a thousand times slower.
const COUNT: u64 = if cfg!(miri) { 40 } else { 200 };

pub(crate) async fn each_message_goes_to_one_member_of_a_queue_group<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut members = Vec::new();
    for _ in 0..4 {
        members.push(
            subscriber
                .subscribe(WorkerHealth::pattern())
                .queue("board")
                .await?,
        );
    }
    let mut another = subscriber
        .subscribe(WorkerHealth::pattern())
        .queue("pager")
        .await?;
    for uptime in 0..COUNT {
        publisher
            .publish(&WorkerHealth::new("mutator")?, &Heartbeat { uptime })
            .await?;
    }

    for uptime in 0..COUNT {
        assert_eq!(next(&mut another).await.read()?.1, Heartbeat { uptime });
    }
    // The other group has received all messages, so this one has too, or will in a moment. Draining ends its streams.
    publisher.drain().await?;
    subscriber.drain().await?;
    let mut seen = Vec::new();
    for mut member in members {
        let before = seen.len();
        while let Some(message) = member.next().await {
            seen.push(message.read()?.1.uptime);
        }
        assert!(seen.len() > before, "each member has its share");
    }
    seen.sort_unstable();
    assert!(seen.iter().copied().eq(0..COUNT), "{seen:?}");
    Ok(())
}

pub(crate) async fn a_group_beside_a_plain_subscription_takes_nothing_from_it<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut member = subscriber
        .subscribe(WorkerHealth::pattern())
        .queue("board")
        .await?;
    let mut plain = subscriber.subscribe(WorkerHealth::pattern()).await?;
    for uptime in 0..COUNT {
        publisher
            .publish(&WorkerHealth::new("mutator")?, &Heartbeat { uptime })
            .await?;
    }
    for uptime in 0..COUNT {
        assert_eq!(next(&mut plain).await.read()?.1, Heartbeat { uptime });
        assert_eq!(next(&mut member).await.read()?.1, Heartbeat { uptime });
    }
    Ok(())
}

pub(crate) async fn overlapping_patterns_in_a_group_lose_nothing<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut member = subscriber.subscribe(Overlapping).queue("board").await?;
    for uptime in 0..COUNT {
        publisher
            .publish(&SystemBusHealth::new(), &Heartbeat { uptime })
            .await?;
    }
    let mut seen = received(&mut member).await?;
    seen.sort_unstable();
    assert!(seen.iter().copied().eq(0..COUNT), "{seen:?}");
    Ok(())
}

async fn received<T: Transport>(
    member: &mut Subscription<SystemBusHealth, T, topics_bus::Json>,
) -> Result<Vec<u64>, Box<dyn std::error::Error>> {
    let mut seen = Vec::new();
    for _ in 0..COUNT {
        seen.push(next(member).await.read()?.1.uptime);
    }
    Ok(seen)
}

struct Overlapping;

impl std::fmt::Display for Overlapping {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("system.bus.*")
    }
}

impl topics::TopicPattern for Overlapping {
    type Topic = SystemBusHealth;

    fn to_pattern(&self) -> topics::Pattern<'static> {
        topics::pattern!("system.bus.*")
    }

    fn to_patterns(&self) -> Vec<topics::Pattern<'static>> {
        vec![
            self.to_pattern(),
            topics::pattern!("*.bus.health"),
            topics::pattern!("system.*.health"),
        ]
    }
}

pub(crate) async fn a_queue_name_that_is_not_a_topic_is_refused<T: Transport>(
    (transport, _): (T, T),
) -> Outcome {
    let bus = topics_bus::Bus::new(transport);
    for name in ["", "a b", "a\r\nPUB x 0", "a..b"] {
        let refused = bus.subscribe(WorkerHealth::pattern()).queue(name).await;
        assert!(matches!(refused, Err(Error::Refused { .. })), "{name:?}");
    }
    Ok(())
}
