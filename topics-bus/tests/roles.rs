//! What a bus in a role takes, and the file of the role.

#![deny(elided_lifetimes_in_paths)]

use topics::pattern;
use topics_bus::{Bus, Local, PublishedBy, Role, RoleBus, Transport, role};

topics::topics! {
    #[messages]
    pub enum BusTopic;

    system.<worker>.health => u64;
    system.<worker>.restart => String -> bool;
    #[was("logs.<level: warn | error>")]
    system.log.<level: warn | error>;
    system.started;
}

// Without text in its topics, a hierarchy has no lifetime.
topics::topics! {
    pub enum ClockTopic;
    clock.<second: u64>;
}

role! {
    /// Restarts workers.
    struct Supervisor;

    publish SystemRestart, SystemStarted;
    publish Clock;
    subscribe SystemHealth, SystemLog;
    subscribe_all ClockTopic;
}

role! {
    /// Beats, and is restarted.
    pub struct Worker;
    publish SystemHealth;
    answer SystemRestart;
    subscribe_all BusTopic;
}

type Outcome = Result<(), Box<dyn std::error::Error>>;

#[test]
fn a_bus_in_a_role_does_what_the_role_lists() -> Outcome {
    futures_lite::future::block_on(async {
        let bus = Bus::new(Local::new());
        let supervisor = bus.clone().in_role::<Supervisor>();
        let worker = bus.in_role::<Worker>();

        let mut health = supervisor
            .subscribe(SystemHealth::pattern().worker("m")?)
            .await?;
        let mut restarts = worker
            .subscribe(SystemRestart::pattern())
            .queue("workers")
            .await?;
        let mut all = worker
            .subscribe(pattern!(BusTopic, "system.*.health"))
            .await?;
        let mut clock = supervisor.subscribe_all::<ClockTopic>().await?;

        worker.publish(&SystemHealth::new("m")?, &7).await?;
        worker.try_publish(&SystemHealth::new("n")?, &8)?;
        supervisor.publish_bytes(&SystemStarted, "").await?;
        supervisor
            .clone()
            .publish_bytes(&Clock { second: 3 }, "")
            .await?;
        let asking = async {
            let topic = SystemRestart::new("m")?;
            Ok::<_, Box<dyn std::error::Error>>(supervisor.request(&topic, &"stuck".into()).await?)
        };
        let answering = async {
            let request = restarts.next().await.ok_or("a request")?;
            Ok(request.reply(&true).await?)
        };
        assert!(futures_lite::future::try_zip(asking, answering).await?.0);
        worker.drain().await?;

        let message = health.next().await.ok_or("a message")?;
        assert_eq!(message.read()?, (SystemHealth::new("m")?, 7));
        assert!(health.next().await.is_none());
        let message = clock.next().await.ok_or("a message")?;
        assert_eq!(message.topic()?, ClockTopic::Clock(Clock { second: 3 }));
        let message = all.next().await.ok_or("a message")?;
        assert!(matches!(message.read()?, BusMessage::SystemHealth(_, 7)));
        let message = all.next().await.ok_or("what was tried")?;
        assert!(matches!(message.read()?, BusMessage::SystemHealth(_, 8)));
        assert!(format!("{supervisor:?}").starts_with("RoleBus"));
        Ok(())
    })
}

#[test]
fn the_file_of_a_role_lists_patterns_with_former_names() {
    assert_eq!(
        Supervisor::file(),
        "publish clock.*\npublish system.*.restart\npublish system.started\nsubscribe clock.*\nsubscribe logs.*\n\
         subscribe system.*.health\nsubscribe system.log.*\n",
    );
    assert_eq!(
        Worker::file(),
        "allow_responses\npublish system.*.health\nsubscribe logs.*\nsubscribe system.*.*\n\
         subscribe system.*.restart\nsubscribe system.started\n",
    );
}

#[test]
fn a_function_can_ask_for_any_role_that_publishes_a_line() -> Outcome {
    async fn beat<R: Role>(bus: &RoleBus<R, impl Transport>) -> Outcome
    where
        for<'a> SystemHealth<'a>: PublishedBy<R>,
    {
        Ok(bus.publish(&SystemHealth::new("m")?, &7).await?)
    }
    let bus = Bus::new(Local::new()).in_role::<Worker>();
    futures_lite::future::block_on(beat(&bus))
}
