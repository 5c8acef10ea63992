//! A way to the server and back, behind which all that was sent before has been handled.
//!
//! The client has no such call: its `flush` returns when the bytes have been written to the socket. So a message is sent to
//! an inbox of one's own. A server handles the lines of a connection one after the other, so when the message comes back, it has
//! handled all that went before, and has sent all that it had for this connection.

use std::future::poll_fn;
use std::time::Duration;

use async_nats::{Client, Event, ServerError};
use tokio::runtime::Handle;
use topics_bus::Error;

use crate::Events;
use crate::listener::Listener;

/// How long to wait for a server if the client has no limit of its own.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often the task that calls back with events gets a turn, once the echo is there.
const GRACE: usize = 16;

/// What the server said on the way.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// The subscriptions that it denied, in its words.
    pub(crate) denied: Vec<String>,
}

/// Goes to the server and back.
pub(crate) async fn round_trip(
    client: &Client,
    mut events: Option<Events>,
    runtime: &Handle,
) -> Result<Answer, Error> {
    let inbox = client.new_inbox();
    let echo = client.subscribe(inbox.clone()).await.map_err(closed)?;
    let mut echo = Listener::new(echo, runtime);
    // With itself to reply to: a client that gets no echo is told that nobody listens there.
    let probe = client.publish_with_reply(inbox.clone(), inbox.clone(), "".into());
    probe.await.map_err(closed)?;

    let mut answer = Answer::default();
    let there_and_back = async {
        loop {
            tokio::select! {
                event = next(&mut events) => match event {
                    // A client that may not use the inbox is told so, which is an answer as well.
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
    // A denial comes before the echo, but by way of another task, which may need a moment.
    for _ in 0..GRACE {
        tokio::task::yield_now().await;
        // `Some(None)`: there are no more events.
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

/// What a future is ready with at once.
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

/// The server has not answered.
#[derive(Debug)]
struct Unconfirmed;

impl std::fmt::Display for Unconfirmed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(
            "the server has not confirmed in time; if this client may not publish, make the bus with \
             `topics_nats::bus_with_events`, which hears of that",
        )
    }
}

impl std::error::Error for Unconfirmed {}
