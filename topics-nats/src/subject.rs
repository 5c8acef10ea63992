//! Topics in the calls of async-nats.

use async_nats::Subject;
use topics::{Hierarchy, Topic};

/// A topic as the calls of async-nats take it; a pattern becomes a `String` by `into`, which they take as well.
///
/// ```no_run
/// use topics_nats::TopicSubject as _;
///
/// topics::topics! {
///     system.<worker>.health;
/// }
///
/// # async fn run(client: async_nats::Client) -> Result<(), Box<dyn std::error::Error>> {
/// let topic = SystemHealth::new("mutator")?;
/// client.publish(topic.subject(), "up".into()).await?;
/// # Ok(())
/// # }
/// ```
pub trait TopicSubject {
    /// The subject.
    fn subject(&self) -> Subject;
}

impl<T: Topic> TopicSubject for T {
    fn subject(&self) -> Subject {
        String::from(self.name()).into()
    }
}

/// The topics of a hierarchy as the configurations of `JetStream` take them.
///
/// ```
/// use topics_nats::Subjects as _;
///
/// topics::topics! {
///     pub enum BusTopic;
///     system.bus.health;
///     system.<worker>.health as WorkerHealth;
/// }
///
/// // For `subjects` of a stream, and `filter_subjects` of a consumer.
/// assert_eq!(BusTopic::subjects(), ["system.*.health"]);
/// ```
pub trait Subjects: Hierarchy {
    /// The fewest subjects that hold the hierarchy, none of which overlaps another; see [`Hierarchy::patterns`].
    #[must_use]
    fn subjects() -> Vec<String> {
        Self::patterns().into_iter().map(String::from).collect()
    }
}

impl<H: Hierarchy> Subjects for H {}
