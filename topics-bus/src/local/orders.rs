//! What must hold in whatever order the steps of several threads come. `CONTRIBUTING.md` says how to run this.
//!
//! A missed wake-up ends in a deadlock, which `shuttle` reports.

use std::future::poll_fn;
use std::num::NonZeroUsize;
use std::pin::Pin;
use std::sync::Arc;

use futures_core::Stream as _;
use shuttle::future::block_on;
use shuttle::sync::atomic::{AtomicUsize, Ordering};
use shuttle::{check_pct, check_random, thread};

use super::{Local, LocalDeliveries};
use crate::{Deliveries as _, Lost, Message, Transport as _};

/// Orders that are tried of each test, by each of two schedulers.
const ORDERS: usize = 2_000;

fn in_many_orders(test: fn()) {
    check_random(test, ORDERS);
    check_pct(test, ORDERS, 3);
}

fn with_capacity(capacity: usize) -> Local {
    Local::with_capacity(NonZeroUsize::new(capacity).unwrap())
}

fn subscribe(local: &Local, pattern: &'static str) -> LocalDeliveries {
    let pattern = topics::Pattern::new(pattern).unwrap();
    block_on(local.subscribe(vec![pattern], None)).unwrap()
}

fn message(name: &str) -> Message {
    Message::new(name, "")
}

/// The name of the next message; `None` at the end.
fn next(deliveries: &mut LocalDeliveries) -> Option<String> {
    let next = block_on(poll_fn(|context| {
        Pin::new(&mut *deliveries).poll_next(context)
    }));
    next.map(|delivery| delivery.published.message.name.clone())
}

fn all_lost(deliveries: &LocalDeliveries) -> usize {
    match deliveries.lost() {
        Lost::Exactly(lost) => lost.try_into().unwrap(),
        _ => panic!("the transport in process counts exactly"),
    }
}

#[test]
fn each_message_arrives_in_the_order_of_its_publisher_or_is_counted_as_lost() {
    in_many_orders(|| {
        let local = with_capacity(2);
        let mut deliveries = subscribe(&local, "*.*");
        for publisher in ["a", "b"] {
            let local = local.clone();
            thread::spawn(move || {
                for number in 0..3 {
                    let message = message(&format!("{publisher}.{number}"));
                    local.try_publish(message).unwrap();
                }
            });
        }
        // The bus closes when the last publisher is done.
        drop(local);
        let received: Vec<String> = std::iter::from_fn(|| next(&mut deliveries)).collect();
        assert_eq!(received.len() + all_lost(&deliveries), 6);
        for publisher in ["a.", "b."] {
            let of_one = received.iter().filter(|name| name.starts_with(publisher));
            assert!(of_one.is_sorted());
        }
    });
}

#[test]
fn a_message_that_was_taken_while_the_bus_closed_arrives() {
    in_many_orders(|| {
        let local = with_capacity(8);
        let mut deliveries = subscribe(&local, ">");
        let publisher = {
            let local = local.clone();
            thread::spawn(move || {
                let taken = |_: &usize| local.try_publish(message("a.b")).is_ok();
                (0..4).filter(taken).count()
            })
        };
        local.close();
        let received = std::iter::from_fn(|| next(&mut deliveries)).count();
        assert_eq!(publisher.join().unwrap(), received);
    });
}

/// Answers that are kept for topics that are published again must not outlive the subscriptions that they are of.
#[test]
fn who_has_subscribed_receives_what_is_published_then() {
    in_many_orders(|| {
        let local = with_capacity(8);
        let first = subscribe(&local, "a.*");
        let others = [
            thread::spawn({
                let local = local.clone();
                move || (0..2).for_each(|_| local.try_publish(message("a.b")).unwrap())
            }),
            thread::spawn(move || drop(first)),
        ];
        let mut second = subscribe(&local, "a.b");
        local.try_publish(message("a.b")).unwrap();
        for other in others {
            other.join().unwrap();
        }
        local.close();
        let received = std::iter::from_fn(|| next(&mut second)).count();
        assert!((1..=3).contains(&received), "{received}");
    });
}

#[test]
fn who_waits_until_all_is_handled_is_woken_then_and_not_before() {
    in_many_orders(|| {
        let local = with_capacity(8);
        let mut deliveries = subscribe(&local, ">");
        for _ in 0..2 {
            local.try_publish(message("a.b")).unwrap();
        }
        let received = Arc::new(AtomicUsize::new(0));
        let reader = thread::spawn({
            let received = Arc::clone(&received);
            move || {
                while next(&mut deliveries).is_some() {
                    received.fetch_add(1, Ordering::SeqCst);
                }
            }
        });
        block_on(local.idle());
        assert_eq!(received.load(Ordering::SeqCst), 2);
        local.close();
        reader.join().unwrap();
    });
}
