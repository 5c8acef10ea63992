//! Tests of what only happens with a server: permissions, slow consumers, restarts, streams.

mod common;

use std::future::IntoFuture as _;
use std::time::Duration;

use async_nats::{ConnectOptions, Event, ServerError};
use futures_lite::StreamExt as _;
use futures_lite::future::block_on;
use topics::{Root, Roots};
use topics_bus::{Bus, Error, Json, Lost, Subscription};
use topics_nats::{Events, Nats, Subjects as _, TopicSubject as _};

use common::{Server, is_skipped};

topics::topics! {
    #[messages(derive(Debug, PartialEq))]
    pub enum BusTopic;
    counter.<name> => u64;
    order.stats;
    order.<id> => u64;
    secret.<name> => u64;
    wide.<name> => u64;
    tree.<rest..> => u64;
}

type Outcome = Result<(), Box<dyn std::error::Error>>;

const SOON: Duration = Duration::from_secs(20);

const USERS: &str = r#"
authorization: { users: [
    { user: all, password: all }
    { user: reader, password: reader, permissions: { publish: { deny: ">" } } }
    { user: limited, password: limited, permissions: { publish: { deny: "secret.>" }, subscribe: { deny: "secret.>" } } }
] }
"#;

async fn connect(
    server: &Server,
    user: &str,
) -> Result<(Bus<Nats>, Events), async_nats::ConnectError> {
    let (events, callback) = topics_nats::events();
    let options = ConnectOptions::with_user_and_password(user.into(), user.into());
    let client = options
        .event_callback(callback)
        .connect(server.url())
        .await?;
    Ok((topics_nats::bus_with_events(client, &events), events))
}

async fn next<X>(
    subscription: &mut Subscription<X, Nats, Json>,
) -> topics_bus::Received<X, Nats, Json> {
    let message = tokio::time::timeout(SOON, subscription.next()).await;
    message
        .expect("a message should have come")
        .expect("the subscription should go on")
}

/// Waits for an event.
async fn event(events: &mut Events, is_it: impl Fn(&Event) -> bool) -> Event {
    let waiting = async {
        loop {
            let event = events.next().await.expect("the client is there");
            if is_it(&event) {
                return event;
            }
        }
    };
    tokio::time::timeout(SOON, waiting)
        .await
        .expect("an event should have come")
}

fn is_denial(event: &Event, of: &str) -> bool {
    matches!(event, Event::ServerError(ServerError::Other(text)) if text.contains(of))
}

#[tokio::test]
async fn a_denied_publish_comes_as_an_event() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::with_configuration(USERS);
    let (bus, mut events) = connect(&server, "limited").await?;
    bus.publish(&Secret::new("a")?, &1).await?;
    let denial = |event: &Event| is_denial(event, r#"Publish to "secret.a""#);
    event(&mut events, denial).await;
    Ok(())
}

#[tokio::test]
async fn a_denied_subscription_is_an_error() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::with_configuration(USERS);
    let (bus, _events) = connect(&server, "limited").await?;
    for _ in 0..20 {
        let subscribed = bus.subscribe(Secret::pattern()).await;
        let Err(Error::Refused { name, .. }) = subscribed else {
            panic!("{subscribed:?}");
        };
        assert_eq!(name, "secret.*");
        let mut counters = bus.subscribe(Counter::pattern()).await?;
        bus.publish(&Counter::new("a")?, &1).await?;
        assert_eq!(next(&mut counters).await.read()?.1, 1);
    }
    Ok(())
}

#[tokio::test]
async fn a_read_only_bus_reads_all_tenants() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::with_configuration(USERS);
    let (writer, _events) = connect(&server, "all").await?;
    let (reader, _events) = connect(&server, "reader").await?;
    let reader = reader.under(&Roots::new("prod.*")?);
    let mut counters = reader.subscribe(Counter::pattern()).await?;
    for (number, tenant) in ["prod.acme", "prod.zeta", "test.acme", "prod.acme"]
        .into_iter()
        .enumerate()
    {
        let bus = writer.clone().under(&Root::new(tenant)?);
        bus.publish(&Counter::new("a")?, &(number as u64)).await?;
    }
    for (number, tenant) in [(0, "prod.acme"), (1, "prod.zeta"), (3, "prod.acme")] {
        let message = next(&mut counters).await;
        assert_eq!((message.read()?.1, message.root()), (number, Some(tenant)));
        assert_eq!(message.lost(), Lost::Unknown);
    }
    // It needs no permission to publish to drain, either.
    reader.drain().await?;
    assert!(counters.next().await.is_none());
    Ok(())
}

#[tokio::test]
async fn a_subscription_that_nobody_confirms_is_an_error() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::with_configuration(USERS);
    let options = ConnectOptions::with_user_and_password("reader".into(), "reader".into());
    let options = options.request_timeout(Some(Duration::from_millis(200)));
    let bus = topics_nats::bus(options.connect(server.url()).await?);
    let error = bus
        .subscribe(Counter::pattern())
        .await
        .expect_err("nobody hears the denial");
    assert!(error.to_string().contains("bus_with_events"), "{error}");
    Ok(())
}

#[tokio::test]
async fn a_client_without_echo_can_subscribe() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::start();
    let quiet = topics_nats::bus(
        ConnectOptions::new()
            .no_echo()
            .connect(server.url())
            .await?,
    );
    let other = topics_nats::bus(async_nats::connect(server.url()).await?);
    let mut counters = quiet.subscribe(Counter::pattern()).await?;
    quiet.publish(&Counter::new("a")?, &1).await?;
    other.publish(&Counter::new("a")?, &2).await?;
    assert_eq!(next(&mut counters).await.read()?.1, 2);
    Ok(())
}

#[tokio::test]
async fn a_slow_consumer_comes_as_an_event() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::start();
    let (mut events, callback) = topics_nats::events();
    let options = ConnectOptions::new()
        .event_callback(callback)
        .subscription_capacity(16);
    let bus = topics_nats::bus_with_events(options.connect(server.url()).await?, &events);
    let other = topics_nats::bus(async_nats::connect(server.url()).await?);
    let mut counters = bus.subscribe(Counter::pattern()).await?;
    for number in 0..200 {
        other.publish(&Counter::new("a")?, &number).await?;
    }
    event(&mut events, |event| matches!(event, Event::SlowConsumer(_))).await;
    // The oldest messages are there, the newest were dropped, and the subscription continues.
    let message = next(&mut counters).await;
    assert_eq!((message.read()?.1, message.lost()), (0, Lost::Unknown));
    for number in 1..16 {
        assert_eq!(next(&mut counters).await.read()?.1, number);
    }
    let mut later = bus.subscribe(Order::pattern()).await?;
    other.publish(&Order::new("7")?, &7).await?;
    assert_eq!(next(&mut later).await.read()?.1, 7);
    Ok(())
}

#[tokio::test]
async fn a_subscription_outlives_the_server() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let mut server = Server::start();
    let (mut events, callback) = topics_nats::events();
    let options = ConnectOptions::new().event_callback(callback);
    let options = options.reconnect_delay_callback(|_| Duration::from_millis(20));
    let bus = topics_nats::bus_with_events(options.connect(server.url()).await?, &events);
    let mut counters = bus.subscribe(Counter::pattern()).await?;
    bus.publish(&Counter::new("a")?, &1).await?;
    assert_eq!(next(&mut counters).await.read()?.1, 1);

    server.kill();
    event(&mut events, |event| *event == Event::Disconnected).await;
    // The client keeps messages that are published now.
    bus.publish(&Counter::new("a")?, &2).await?;
    server.restart();
    event(&mut events, |event| *event == Event::Connected).await;
    assert_eq!(next(&mut counters).await.read()?.1, 2);
    let mut others = bus.subscribe(Order::pattern()).await?;
    bus.publish(&Order::new("7")?, &3).await?;
    assert_eq!(next(&mut others).await.read()?.1, 3);
    Ok(())
}

#[tokio::test]
async fn without_a_server_a_subscription_fails_in_time_and_nothing_hangs() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let mut server = Server::start();
    let (events, callback) = topics_nats::events();
    let options = ConnectOptions::new().event_callback(callback);
    let options = options.request_timeout(Some(Duration::from_millis(200)));
    let client = options.connect(server.url()).await?;
    let bus = topics_nats::bus_with_events(client, &events);
    server.kill();
    assert!(bus.subscribe(Counter::pattern()).await.is_err());
    bus.try_publish(&Counter::new("a")?, &1)?;
    assert!(tokio::time::timeout(SOON, bus.drain()).await?.is_err());
    Ok(())
}

/// The last step of a rename: the server maps the old name to the new one, so `#[was]` is not needed.
#[tokio::test]
async fn a_mapping_of_the_server_carries_old_names_to_new_subscribers() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server =
        Server::with_configuration(r#"mappings: { "tally.*": "counter.{{wildcard(1)}}" }"#);
    let client = async_nats::connect(server.url()).await?;
    let bus = topics_nats::bus(client.clone());
    let mut counters = bus.subscribe(Counter::pattern()).await?;
    client.publish("tally.a", "7".into()).await?;
    assert_eq!(next(&mut counters).await.read()?, (Counter::new("a")?, 7));
    Ok(())
}

/// The client starts tasks of Tokio, some of them where a subscription is dropped.
#[test]
fn outside_of_tokio_a_subscription_can_be_dropped_and_subscribing_is_an_error() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::start();
    let runtime = tokio::runtime::Runtime::new()?;
    let client = runtime.block_on(async_nats::connect(server.url()))?;
    let bus = topics_nats::bus(client);
    drop(runtime.block_on(bus.subscribe(Counter::pattern()).into_future())?);

    let subscribed = block_on(bus.subscribe(Counter::pattern()).into_future());
    let error = subscribed.expect_err("there is no runtime here");
    assert!(
        error.to_string().contains("needs a Tokio runtime"),
        "{error}"
    );
    assert!(block_on(bus.drain()).is_err());
    block_on(bus.publish(&Counter::new("a")?, &1).into_future())?;
    let subscription = runtime.block_on(bus.subscribe(Counter::pattern()).into_future())?;
    drop(runtime);
    drop(subscription);
    Ok(())
}

#[tokio::test]
async fn a_full_queue_of_the_client_is_told_by_try_publish() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::start();
    let options = ConnectOptions::new().client_capacity(8);
    let bus = topics_nats::bus(options.connect(server.url()).await?);
    // This test runs on one thread, so the client cannot send in between.
    let topic = Counter::new("a")?;
    let taken = (0..100).map(|number| bus.try_publish(&topic, &number));
    let taken = taken.take_while(Result::is_ok).count();
    assert!((1..100).contains(&taken), "{taken}");
    assert!(matches!(bus.try_publish(&topic, &0), Err(Error::Full)));
    bus.publish(&topic, &0).await?;
    Ok(())
}

#[tokio::test]
async fn try_publish_succeeds_while_the_queue_has_room() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::start();
    let bus = topics_nats::bus(async_nats::connect(server.url()).await?);
    // More calls than Tokio allows a task before it must yield.
    for number in 0..1_000 {
        bus.try_publish(&Counter::new("a")?, &number)?;
    }
    Ok(())
}

#[tokio::test]
async fn names_that_servers_keep_are_refused() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::start();
    let (bus, _events) = {
        let (events, callback) = topics_nats::events();
        let client = ConnectOptions::new()
            .event_callback(callback)
            .connect(server.url())
            .await?;
        (topics_nats::bus_with_events(client, &events), events)
    };
    for root in ["$GR", "_GR_", "$NRG"] {
        let bus = bus.clone().under(&Root::new(root)?);
        let refused = bus.publish(&Counter::new("a")?, &1).await;
        assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
        assert!(matches!(
            bus.subscribe(Counter::pattern()).await,
            Err(Error::Refused { .. })
        ));
    }
    Ok(())
}

/// The longest allowed name arrives, and longer ones do not close the connection.
#[tokio::test]
async fn long_names_are_refused_before_they_cost_the_connection() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::start();
    let (mut events, callback) = topics_nats::events();
    let client = ConnectOptions::new()
        .event_callback(callback)
        .connect(server.url())
        .await?;
    let bus = topics_nats::bus_with_events(client, &events);
    let mut wide = bus.subscribe(Wide::pattern()).await?;
    let mut longest = 0;
    for length in (1..4000).step_by(997).chain(4000..4200) {
        let topic = Wide::new("x".repeat(length))?;
        match bus.publish(&topic, &(length as u64)).header("a", "b").await {
            Ok(()) => {
                assert_eq!(next(&mut wide).await.read()?.1, length as u64);
                longest = length;
            }
            Err(Error::Refused { .. }) => assert!(length > 4000, "{length}"),
            Err(other) => panic!("{length}: {other}"),
        }
    }
    assert!((4000..4096).contains(&longest), "{longest}");
    let pattern = Wide::pattern().name("x".repeat(4_100))?;
    assert!(matches!(
        bus.subscribe(pattern).await,
        Err(Error::Refused { .. })
    ));
    let pattern = Wide::pattern().name("x".repeat(4_030))?;
    drop(bus.subscribe(pattern).queue("board").await?);

    // The connection was not lost in between.
    bus.publish(&Wide::new("last")?, &7).await?;
    assert_eq!(next(&mut wide).await.read()?.1, 7);
    let lost = async {
        event(&mut events, |event| *event == Event::Disconnected).await;
    };
    assert!(
        tokio::time::timeout(Duration::from_millis(100), lost)
            .await
            .is_err()
    );
    Ok(())
}

#[tokio::test]
async fn a_payload_that_is_too_large_is_an_error() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::with_configuration("max_payload: 1000");
    let bus = topics_nats::bus(async_nats::connect(server.url()).await?);
    let error = bus.publish_bytes(&OrderStats, vec![0; 1001]).await;
    assert!(matches!(error, Err(Error::Transport(_))), "{error:?}");
    bus.publish_bytes(&OrderStats, vec![0; 1000]).await?;
    Ok(())
}

/// The types fit into the calls of async-nats for `JetStream`.
#[tokio::test]
async fn a_stream_of_the_fewest_patterns_takes_every_topic_and_is_read_typed() -> Outcome {
    if is_skipped() {
        return Ok(());
    }
    let server = Server::with_configuration("jetstream: enabled");
    let client = async_nats::connect(server.url()).await?;
    let streams = async_nats::jetstream::new(client);
    let stream = streams.create_stream(async_nats::jetstream::stream::Config {
        name: "all".into(),
        subjects: BusTopic::subjects(),
        ..Default::default()
    });
    let stream = stream.await?;
    for (subject, payload) in [
        (OrderStats.subject(), "1"),
        (Order::new("7")?.subject(), "2"),
        (Tree::new("a.b.c")?.subject(), "3"),
    ] {
        streams.publish(subject, payload.into()).await?.await?;
    }
    let consumer = stream.create_consumer(async_nats::jetstream::consumer::pull::Config {
        filter_subjects: BusTopic::subjects(),
        ..Default::default()
    });
    let mut messages = consumer.await?.messages().await?;
    let mut received = Vec::new();
    while received.len() < 3 {
        received.push(messages.try_next().await?.expect("three were published"));
    }
    let read = received
        .iter()
        .map(|m| BusTopic::read(&Json, &m.subject, &m.payload));
    let read: Vec<_> = read.collect::<Result<_, _>>()?;
    assert_eq!(
        read,
        [
            BusMessage::OrderStats(OrderStats, b"1"),
            BusMessage::Order(Order::new("7")?, 2),
            BusMessage::Tree(Tree::new("a.b.c")?, 3),
        ],
    );
    Ok(())
}
