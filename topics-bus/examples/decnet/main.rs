//! The workers of DECNET, a deception network, on one bus.
//!
//! `cargo run -p topics-bus --example decnet` runs them in one process for some seconds: a sniffer sees traffic at decoys, a
//! correlator scores the attackers behind it and asks for the mutation of a decoy that has been seen too well, a mutator
//! answers. A board shows what goes over the bus: a live table on a terminal, and lines in a pipe.
//!
//! With `-- --nats nats://localhost:4222` the same workers run on a server, and several such processes together: the mutators
//! share the requests among themselves.

mod board;
mod hierarchy;
mod workers;

use std::time::Duration;

use anyhow::Result;
use clap::Parser;
use tokio::task::JoinSet;
use topics_bus::{Bus, Local, Transport};

use crate::hierarchy::BusTopic;

/// Runs the workers of DECNET on one bus.
#[derive(Parser)]
#[command(name = "decnet")]
struct Arguments {
    /// The server to run on; without it, all is in this process
    #[arg(long, value_name = "URL")]
    nats: Option<String>,

    /// For how many seconds
    #[arg(long = "for", value_name = "SECONDS", default_value_t = 5)]
    seconds: u64,
}

#[tokio::main]
async fn main() -> Result<()> {
    let Arguments { nats, seconds } = Arguments::parse();
    let time = Duration::from_secs(seconds);
    match nats {
        None => run(Bus::new(Local::new()), time).await,
        Some(url) => {
            let (events, callback) = topics_nats::events();
            let options = async_nats::ConnectOptions::new().event_callback(callback);
            let client = options.connect(url).await?;
            tokio::spawn(report(events.clone()));
            run(topics_nats::bus_with_events(client, &events), time).await
        }
    }
}

/// Tells what NATS tells by events alone.
async fn report(mut events: topics_nats::Events) {
    while let Some(event) = events.next().await {
        eprintln!("{event}");
    }
}

/// The same on any transport.
async fn run<T: Transport>(bus: Bus<T>, time: Duration) -> Result<()> {
    // Before anybody publishes, so that nothing is missed.
    let all = bus.subscribe_all::<BusTopic<'_>>().await?;
    let board = tokio::spawn(board::run(all));

    let mut workers = JoinSet::new();
    workers.spawn(workers::mutator(bus.clone()));
    workers.spawn(workers::correlator(bus.clone()));
    workers.spawn(workers::sniffer(bus.clone()));
    for worker in ["mutator", "correlator", "sniffer"] {
        workers.spawn(workers::health(bus.clone(), worker));
    }
    tokio::select! {
        () = tokio::time::sleep(time) => {}
        // A worker ends early only if something went wrong.
        Some(ended) = workers.join_next() => ended??,
    }
    workers.shutdown().await;
    bus.drain().await?;
    board.await?
}
