//! What the client tells by events alone.

use std::fmt;
use std::future::{Ready, ready};

use async_nats::Event;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, channel};

/// How many events wait for whoever is slow to read them.
const CAPACITY: usize = 1024;

/// The function that is plugged into the options of a client, by
/// [`event_callback`](async_nats::ConnectOptions::event_callback).
pub type Callback = Box<dyn Fn(Event) -> Ready<()> + Send + Sync>;

/// Creates a pair: what is plugged into the options of a client, and what its events come out of.
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
        // Nobody may be listening, and that is no fault.
        let _ = sender.send(event);
        ready(())
    };
    let events = Events {
        receiver,
        missed: 0,
    };
    (events, Box::new(callback))
}

/// The events of a client, from the time that [`events`] made it.
///
/// Each clone receives all events that come after it was made. Who reads too slowly misses the oldest ones, and
/// [`missed`](Events::missed) tells how many; a client itself drops events when too many come at once.
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

    /// How many events were missed because they were not read in time.
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
