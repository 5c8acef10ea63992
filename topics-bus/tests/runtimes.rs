//! `Local` runs under any runtime, and under none.

use std::future::IntoFuture as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Wake, Waker};
use std::thread;
use std::time::Duration;
use std::{pin::pin, sync::Arc, sync::Mutex};

use futures_lite::future::{block_on, poll_once};
use topics_bus::{Bus, Error, Json, Local, Received, Subscription};

topics::topics! {
    pub enum BusTopic;
    counter.<name> => u64;
    question.<name> => u64 -> u64;
}

type Counters = Subscription<Counter<'static>, Local, Json>;

/// A publisher and a subscriber that take turns, and a request.
async fn ping(bus: Bus<Local>, mut counters: Counters) {
    for number in 0..100 {
        bus.publish(&Counter::new("a").unwrap(), &number)
            .await
            .unwrap();
        assert_eq!(counters.next().await.unwrap().read().unwrap().1, number);
    }
}

async fn answer(mut questions: Subscription<Question<'static>, Local, Json>) {
    while let Some(question) = questions.next().await {
        let (_, number) = question.read().unwrap();
        question.reply(&(number * 2)).await.unwrap();
    }
}

async fn ask(bus: Bus<Local>) {
    for number in 0..100 {
        let answer = bus
            .request(&Question::new("a").unwrap(), &number)
            .await
            .unwrap();
        assert_eq!(answer, number * 2);
    }
    bus.drain().await.unwrap();
}

#[test]
fn it_runs_under_block_on_alone() {
    block_on(async {
        let bus = Bus::new(Local::new());
        let counters = bus.subscribe(Counter::pattern()).await.unwrap();
        ping(bus.clone(), counters).await;
        let questions = bus.subscribe(Question::pattern()).await.unwrap();
        futures_lite::future::zip(answer(questions), ask(bus)).await;
    });
}

#[test]
#[cfg_attr(miri, ignore = "Miri lacks `timerfd_create`, which smol calls")]
fn it_runs_under_smol() {
    smol::block_on(async {
        let bus = Bus::new(Local::new());
        let counters = bus.subscribe(Counter::pattern()).await.unwrap();
        smol::spawn(ping(bus.clone(), counters)).await;
        let questions = bus.subscribe(Question::pattern()).await.unwrap();
        let answering = smol::spawn(answer(questions));
        smol::spawn(ask(bus)).await;
        answering.await;
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_runs_under_tokio() {
    let bus = Bus::new(Local::new());
    let counters = bus.subscribe(Counter::pattern()).await.unwrap();
    tokio::spawn(ping(bus.clone(), counters)).await.unwrap();
    let questions = bus.subscribe(Question::pattern()).await.unwrap();
    let answering = tokio::spawn(answer(questions));
    tokio::spawn(ask(bus)).await.unwrap();
    answering.await.unwrap();
}

#[test]
fn it_is_a_stream() {
    use futures_lite::StreamExt as _;

    block_on(async {
        let bus = Bus::new(Local::new());
        let counters = bus.subscribe(Counter::pattern()).await.unwrap();
        for number in 0..3 {
            bus.publish(&Counter::new("a").unwrap(), &number)
                .await
                .unwrap();
        }
        drop(bus);
        let numbers: Vec<u64> = counters.map(|m| m.read().unwrap().1).collect().await;
        assert_eq!(numbers, [0, 1, 2]);
    });
}

#[test]
fn closing_wakes_everyone() {
    let local = Local::new();
    let bus = Bus::new(local.clone());
    thread::scope(|scope| {
        let mut waiting = Vec::new();
        for _ in 0..8 {
            let mut counters = block_on(bus.subscribe(Counter::pattern()).into_future()).unwrap();
            waiting.push(scope.spawn(move || block_on(counters.next()).is_none()));
        }
        let questions = block_on(bus.subscribe(Question::pattern()).into_future()).unwrap();
        let asking = bus.clone();
        let asking = scope.spawn(move || {
            block_on(
                asking
                    .request(&Question::new("a").unwrap(), &1)
                    .into_future(),
            )
        });
        thread::sleep(Duration::from_millis(20));
        local.close();
        assert!(waiting.into_iter().all(|waiting| waiting.join().unwrap()));
        assert!(matches!(asking.join().unwrap(), Err(Error::Closed)));
        drop(questions);
    });
    assert!(matches!(
        bus.try_publish(&Counter::new("a").unwrap(), &1),
        Err(Error::Closed)
    ));
}

#[test]
fn the_bus_ends_with_its_last_handle_though_messages_are_held() {
    block_on(async {
        let bus = Bus::new(Local::new());
        let mut questions = bus.subscribe(Question::pattern()).await.unwrap();
        bus.publish(&Question::new("a").unwrap(), &1).await.unwrap();
        let message: Received<_, _, _> = questions.next().await.unwrap();
        drop(bus);
        assert!(questions.next().await.is_none());
        assert_eq!(message.read().unwrap().1, 1);
    });
}

#[test]
fn a_request_that_is_dropped_unanswered_fails_at_once() {
    block_on(async {
        let bus = Bus::new(Local::new());
        let mut questions = bus.subscribe(Question::pattern()).await.unwrap();
        let topic = Question::new("a").unwrap();
        let drops = async {
            drop(questions.next().await);
        };
        let (answer, ()) =
            futures_lite::future::zip(bus.request(&topic, &1).into_future(), drops).await;
        assert!(matches!(answer, Err(Error::NoReply)), "{answer:?}");

        // The record keeps the message, but that does not keep the request waiting.
        let seen = bus.transport().record();
        let drops = async {
            drop(questions.next().await);
        };
        let (answer, ()) =
            futures_lite::future::zip(bus.request(&topic, &1).into_future(), drops).await;
        assert!(matches!(answer, Err(Error::NoReply)), "{answer:?}");
        assert_eq!(seen.of::<Question<'_>>().len(), 1);

        drop(questions);
        let answer = bus.request(&topic, &1).await;
        assert!(matches!(answer, Err(Error::NoResponders)), "{answer:?}");
    });
}

#[test]
fn idle_comes_when_all_is_handled() {
    block_on(async {
        let local = Local::new();
        let bus = Bus::new(local.clone());
        local.idle().await;
        let mut counters = bus.subscribe(Counter::pattern()).await.unwrap();
        local.idle().await;
        for number in 0..2 {
            bus.publish(&Counter::new("a").unwrap(), &number)
                .await
                .unwrap();
        }
        let mut idle = pin!(local.idle());
        assert!(poll_once(&mut idle).await.is_none());
        let first = counters.next().await;
        assert!(poll_once(&mut idle).await.is_none());
        let second = counters.next().await;
        assert!(poll_once(&mut idle).await.is_none());
        drop((first, second));
        idle.await;

        // A subscriber that asks for the next message has handled the last one, even if it keeps it.
        bus.publish(&Counter::new("a").unwrap(), &3).await.unwrap();
        let held = counters.next().await;
        assert!(poll_once(counters.next()).await.is_none());
        local.idle().await;
        drop(held);

        // The same if it drops the subscription.
        bus.publish(&Counter::new("a").unwrap(), &4).await.unwrap();
        drop(counters);
        local.idle().await;
    });
}

#[test]
fn idle_waits_for_other_threads() {
    let local = Local::new();
    let bus = Bus::new(local.clone());
    let handled = Arc::new(Mutex::new(0));
    let mut counters = block_on(bus.subscribe(Counter::pattern()).into_future()).unwrap();
    let reader = thread::spawn({
        let handled = Arc::clone(&handled);
        move || {
            while let Some(message) = block_on(counters.next()) {
                let (_, number) = message.read().unwrap();
                *handled.lock().unwrap() += number;
            }
        }
    });
    for round in 1..200 {
        bus.try_publish(&Counter::new("a").unwrap(), &1).unwrap();
        bus.try_publish(&Counter::new("b").unwrap(), &1).unwrap();
        block_on(local.idle());
        assert_eq!(*handled.lock().unwrap(), 2 * round);
    }
    local.close();
    reader.join().unwrap();
}

/// A waker that drops a subscription, like an executor that has ended and drops its tasks.
struct Dropping {
    other: Mutex<Option<Counters>>,
    woken: AtomicBool,
}

impl Wake for Dropping {
    fn wake(self: Arc<Self>) {
        let other = self.other.lock().unwrap().take();
        drop(other);
        self.woken.store(true, Ordering::SeqCst);
    }
}

#[test]
fn a_waker_may_drop_a_subscription() {
    let bus = Bus::new(Local::new());
    let mut counters = block_on(bus.subscribe(Counter::pattern()).into_future()).unwrap();
    let other = block_on(bus.subscribe(Counter::pattern()).into_future()).unwrap();
    let dropping = Arc::new(Dropping {
        other: Mutex::new(Some(other)),
        woken: AtomicBool::new(false),
    });
    let waker = Waker::from(Arc::clone(&dropping));
    {
        let mut next = pin!(counters.next());
        assert!(
            next.as_mut()
                .poll(&mut Context::from_waker(&waker))
                .is_pending()
        );
        bus.try_publish(&Counter::new("a").unwrap(), &1).unwrap();
    }
    assert!(dropping.woken.load(Ordering::SeqCst));
    assert_eq!(block_on(counters.next()).unwrap().read().unwrap().1, 1);
}
