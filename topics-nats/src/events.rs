//! The events of a client, such as slow consumers and denied publishes.

use std::fmt;
use std::future::{Ready, ready};

use async_nats::Event;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, channel};

/// The number of events that are kept for a slow reader.
const CAPACITY: usize = 1024;

/// The function to pass to [`event_callback`](async_nats::ConnectOptions::event_callback).
pub type Callback = Box<dyn Fn(Event) -> Ready<()> + Send + Sync>;

/// Creates a callback for the options of a client, and the events that it receives.
///
/// ```no_run
/// # async fn run() -> Result<(), async_nats::Error> {
/// let (mut events, callback) = topics_nats::events();
/// let client = async_nats::ConnectOptions::new()
///     .event_callback(callback)
///     .connect("localhost")
///     .await?;
/// let bus = topics_nats::bus_with_events(client, &events);
/// tokio::spawn(async move {
///     while let Some(event) = events.next().await {
///         eprintln!("{event}"); // a slow consumer, a denied publish, a lost connection
///     }
/// });
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn events() -> (Events, Callback) {
    let (sender, receiver) = channel(CAPACITY);
    let callback = move |event| {
        // An error means only that nobody is listening.
        let _ = sender.send(event);
        ready(())
    };
    let events = Events {
        receiver,
        missed: 0,
    };
    (events, Box::new(callback))
}

/// The events of a client, made by [`events`].
///
/// Each clone receives all events from the time at which it was made. A slow reader misses the oldest events, and
/// [`missed`](Events::missed) returns how many. The client itself also drops events if too many come at once.
pub struct Events {
    receiver: Receiver<Event>,
    missed: u64,
}

impl Events {
    /// Waits for the next event; `None` when the client is gone.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            match self.receiver.recv().await {
                Ok(event) => return Some(event),
                Err(RecvError::Lagged(count)) => self.missed += count,
                Err(RecvError::Closed) => return None,
            }
        }
    }

    /// The number of events that were missed because they were not read in time.
    #[must_use]
    pub fn missed(&self) -> u64 {
        self.missed
    }
}

impl Clone for Events {
    fn clone(&self) -> Self {
        Self {
            receiver: self.receiver.resubscribe(),
            missed: 0,
        }
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").finish_non_exhaustive()
    }
}
