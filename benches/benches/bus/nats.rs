//! Over a NATS server, beside its client used by hand.

use std::future::IntoFuture as _;
use std::hint::black_box;
use std::time::Duration;

use async_nats::{Client, Subscriber};
use bytes::Bytes;
use futures_lite::StreamExt as _;
use tokio::runtime::{Builder, Runtime};
use topics_benches::{Race, Report, time};
use topics_bus::Raw;

use crate::common::Server;
use crate::{BEAT, CHUNK, Heartbeat, LAP, SystemChunk, SystemHealth, workers};

/// Messages cross the loopback interface, so fewer rounds take as long.
const ROUNDS: usize = 51;

pub(crate) fn run(report: &mut Report) {
    // One for each, so that nobody receives what is published by the others.
    let servers = [Server::start(), Server::start()];
    // The client's own task and the one that is measured, as in a program.
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    let runtime = &runtime.expect("a runtime");
    // The client drops its subscriptions in a runtime only.
    let _inside = runtime.handle().enter();
    let connect = |server: usize| {
        let connecting = async_nats::connect(servers[server].url());
        runtime.block_on(connecting).expect("the server is there")
    };
    let workers = &workers();

    Race::new(
        "typed publish on NATS, 16 B",
        LAP,
        typed(runtime, connect(0), workers),
    )
    .rounds(ROUNDS)
    .rival(
        "`publish(format!(…), bytes)`",
        by_hand(runtime, connect(1), workers),
    )
    .within(0.9)
    .rival(
        "`publish` of a static subject",
        to_static(runtime, connect(1)),
    )
    .within(1.5)
    .run(report);
    Race::new(
        "publish to receive on NATS, JSON",
        LAP,
        json(runtime, [connect(0), connect(0)], workers),
    )
    .rounds(ROUNDS)
    .rival(
        "`format!`, `split` and serde_json by hand",
        json_by_hand(runtime, [connect(1), connect(1)], workers),
    )
    .within(1.0)
    .run(report);
}

/// To hand the messages to the client; that it has sent them is waited for outside of the lap.
fn typed<'r>(
    runtime: &'r Runtime,
    client: Client,
    workers: &'r [String],
) -> impl FnMut() -> Duration + 'r {
    let bus = topics_nats::bus(client.clone()).codec(Raw);
    move || {
        let lap = time(|| {
            runtime.block_on(async {
                for worker in workers {
                    let topic = SystemChunk::new(worker.as_str()).expect("a segment");
                    bus.publish(&topic, &CHUNK)
                        .await
                        .expect("the client is there");
                }
            });
        });
        flush(runtime, &client);
        lap
    }
}

fn by_hand<'r>(
    runtime: &'r Runtime,
    client: Client,
    workers: &'r [String],
) -> impl FnMut() -> Duration + 'r {
    move || {
        let lap = time(|| {
            runtime.block_on(async {
                for worker in workers {
                    let bytes = Bytes::copy_from_slice(&CHUNK);
                    let sending = client.publish(format!("system.{worker}.chunk"), bytes);
                    sending.await.expect("the client is there");
                }
            });
        });
        flush(runtime, &client);
        lap
    }
}

fn to_static(runtime: &Runtime, client: Client) -> impl FnMut() -> Duration + '_ {
    move || {
        let lap = time(|| {
            runtime.block_on(async {
                for _ in 0..LAP {
                    let bytes = Bytes::copy_from_slice(&CHUNK);
                    let sending = client.publish("system.w-1.chunk", bytes);
                    sending.await.expect("the client is there");
                }
            });
        });
        flush(runtime, &client);
        lap
    }
}

fn flush(runtime: &Runtime, client: &Client) {
    runtime
        .block_on(client.flush())
        .expect("the client is there");
}

fn json<'r>(
    runtime: &'r Runtime,
    [one, other]: [Client; 2],
    workers: &'r [String],
) -> impl FnMut() -> Duration + 'r {
    let (publisher, subscriber) = (topics_nats::bus(one), topics_nats::bus(other));
    let subscribing = subscriber.subscribe(SystemHealth::pattern()).into_future();
    let mut health = runtime.block_on(subscribing).expect("the server is there");
    move || {
        time(|| {
            runtime.block_on(async {
                for worker in workers {
                    let topic = SystemHealth::new(worker.as_str()).expect("a segment");
                    publisher
                        .publish(&topic, &BEAT)
                        .await
                        .expect("the client is there");
                }
                for worker in workers {
                    let message = health.next().await.expect("it was published");
                    let (topic, beat) = message.read().expect("a heartbeat");
                    assert_eq!(topic.worker, **worker);
                    black_box(beat);
                }
            });
        })
    }
}

fn json_by_hand<'r>(
    runtime: &'r Runtime,
    [publisher, subscriber]: [Client; 2],
    workers: &'r [String],
) -> impl FnMut() -> Duration + 'r {
    let mut health: Subscriber = runtime.block_on(async {
        let health = subscriber.subscribe("system.*.health").await;
        subscriber.flush().await.expect("the server is there");
        health.expect("the server is there")
    });
    move || {
        time(|| {
            runtime.block_on(async {
                for worker in workers {
                    let bytes = serde_json::to_vec(&BEAT).expect("JSON");
                    let sending =
                        publisher.publish(format!("system.{worker}.health"), bytes.into());
                    sending.await.expect("the client is there");
                }
                for worker in workers {
                    let message = health.next().await.expect("it was published");
                    let mut segments = message.subject.split('.');
                    let topic = segments.nth(1).expect("a worker");
                    let beat: Heartbeat =
                        serde_json::from_slice(&message.payload).expect("a heartbeat");
                    assert_eq!(topic, worker);
                    black_box(beat);
                }
            });
        })
    }
}
