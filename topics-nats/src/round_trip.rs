//! A round trip to the server: when it is complete, the server has handled everything that the client sent before.
//!
//! The client has no such method: its `flush` returns when the bytes have been written to the socket. So this subscribes to an
//! inbox and sends a message to it. A server handles the lines of a connection in order, so when the message comes back, the
//! server has handled everything before it.

use std::future::poll_fn;
use std::time::Duration;

use async_nats::{Client, Event, ServerError};
use tokio::runtime::Handle;
use topics_bus::Error;

use crate::Events;
use crate::listener::Listener;

/// How long to wait for a server if the client has no limit of its own.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often to yield after the echo has arrived, so that the task that calls the callback with events gets a turn.
const GRACE: usize = 16;

/// The answer of the server.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// Its messages about denied permissions.
    pub(crate) denied: Vec<String>,
}

/// Makes a round trip.
pub(crate) async fn round_trip(
    client: &Client,
    mut events: Option<Events>,
    runtime: &Handle,
) -> Result<Answer, Error> {
    let inbox = client.new_inbox();
    let echo = client.subscribe(inbox.clone()).await.map_err(closed)?;
    let mut echo = Listener::new(echo, runtime);
    // The inbox is also the reply subject: if there is no subscription to it, the server answers that there are no responders.
    let probe = client.publish_with_reply(inbox.clone(), inbox.clone(), "".into());
    probe.await.map_err(closed)?;

    let mut answer = Answer::default();
    let there_and_back = async {
        loop {
            tokio::select! {
                event = next(&mut events) => match event {
                    // If the server denies the use of the inbox, that is an answer too.
                    Some(denial) if denial.contains(&inbox) => return Ok(()),
                    Some(denial) => answer.denied.push(denial),
                    None => events = None,
                },
                echo = poll_fn(|context| echo.poll_next(context)) => {
                    return if echo.is_some() { Ok(()) } else { Err(Error::Closed) };
                }
            }
        }
    };
    let patience = client.timeout().unwrap_or(PATIENCE);
    match tokio::time::timeout(patience, there_and_back).await {
        Ok(outcome) => outcome?,
        Err(_) => return Err(Error::transport(Unconfirmed)),
    }
    // A denial comes before the echo, but through another task, which may need a moment.
    for _ in 0..GRACE {
        tokio::task::yield_now().await;
        while let Some(Some(denial)) = now(next(&mut events)).await {
            answer.denied.push(denial);
        }
    }
    Ok(answer)
}

/// The next denial of a permission; `None` when there are no more events.
async fn next(events: &mut Option<Events>) -> Option<String> {
    let Some(events) = events else {
        return std::future::pending().await;
    };
    loop {
        if let Event::ServerError(ServerError::Other(text)) = events.next().await?
            && text.contains("Permissions Violation")
        {
            return Some(text);
        }
    }
}

/// The output of a future that is ready now.
async fn now<T>(future: impl Future<Output = T>) -> Option<T> {
    tokio::select! {
        biased;
        output = future => Some(output),
        () = std::future::ready(()) => None,
    }
}

pub(crate) fn closed(_: impl std::error::Error) -> Error {
    Error::Closed
}

/// The server has not answered in time.
#[derive(Debug)]
struct Unconfirmed;

impl std::fmt::Display for Unconfirmed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(
            "the server has not confirmed in time; if this client has no permission to publish, make the bus with \
             `topics_nats::bus_with_events`, so that it receives the denial",
        )
    }
}

impl std::error::Error for Unconfirmed {}
