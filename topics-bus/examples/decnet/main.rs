//! The workers of DECNET, a deception network, on one bus.
//!
//! `cargo run -p topics-bus --example decnet` runs them in one process for some seconds: a sniffer sees traffic at decoys, a
//! correlator scores the attackers behind it and asks for the mutation of a decoy that has been seen too well, a mutator
//! answers. A board shows all messages: as a live table on a terminal, and as lines in a pipe.
//!
//! With `-- --nats nats://localhost:4222` the same workers run on a server, and several such processes together: the mutators
//! share the requests among themselves.

mod board;
mod hierarchy;
mod workers;

use std::io;
use std::time::Duration;

use anyhow::{Context as _, Result};
use clap::Parser;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;
use topics_bus::{Bus, Local, Transport};

use crate::hierarchy::BusTopic;

/// Runs the workers of DECNET on one bus.
#[derive(Parser)]
#[command(name = "decnet")]
struct Arguments {
    /// The server to run on; without it, all workers run in this process
    #[arg(long, value_name = "URL")]
    nats: Option<String>,

    /// How many seconds to run
    #[arg(long = "for", value_name = "SECONDS", default_value_t = 5)]
    seconds: u64,
}

#[tokio::main]
async fn main() -> Result<()> {
    let Arguments { nats, seconds } = Arguments::parse();
    let time = Duration::from_secs(seconds);
    let (news, shown) = unbounded_channel();
    match nats {
        None => run(Bus::new(Local::new()), time, shown).await,
        Some(url) => {
            let (events, callback) = topics_nats::events();
            let options = async_nats::ConnectOptions::new().event_callback(callback);
            let connecting = options.connect(&url).await;
            let client = connecting.with_context(|| format!("cannot connect to {url}"))?;
            let bus = topics_nats::bus_with_events(client, &events);
            tokio::spawn(report(events, news));
            run(bus, time, shown).await
        }
    }
}

/// Passes the events of the NATS client on to the board.
async fn report(mut events: topics_nats::Events, news: UnboundedSender<String>) {
    while let Some(event) = events.next().await {
        if news.send(event.to_string()).is_err() {
            break;
        }
    }
}

/// Runs the workers on any transport.
async fn run<T: Transport>(
    bus: Bus<T>,
    time: Duration,
    news: UnboundedReceiver<String>,
) -> Result<()> {
    // Subscribes before anybody publishes, so that the board misses nothing.
    let all = bus.subscribe_all::<BusTopic<'_>>().await?;
    let board = tokio::spawn(board::run(all, news));

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
    match board.await? {
        // The reader of the pipe has closed it.
        Err(error) if is_broken_pipe(&error) => Ok(()),
        shown => shown,
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
