//! The workers. Each takes a bus, and works the same over any transport.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::time::interval;
use topics_bus::{Bus, Error, Transport};

use crate::hierarchy::{
    Accepted, AttackerScored, DeckyMutateRequest, DeckyState, DeckyTraffic, Heartbeat, Mutate,
    Score, Shape, Traffic, WorkerHealth,
};

/// Changes the decoys that it is asked to change. All mutators share the requests.
pub(crate) async fn mutator<T: Transport>(bus: Bus<T>) -> Result<()> {
    let pattern = DeckyMutateRequest::pattern();
    let mut requests = bus.subscribe(pattern).queue("mutators").await?;
    let mut generation = 0;
    while let Some(message) = requests.next().await {
        match message.read() {
            Ok((topic, _)) => {
                generation += 1;
                let hostname = format!("build-{:02}", generation % 100);
                let shape = Shape {
                    hostname,
                    generation,
                };
                bus.publish(&DeckyState::new(topic.id)?, &shape).await?;
                message.reply(&Accepted { generation }).await?;
            }
            Err(error) => eprintln!("mutator: {error}"),
        }
    }
    Ok(())
}

/// The number of bytes that an attacker may send to a decoy before the decoy changes.
const ENOUGH: u64 = 20_000;

/// Scores attackers, and asks for the mutation of decoys that they have seen too much of.
pub(crate) async fn correlator<T: Transport>(bus: Bus<T>) -> Result<()> {
    let mut traffic = bus
        .subscribe(DeckyTraffic::pattern())
        .queue("correlators")
        .await?;
    let mut seen: HashMap<String, u64> = HashMap::new();
    while let Some(message) = traffic.next().await {
        let (topic, flow) = match message.read() {
            Ok(read) => read,
            Err(error) => {
                eprintln!("correlator: {error}");
                continue;
            }
        };
        let bytes = seen.entry(topic.id.to_string()).or_default();
        *bytes += flow.bytes;
        if *bytes > ENOUGH {
            let score = std::mem::take(bytes) / 1_000;
            let reason = format!("{} has seen enough", flow.source);
            bus.publish(
                &AttackerScored,
                &Score {
                    source: flow.source,
                    score,
                },
            )
            .await?;
            let request = DeckyMutateRequest::new(topic.id)?;
            match bus.request(&request, &Mutate { reason }).await {
                // There may be no mutator yet.
                Ok(_) | Err(Error::NoResponders) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(())
}

/// Sees traffic at some decoys.
pub(crate) async fn sniffer<T: Transport>(bus: Bus<T>) -> Result<()> {
    const DECKIES: [&str; 4] = ["web-01", "web-02", "db-01", "mail-01"];
    let mut ticks = interval(Duration::from_millis(20));
    for (number, decky) in (0_u64..).zip(DECKIES.iter().cycle()) {
        ticks.tick().await;
        let flow = Traffic {
            source: format!("203.0.113.{}", number % 7),
            bytes: 100 + number * 7_919 % 1_400,
        };
        bus.publish(&DeckyTraffic::new(*decky)?, &flow).await?;
    }
    Ok(())
}

/// Says that a worker is alive.
pub(crate) async fn health<T: Transport>(bus: Bus<T>, worker: &str) -> Result<()> {
    let (start, topic) = (Instant::now(), WorkerHealth::new(worker)?);
    let mut ticks = interval(Duration::from_millis(500));
    loop {
        ticks.tick().await;
        let uptime_seconds = start.elapsed().as_secs();
        bus.publish(&topic, &Heartbeat { uptime_seconds }).await?;
    }
}
