//! A slow subscriber loses only its own messages, and learns how many and where.

use std::future::IntoFuture as _;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use futures_lite::future::block_on;
use topics::pattern;
use topics_bus::{Bus, Local, Lost};

topics::topics! {
    pub enum BusTopic;
    counter.<name> => u64;
    control.<name> => u64;
}

fn local(capacity: usize) -> Local {
    Local::with_capacity(NonZeroUsize::new(capacity).expect("it is not zero"))
}

fn counter() -> Counter<'static> {
    Counter::new("a").expect("it is a segment")
}

#[test]
fn the_newest_message_is_dropped_and_the_next_one_tells_how_many() {
    block_on(async {
        let bus = Bus::new(local(3));
        let mut slow = bus.subscribe(Counter::pattern()).await.unwrap();
        for number in 0..8 {
            bus.publish(&counter(), &number).await.unwrap();
        }
        assert_eq!(slow.lost(), Lost::Exactly(5));
        for number in 0..3 {
            let message = slow.next().await.unwrap();
            assert_eq!(message.read().unwrap().1, number);
            assert_eq!(message.lost(), Lost::Exactly(0));
        }
        bus.publish(&counter(), &8).await.unwrap();
        bus.publish(&counter(), &9).await.unwrap();
        let message = slow.next().await.unwrap();
        assert_eq!(
            (message.read().unwrap().1, message.lost()),
            (8, Lost::Exactly(5))
        );
        let message = slow.next().await.unwrap();
        assert_eq!(
            (message.read().unwrap().1, message.lost()),
            (9, Lost::Exactly(0))
        );
    });
}

#[test]
fn what_is_lost_behind_the_last_message_is_in_the_sum() {
    block_on(async {
        let bus = Bus::new(local(2));
        let mut slow = bus.subscribe(Counter::pattern()).await.unwrap();
        for number in 0..5 {
            bus.publish(&counter(), &number).await.unwrap();
        }
        bus.drain().await.unwrap();
        let mut told = 0;
        while let Some(message) = slow.next().await {
            told += message.lost().known().unwrap();
        }
        assert_eq!((told, slow.lost()), (0, Lost::Exactly(3)));
    });
}

#[test]
fn nobody_else_loses_anything() {
    block_on(async {
        let bus = Bus::new(local(4));
        let mut slow = bus.subscribe(Counter::pattern()).await.unwrap();
        let mut quick = bus.subscribe(pattern!(BusTopic, ">")).await.unwrap();
        for number in 0..100 {
            bus.publish(&counter(), &number).await.unwrap();
            let message = quick.next().await.unwrap();
            assert_eq!(message.payload(), number.to_string().as_str());
            assert_eq!(message.lost(), Lost::Exactly(0));
        }
        assert_eq!(slow.lost(), Lost::Exactly(96));
        assert_eq!(quick.lost(), Lost::Exactly(0));
        assert_eq!(slow.next().await.unwrap().read().unwrap().1, 0);
    });
}

#[test]
fn of_a_full_queue_and_one_with_room_a_group_takes_the_one_with_room() {
    block_on(async {
        let bus = Bus::new(local(4));
        let slow = bus
            .subscribe(Counter::pattern())
            .queue("workers")
            .await
            .unwrap();
        let mut quick = bus
            .subscribe(Counter::pattern())
            .queue("workers")
            .await
            .unwrap();
        let mut read = 0;
        for number in 0..100 {
            bus.publish(&counter(), &number).await.unwrap();
            // These are the messages for which the slow member has no room.
            while let Some(Some(_)) = futures_lite::future::poll_once(quick.next()).await {
                read += 1;
            }
        }
        assert_eq!(read, 96);
        assert_eq!(
            (slow.lost(), quick.lost()),
            (Lost::Exactly(0), Lost::Exactly(0))
        );
    });
}

/// One publisher, and one subscriber that does not keep up: each gap in the numbers is the number of lost messages.
#[test]
fn each_gap_is_told_where_it_is() {
    const COUNT: u64 = if cfg!(miri) { 500 } else { 50_000 };
    let local = local(8);
    let bus = Bus::new(local.clone());
    let mut slow = block_on(bus.subscribe(Counter::pattern()).into_future()).unwrap();
    let publisher = thread::spawn(move || {
        for number in 0..COUNT {
            bus.try_publish(&counter(), &number).unwrap();
            if number % 16 == 0 {
                thread::yield_now();
            }
        }
    });
    drop(local);
    let (mut expected, mut read) = (0, 0);
    while let Some(message) = block_on(slow.next()) {
        let number = message.read().unwrap().1;
        assert_eq!(message.lost(), Lost::Exactly(number - expected));
        expected = number + 1;
        read += 1;
        // With Miri the threads take turns, and the subscriber would keep up.
        if cfg!(miri) && read % 16 == 0 {
            thread::sleep(Duration::from_secs(1));
        }
    }
    publisher.join().unwrap();
    assert_eq!(slow.lost(), Lost::Exactly(COUNT - read));
}

/// A subscriber that comes while others publish on the topic misses no message from then on.
#[test]
fn a_subscriber_that_comes_while_others_publish_misses_nothing() {
    let bus = Bus::new(Local::new());
    let (published, is_over) = (AtomicU64::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::SeqCst) {
                let number = published.fetch_add(1, Ordering::SeqCst);
                bus.try_publish(&counter(), &number).unwrap();
            }
        });
        for _ in 0..if cfg!(miri) { 20 } else { 1_000 } {
            let mut counters = block_on(bus.subscribe(Counter::pattern()).into_future()).unwrap();
            let next = published.load(Ordering::SeqCst);
            let first = block_on(counters.next()).unwrap().read().unwrap().1;
            assert!(first <= next, "{first} instead of {next}");
        }
        is_over.store(true, Ordering::SeqCst);
    });
}

/// 8 publishers, 1,000 subscriptions, 1,000,000 messages; fewer with Miri.
#[test]
fn under_load_all_counts_add_up() {
    const PUBLISHERS: u64 = 8;
    const SUBSCRIPTIONS: u64 = if cfg!(miri) { 8 } else { 1_000 };
    const QUARTER: usize = if cfg!(miri) { 2 } else { 250 };
    const MESSAGES: u64 = if cfg!(miri) { 400 } else { 1_000_000 };
    let bus = Bus::new(local(if cfg!(miri) { 16 } else { 64 }));
    let mut subscriptions = Vec::new();
    for number in 0..SUBSCRIPTIONS {
        let name = number.to_string();
        let pattern = Counter::pattern().name(&name).unwrap();
        subscriptions.push(block_on(bus.subscribe(pattern).into_future()).unwrap());
    }
    let mut all = block_on(bus.subscribe(pattern!(BusTopic, ">")).into_future()).unwrap();
    let (read, lost) = (AtomicU64::new(0), AtomicU64::new(0));

    thread::scope(|scope| {
        // Four threads read a quarter of the subscriptions each, one after the other, so they are slow.
        for mut mine in std::iter::from_fn(|| match subscriptions.len() {
            0 => None,
            length => Some(subscriptions.split_off(length.saturating_sub(QUARTER))),
        }) {
            let (read, lost) = (&read, &lost);
            scope.spawn(move || {
                for subscription in &mut mine {
                    let mut newest = std::collections::HashMap::new();
                    while let Some(message) = block_on(subscription.next()) {
                        // The number holds the publisher and its count.
                        let number = message.read().unwrap().1;
                        let (publisher, count) = (number % PUBLISHERS, number / PUBLISHERS);
                        assert!(newest.insert(publisher, count) < Some(count), "in order");
                        read.fetch_add(1, Ordering::Relaxed);
                    }
                    lost.fetch_add(subscription.lost().known().unwrap(), Ordering::Relaxed);
                }
            });
        }
        let watching = scope.spawn(|| {
            let (mut seen, mut told) = (0, 0);
            while let Some(message) = block_on(all.next()) {
                seen += 1;
                told += message.lost().known().unwrap();
            }
            (seen, told, all.lost().known().unwrap())
        });
        let publishers: Vec<_> = (0..PUBLISHERS)
            .map(|publisher| {
                let bus = bus.clone();
                scope.spawn(move || {
                    for count in 0..MESSAGES / PUBLISHERS {
                        let name = (count * 7 + publisher) % SUBSCRIPTIONS;
                        let topic = Counter::new(name.to_string()).unwrap();
                        bus.try_publish(&topic, &(count * PUBLISHERS + publisher))
                            .unwrap();
                    }
                })
            })
            .collect();
        for publisher in publishers {
            publisher.join().unwrap();
        }
        block_on(bus.drain()).unwrap();
        let (seen, told, all_lost) = watching.join().unwrap();
        assert_eq!(seen + all_lost, MESSAGES);
        assert!(told <= all_lost);
    });
    assert_eq!(read.into_inner() + lost.into_inner(), MESSAGES);
}
