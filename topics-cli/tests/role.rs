//! One declaration of a role holds the program to it, by its type, and the connection, by the server's permissions.
//!
//! Needs the server's program, which is installed if it isn't there; `TOPICS_SKIP_NATS=1` leaves these tests out.

#[path = "support/server.rs"]
#[expect(dead_code, reason = "these tests send no messages by hand")]
mod server;
#[expect(dead_code, reason = "these tests have a lock of their own")]
mod support;

use async_nats::ConnectOptions;
use server::{Server, is_skipped};
use support::{file, topics};
use topics_bus::{Role, role};

topics::topics! {
    pub enum BusTopic;
    #[was("worker.<worker>.health")]
    system.<worker>.health => u64;
    system.<worker>.restart => String -> bool;
    system.mode.<mode: day | night>;
}

const LOCK: &str = "topics-lock 1 BusTopic
system.<worker>.health => u64
system.<worker>.restart => String -> bool
system.mode.<mode: day | night>
worker.<worker>.health => u64
former worker.<worker>.health => system.<worker>.health
";

role! {
    /// Watches the workers, and restarts them.
    struct Supervisor;
    publish SystemRestart, SystemMode;
    subscribe SystemHealth;
}

role! {
    /// Does the work.
    struct Worker;
    publish SystemHealth;
    answer SystemRestart;
}

/// The user of a role, as the server is configured with it.
fn user<R: Role>(name: &str) -> String {
    let role = file(&format!("type_{name}.role"), &R::file());
    let run = topics(&["export", "nats-permissions", "-", "--role", &role], LOCK);
    assert_eq!(run.code, Some(0), "{}", run.error);
    format!("{{ user: {name}, password: p, {} }}\n", run.out)
}

#[tokio::test]
async fn a_program_and_its_connection_are_held_to_one_role()
-> Result<(), Box<dyn std::error::Error>> {
    if is_skipped() {
        return Ok(());
    }
    let users = [user::<Supervisor>("supervisor"), user::<Worker>("worker")].concat();
    let configuration = format!("authorization {{ users: [ {users} ] }}\n");
    let server = Server::start(&file("type_role.conf", &configuration));
    let connect = async |name: &str| {
        // A bus with events can subscribe without permission to publish to an inbox.
        let (events, callback) = topics_nats::events();
        let options = ConnectOptions::with_user_and_password(name.into(), "p".into());
        let client = options.event_callback(callback).connect(&server.address);
        Ok::<_, Box<dyn std::error::Error>>(topics_nats::bus_with_events(client.await?, &events))
    };
    let supervisor = connect("supervisor").await?.in_role::<Supervisor>();
    let worker = connect("worker").await?.in_role::<Worker>();

    let mut health = supervisor.subscribe(SystemHealth::pattern()).await?;
    let mut restarts = worker.subscribe(SystemRestart::pattern()).await?;
    let topic = SystemRestart::new("m")?;
    let asking = async { Ok(supervisor.request(&topic, &"stuck".to_owned()).await?) };
    let answering = async {
        let request = restarts.next().await.ok_or("a request")?;
        request.reply(&true).await?;
        Ok::<_, Box<dyn std::error::Error>>(())
    };
    assert!(tokio::try_join!(asking, answering)?.0);
    worker.publish(&SystemHealth::new("m")?, &7).await?;
    let message = health.next().await.ok_or("a message")?;
    assert_eq!(message.read()?, (SystemHealth::new("m")?, 7));

    // What does not compile on these buses, the server refuses.
    let mut client = server.connect(r#"{"user":"supervisor","pass":"p","verbose":false}"#);
    for (sent, is_refused) in [
        ("PUB system.mode.day 0\r\n\r\n", false),
        ("SUB worker.*.health 1\r\n", false),
        ("PUB system.mode.dusk 0\r\n\r\n", true),
        ("PUB system.m.health 0\r\n\r\n", true),
        ("SUB system.*.restart 2\r\n", true),
    ] {
        client.send(sent);
        let said = client.said().concat();
        assert_eq!(
            said.contains("Permissions Violation"),
            is_refused,
            "{sent}: {said}"
        );
    }
    Ok(())
}
