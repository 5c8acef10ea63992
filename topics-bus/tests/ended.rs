//! What a subscription or a request that was dropped leaves behind: nothing; and how what is under way shows itself.

use std::future::{Future as _, IntoFuture as _};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Wake};

use futures_lite::future::{block_on, poll_once, zip};
use futures_lite::stream::StreamExt as _;
use topics_bus::{Bus, Deliveries as _, Error, Local, Transport as _};

topics::topics! {
    pub enum BusTopic;
    job.<id: u64> => u64 -> u64;
}

#[test]
fn a_request_whose_receiver_is_dropped_fails() {
    block_on(async {
        let bus = Bus::new(Local::new());
        let mut jobs = bus.subscribe(Job::pattern()).await.unwrap();
        bus.publish(&Job { id: 0 }, &1).await.unwrap();
        let _held = jobs.next().await.unwrap();
        let mut request = pin!(bus.request(&Job { id: 1 }, &2).into_future());
        assert!(poll_once(request.as_mut()).await.is_none());
        drop(jobs);
        let answer = poll_once(request.as_mut()).await;
        assert!(matches!(answer, Some(Err(Error::NoReply))), "{answer:?}");
    });
}

#[test]
fn nobody_gets_the_reply_to_a_request_that_was_given_up() {
    block_on(async {
        let local = Local::new();
        let bus = Bus::new(local.clone());
        let mut jobs = bus.subscribe(Job::pattern()).await.unwrap();
        let mut request = Box::pin(bus.request(&Job { id: 1 }, &2).into_future());
        assert!(poll_once(request.as_mut()).await.is_none());
        let received = jobs.next().await.unwrap();
        drop(request);
        received.reply(&3).await.unwrap();
        let again = bus.request(&Job { id: 4 }, &5).into_future();
        let answering = async { jobs.next().await.unwrap().reply(&6).await };
        let (answer, replied) = zip(again, answering).await;
        replied.unwrap();
        assert_eq!(answer.unwrap(), 6);
    });
}

#[test]
fn nobody_waits_for_messages_of_a_dropped_subscription() {
    block_on(async {
        let local = Local::new();
        let bus = Bus::new(local.clone());
        let mut jobs = bus.subscribe(Job::pattern()).await.unwrap();
        bus.publish(&Job { id: 0 }, &1).await.unwrap();
        let _held = jobs.next().await.unwrap();
        bus.publish(&Job { id: 1 }, &2).await.unwrap();
        assert!(poll_once(local.idle()).await.is_none());
        drop(jobs);
        assert!(poll_once(local.idle()).await.is_some());
    });
}

/// Closes the bus as soon as what it waits for is there.
struct Closing(Local);

impl Wake for Closing {
    fn wake(self: Arc<Self>) {
        self.0.close();
    }
}

#[test]
fn a_reply_is_sent_even_if_its_receiver_closes_the_bus_at_once() {
    let local = Local::new();
    let bus = Bus::new(local.clone());
    let mut jobs = block_on(bus.subscribe(Job::pattern()).into_future()).unwrap();
    let mut request = pin!(bus.request(&Job { id: 1 }, &2).into_future());
    let waker = Arc::new(Closing(local.clone())).into();
    let mut context = Context::from_waker(&waker);
    assert!(request.as_mut().poll(&mut context).is_pending());
    let received = block_on(jobs.next()).unwrap();
    block_on(received.reply(&3).into_future()).unwrap();
    assert!(matches!(
        bus.try_publish(&Job { id: 2 }, &2),
        Err(Error::Closed)
    ));
    assert_eq!(block_on(request).unwrap(), 3);
}

#[test]
fn requests_under_way_get_their_own_answers() {
    block_on(async {
        let bus = Bus::new(Local::new());
        let mut jobs = bus.subscribe(Job::pattern()).await.unwrap();
        let [first, second] = [1, 2].map(|id| bus.request(&Job { id }, &id).into_future());
        let answering = async {
            let requests = [jobs.next().await.unwrap(), jobs.next().await.unwrap()];
            // The other way round.
            for request in requests.iter().rev() {
                let (_, payload) = request.read().unwrap();
                request.reply(&(payload * 10)).await.unwrap();
            }
        };
        let ((first, second), ()) = zip(zip(first, second), answering).await;
        assert_eq!((first.unwrap(), second.unwrap()), (10, 20));
    });
}

#[test]
fn what_is_under_way_is_shown_by_its_type() {
    let bus = Bus::new(Local::new());
    let topic = Job { id: 1 };
    let request = format!("{:?}", bus.request(&topic, &2));
    assert!(request.starts_with("Request"), "{request}");
    let publish = format!("{:?}", bus.publish(&topic, &2));
    assert!(publish.starts_with("Publish"), "{publish}");
    let publishing = format!("{:?}", bus.publish(&topic, &2).into_future());
    assert!(publishing.starts_with("Publishing"), "{publishing}");
}

#[test]
fn what_a_transport_delivers_is_shown() {
    let local = Local::new();
    let subscribing = local.subscribe(vec![Job::pattern().to_pattern()], None);
    let mut deliveries = block_on(subscribing).unwrap();
    let shown = format!("{deliveries:?} {:?}", deliveries.receipts());
    assert!(shown.starts_with("LocalDeliveries"), "{shown}");
    assert!(shown.contains("Receipts"), "{shown}");
    Bus::new(local).try_publish(&Job { id: 1 }, &2).unwrap();
    let delivery = format!("{:?}", block_on(deliveries.next()));
    assert!(delivery.contains("job.1"), "{delivery}");
}
