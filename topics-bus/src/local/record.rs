//! A record of what was published, for tests.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use topics::{ParseTopic, ReadError, ReadErrorReason, ReadMessage};

use crate::{Json, Message, Place};

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
    kept: Arc<Kept>,
    codec: C,
    place: Place,
}

impl<C> Record<C> {
    /// The same record, read with another codec.
    #[must_use]
    pub fn codec<D>(self, codec: D) -> Record<D> {
        Record {
            kept: self.kept,
            codec,
            place: self.place,
        }
    }

    /// The same record, read under a root, as a bus is [made](crate::Bus::under).
    #[must_use]
    pub fn under(self, place: impl Into<Place>) -> Self {
        Self {
            place: place.into(),
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
            .map(|message| self.place.parse::<T>(&message.name));
        topics.filter_map(Result::ok).collect()
    }

    /// All messages, as they were published.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.kept.messages()
    }

    fn read<T: ReadMessage<C>>(&self) -> impl Iterator<Item = Result<T::Message<'_>, ReadError>> {
        self.messages().map(|message| {
            let (name, payload) = (&*message.name, &*message.payload);
            let topic = self.place.parse::<T>(name);
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

/// All records that are being made.
#[derive(Default)]
pub(super) struct Records {
    records: Mutex<Vec<Weak<Kept>>>,
    are_any: AtomicBool,
}

impl Records {
    pub(super) fn start(&self) -> Record {
        let kept = Arc::new(Kept::default());
        self.lock().push(Arc::downgrade(&kept));
        self.are_any.store(true, Ordering::SeqCst);
        Record {
            kept,
            codec: Json,
            place: Place::default(),
        }
    }

    #[inline]
    pub(super) fn keep(&self, message: &Message) {
        if self.are_any.load(Ordering::Relaxed) {
            self.keep_in_all(message);
        }
    }

    #[cold]
    fn keep_in_all(&self, message: &Message) {
        let mut records = self.lock();
        records.retain(|kept| {
            let kept = kept.upgrade();
            kept.is_some_and(|kept| {
                kept.push(message.clone());
                true
            })
        });
        self.are_any.store(!records.is_empty(), Ordering::SeqCst);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Weak<Kept>>> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Messages that stay where they are, so that they can be lent while more are added: each chunk has twice as
/// many places as the one before.
#[derive(Default)]
struct Kept {
    chunks: [OnceLock<Box<[OnceLock<Message>]>>; 32],
    count: Mutex<usize>,
}

impl Kept {
    fn push(&self, message: Message) {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count += 1;
        let number = *count;
        // The chunks begin at 1, 2, 4, 8 …
        let chunk = number.ilog2();
        let size = 1 << chunk;
        let Some(places) = self.chunks.get(chunk as usize) else {
            return;
        };
        let places = places.get_or_init(|| (0..size).map(|_| OnceLock::new()).collect());
        if let Some(place) = places.get(number - size) {
            // Nobody else writes there: the numbers are given out one by one.
            let _ = place.set(message);
        }
    }

    fn messages(&self) -> impl Iterator<Item = &Message> {
        let chunks = self.chunks.iter().map_while(OnceLock::get);
        chunks.flatten().map_while(OnceLock::get)
    }
}
