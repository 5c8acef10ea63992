//! From publishing to receiving, in one process.

use std::future::IntoFuture as _;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use futures_lite::future::block_on;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use topics::{TopicPattern, pattern};
use topics_benches::{Race, Report, time};
use topics_bus::{Bus, Json, Local, Raw, Subscription};

use crate::{BEAT, BusTopic, CHUNK, Heartbeat, LAP, SystemChunk, SystemHealth, workers};

/// As many messages as a queue of the bus holds.
const CAPACITY: usize = Local::CAPACITY;

pub(crate) fn run(report: &mut Report) {
    let workers = workers();
    Race::new(
        "publish to receive on `Local`, JSON, one subscription",
        LAP,
        typed(&workers, 1),
    )
    .rival(
        "by hand: `format!`, serde_json, a `Vec` index, a tokio mpsc",
        json_by_hand(&workers, 1),
    )
    .run(report);
    Race::new(
        "publish to receive on `Local`, 16 B, one subscription",
        LAP,
        bytes(&workers, 1),
    )
    .rival(
        "by hand: `format!`, a `Vec` index, a tokio mpsc; name and bytes are not read",
        bytes_by_hand(&workers, 1),
    )
    .within(1.5)
    .rival(
        "a `Vec` index and a tokio mpsc of 16 B alone",
        queue_alone(1),
    )
    .within(1.5)
    .run(report);

    Race::new(
        "publish to receive on `Local`, JSON, 1,000 subscriptions, one of which matches",
        LAP,
        typed(&workers, LAP),
    )
    .rival(
        "by hand: `format!`, serde_json, a `Vec` index, a tokio mpsc",
        json_by_hand(&workers, LAP),
    )
    .rival(
        "quill-pubsub's `fanout` into tokio mpsc, with `format!`, `split` and serde_json",
        quill(
            &workers,
            "health",
            || serde_json::to_vec(&BEAT).expect("JSON"),
            heartbeat,
        ),
    )
    .run(report);
    Race::new(
        "publish to receive on `Local`, 16 B, 1,000 subscriptions, one of which matches",
        LAP,
        bytes(&workers, LAP),
    )
    .rival(
        "by hand: `format!`, a `Vec` index, a tokio mpsc; name and bytes are not read",
        bytes_by_hand(&workers, LAP),
    )
    .within(1.5)
    .rival(
        "a `Vec` index and a tokio mpsc of 16 B alone",
        queue_alone(LAP),
    )
    .within(1.5)
    .rival(
        "quill-pubsub's `fanout` into tokio mpsc, with `format!` and `split`",
        quill(&workers, "chunk", || CHUNK.to_vec(), <[u8]>::len),
    )
    .within(0.4)
    .run(report);

    Race::new(
        "publish to receive on `Local`, 1,000 subscriptions, all match, per delivery",
        LAP,
        to_all(),
    )
    .rival(
        "a `Vec` of tokio mpsc, an `Arc` of the message",
        to_all_by_hand(),
    )
    .within(1.0)
    .run(report);
}

/// Which of so many subscriptions gets the message of a worker.
fn index(worker: &str, subscriptions: usize) -> usize {
    if subscriptions == 1 {
        return 0;
    }
    let number = worker
        .strip_prefix("w-")
        .and_then(|number| number.parse().ok());
    number.expect("workers are numbered")
}

/// The workers, and the index of the subscription that gets their message, known beforehand.
fn indexed(workers: &[String], subscriptions: usize) -> Vec<(&str, usize)> {
    let workers = workers.iter();
    workers
        .map(|worker| (worker.as_str(), index(worker, subscriptions)))
        .collect()
}

fn subscribe<P: TopicPattern, C: Send + Sync>(
    bus: &Bus<Local, C>,
    pattern: P,
) -> Subscription<P::Topic, Local, C> {
    block_on(bus.subscribe(pattern).into_future()).expect("the bus is open")
}

fn typed(workers: &[String], subscriptions: usize) -> impl FnMut() -> Duration + '_ {
    let bus = Bus::new(Local::new());
    let mut all: Vec<_> = (0..subscriptions)
        .map(|number| {
            let pattern = SystemHealth::pattern();
            subscribe(
                &bus,
                match subscriptions {
                    1 => pattern,
                    _ => pattern.worker(format!("w-{number}")).expect("a segment"),
                },
            )
        })
        .collect();
    let workers = indexed(workers, subscriptions);
    move || {
        time(|| {
            block_on(async {
                for (worker, index) in &workers {
                    let topic = SystemHealth::new(*worker).expect("a segment");
                    bus.publish(&topic, &BEAT).await.expect("the bus is open");
                    let message = all[*index].next().await.expect("it was published");
                    let (topic, beat) = message.read().expect("a heartbeat");
                    assert_eq!(topic.worker, *worker);
                    black_box(beat);
                }
            });
        })
    }
}

fn bytes(workers: &[String], subscriptions: usize) -> impl FnMut() -> Duration + '_ {
    let bus = Bus::new(Local::new()).codec(Raw);
    let mut all: Vec<_> = (0..subscriptions)
        .map(|number| {
            let pattern = SystemChunk::pattern();
            subscribe(
                &bus,
                match subscriptions {
                    1 => pattern,
                    _ => pattern.worker(format!("w-{number}")).expect("a segment"),
                },
            )
        })
        .collect();
    let workers = indexed(workers, subscriptions);
    move || {
        time(|| {
            block_on(async {
                for (worker, index) in &workers {
                    let topic = SystemChunk::new(*worker).expect("a segment");
                    bus.publish(&topic, &CHUNK).await.expect("the bus is open");
                    let message = all[*index].next().await.expect("it was published");
                    black_box(message.read().expect("a chunk"));
                }
            });
        })
    }
}

fn queues<T>(count: usize) -> (Vec<Sender<T>>, Vec<Receiver<T>>) {
    (0..count).map(|_| channel(CAPACITY)).unzip()
}

fn json_by_hand(workers: &[String], subscriptions: usize) -> impl FnMut() -> Duration + '_ {
    let (senders, mut receivers) = queues::<(String, Vec<u8>)>(subscriptions);
    let workers = indexed(workers, subscriptions);
    move || {
        time(|| {
            block_on(async {
                for (worker, index) in &workers {
                    let name = format!("system.{worker}.health");
                    let bytes = serde_json::to_vec(&BEAT).expect("JSON");
                    senders[*index]
                        .try_send((name, bytes))
                        .expect("there is room");
                    let message = receivers[*index].recv().await.expect("it was sent");
                    assert_eq!(read_by_hand('.', "health", &message.0), *worker);
                    black_box(heartbeat(&message.1));
                }
            });
        })
    }
}

/// The worker.
fn read_by_hand<'n>(dot: char, last: &str, name: &'n str) -> &'n str {
    let mut segments = name.split(dot);
    let (Some(_), Some(worker), Some(third), None) = (
        segments.next(),
        segments.next(),
        segments.next(),
        segments.next(),
    ) else {
        panic!("another topic");
    };
    assert_eq!(third, last);
    worker
}

fn heartbeat(bytes: &[u8]) -> Heartbeat {
    serde_json::from_slice(bytes).expect("a heartbeat")
}

fn bytes_by_hand(workers: &[String], subscriptions: usize) -> impl FnMut() -> Duration + '_ {
    let (senders, mut receivers) = queues::<(String, Vec<u8>)>(subscriptions);
    let workers = indexed(workers, subscriptions);
    move || {
        time(|| {
            block_on(async {
                for (worker, index) in &workers {
                    let message = (format!("system.{worker}.chunk"), CHUNK.to_vec());
                    senders[*index].try_send(message).expect("there is room");
                    black_box(receivers[*index].recv().await);
                }
            });
        })
    }
}

fn queue_alone(subscriptions: usize) -> impl FnMut() -> Duration {
    let (senders, mut receivers) = queues::<[u8; 16]>(subscriptions);
    let indices: Vec<_> = (0..LAP)
        .map(|number| number * 619 % subscriptions)
        .collect();
    move || {
        time(|| {
            block_on(async {
                for index in &indices {
                    senders[*index]
                        .try_send(black_box(CHUNK))
                        .expect("there is room");
                    black_box(receivers[*index].recv().await);
                }
            });
        })
    }
}

fn quill<'w, P>(
    workers: &'w [String],
    last: &'static str,
    encode: impl Fn() -> Vec<u8> + 'w,
    decode: impl Fn(&[u8]) -> P + 'w,
) -> impl FnMut() -> Duration + 'w {
    let registry = quill::Registry::new();
    for number in 0..LAP {
        let pattern = format!("system/w-{number}/{last}");
        registry.subscribe(quill::Pattern::parse(&pattern).expect("a pattern"), number);
    }
    let (senders, mut receivers) = queues::<Arc<(String, Vec<u8>)>>(LAP);
    let workers = indexed(workers, LAP);
    move || {
        time(|| {
            block_on(async {
                for (worker, index) in &workers {
                    let name = format!("system/{worker}/{last}");
                    let topic = quill::Topic::parse(&name).expect("a topic");
                    let message = Arc::new((name, encode()));
                    registry.fanout(&topic, &message, |index, message| {
                        senders[*index]
                            .try_send(Arc::clone(message))
                            .expect("there is room");
                    });
                    let message = receivers[*index].recv().await.expect("it was sent");
                    black_box(read_by_hand('/', last, &message.0));
                    black_box(decode(&message.1));
                }
            });
        })
    }
}

/// One message to all, which nobody reads; so it is for the rival.
fn to_all() -> impl FnMut() -> Duration {
    let bus = Bus::new(Local::new());
    let mut all: Vec<Subscription<BusTopic<'_>, Local, Json>> = (0..LAP)
        .map(|_| subscribe(&bus, pattern!(BusTopic, "system.*.health")))
        .collect();
    move || {
        time(|| {
            block_on(async {
                let topic = SystemHealth::new("w-1").expect("a segment");
                bus.publish(&topic, &BEAT).await.expect("the bus is open");
                for subscription in &mut all {
                    black_box(subscription.next().await);
                }
            });
        })
    }
}

fn to_all_by_hand() -> impl FnMut() -> Duration {
    let (senders, mut receivers) = queues::<Arc<(String, Vec<u8>)>>(LAP);
    move || {
        time(|| {
            block_on(async {
                let name = format!("system.{}.health", black_box("w-1"));
                let message = Arc::new((name, serde_json::to_vec(&BEAT).expect("JSON")));
                for sender in &senders {
                    sender
                        .try_send(Arc::clone(&message))
                        .expect("there is room");
                }
                for receiver in &mut receivers {
                    black_box(receiver.recv().await);
                }
            });
        })
    }
}
