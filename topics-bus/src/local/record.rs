//! A record of what was published, for tests.

use super::sync::Mutex;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, Weak};

use topics::{ParseTopic, ReadError, ReadErrorReason, ReadMessage};

use super::lock;
use crate::{BusRoot, Json, Message};

/// All messages that were published since [`Local::record`](crate::Local::record), for tests.
///
/// ```
/// use topics_bus::{Bus, Local};
///
/// topics::topics! {
///     server.<name>.port => u16;
/// }
///
/// # futures_lite::future::block_on(async {
/// let local = Local::new();
/// let seen = local.record();
/// let bus = Bus::new(local);
/// bus.publish(&ServerPort::new("nats")?, &4222).await?;
///
/// assert_eq!(seen.of::<ServerPort>(), [(ServerPort::new("nats")?, 4222)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # }).unwrap();
/// ```
pub struct Record<C = Json> {
    messages: Arc<Messages>,
    codec: C,
    root: BusRoot,
}

impl<C> Record<C> {
    /// The same record, read with another codec.
    #[must_use]
    pub fn codec<D>(self, codec: D) -> Record<D> {
        Record {
            messages: self.messages,
            codec,
            root: self.root,
        }
    }

    /// The same record, read under a root, as a bus is [made](crate::Bus::under).
    #[must_use]
    pub fn under(self, root: impl Into<BusRoot>) -> Self {
        Self {
            root: root.into(),
            ..self
        }
    }

    /// The messages of a line, or of a hierarchy, as [`Received::read`](crate::Received::read) returns them, in the
    /// order in which they were published.
    ///
    /// Those that cannot be decoded are in [`errors`](Record::errors).
    #[must_use]
    pub fn of<T: ReadMessage<C>>(&self) -> Vec<T::Message<'_>> {
        self.read::<T>().filter_map(Result::ok).collect()
    }

    /// The messages of a line, or of a hierarchy, whose payload cannot be decoded.
    #[must_use]
    pub fn errors<T: ReadMessage<C>>(&self) -> Vec<ReadError> {
        let errors = self.read::<T>().filter_map(Result::err);
        let of_payloads = |error: &ReadError| matches!(error.reason(), ReadErrorReason::Payload(_));
        errors.filter(of_payloads).collect()
    }

    /// The topics of a line, or of a hierarchy, without their payloads.
    #[must_use]
    pub fn topics<T: ParseTopic>(&self) -> Vec<T::Of<'_>> {
        let topics = self
            .messages()
            .map(|message| self.root.parse::<T>(&message.name));
        topics.filter_map(Result::ok).collect()
    }

    /// All messages, as they were published.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.messages.iter()
    }

    fn read<T: ReadMessage<C>>(&self) -> impl Iterator<Item = Result<T::Message<'_>, ReadError>> {
        self.messages().map(|message| {
            let (name, payload) = (&*message.name, &*message.payload);
            let topic = self.root.parse::<T>(name);
            let topic = topic.map_err(|error| ReadError::of_topic(error, payload))?;
            T::with_payload(topic, &self.codec, payload)
                .map_err(|error| ReadError::of_payload(name, payload, error))
        })
    }
}

impl<C> fmt::Debug for Record<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.messages()).finish()
    }
}

/// All records of a bus.
#[derive(Default)]
pub(super) struct Records {
    records: Mutex<Vec<Weak<Messages>>>,
    is_recording: AtomicBool,
}

impl Records {
    pub(super) fn start(&self) -> Record {
        let messages = Arc::new(Messages::default());
        lock(&self.records).push(Arc::downgrade(&messages));
        self.is_recording.store(true, Ordering::SeqCst);
        Record {
            messages,
            codec: Json,
            root: BusRoot::default(),
        }
    }

    #[inline]
    pub(super) fn add(&self, message: &Message) {
        if self.is_recording.load(Ordering::Relaxed) {
            self.add_to_all(message);
        }
    }

    #[cold]
    fn add_to_all(&self, message: &Message) {
        let mut records = lock(&self.records);
        records.retain(|messages| {
            let messages = messages.upgrade();
            let pushed = messages.map(|messages| messages.push(message.clone()));
            pushed.is_some()
        });
        self.is_recording
            .store(!records.is_empty(), Ordering::SeqCst);
    }
}

/// A list that can grow while its messages are borrowed: they never move. Each chunk is twice as long as the one before.
#[derive(Default)]
struct Messages {
    chunks: [OnceLock<Box<[OnceLock<Message>]>>; 32],
    count: Mutex<usize>,
}

impl Messages {
    fn push(&self, message: Message) {
        let mut count = lock(&self.count);
        *count += 1;
        let number = *count;
        // The chunks start at 1, 2, 4, 8 …
        let chunk = number.ilog2();
        let size = 1 << chunk;
        let Some(places) = self.chunks.get(chunk as usize) else {
            return;
        };
        let places = places.get_or_init(|| (0..size).map(|_| OnceLock::new()).collect());
        if let Some(place) = places.get(number - size) {
            // It is empty, because each number is used once.
            let _ = place.set(message);
        }
    }

    fn iter(&self) -> impl Iterator<Item = &Message> {
        let chunks = self.chunks.iter().map_while(OnceLock::get);
        chunks.flatten().map_while(OnceLock::get)
    }
}
