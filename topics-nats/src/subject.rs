//! Topics as arguments of async-nats.

use async_nats::Subject;
use topics::{Hierarchy, Topic};

/// Converts a topic to a [`Subject`], for the methods of async-nats.
///
/// For a pattern, and for a name under a root, use `String::from`: `String::from(root.name(&topic))`.
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
    /// Returns the name of the topic as a subject.
    fn subject(&self) -> Subject;
}

impl<T: Topic> TopicSubject for T {
    fn subject(&self) -> Subject {
        String::from(self.name()).into()
    }
}

/// The subjects of a hierarchy, for the configuration of a JetStream stream or consumer.
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
/// // For `subjects` of a stream, or `filter_subjects` of a consumer.
/// assert_eq!(BusTopic::subjects(), ["system.*.health"]);
/// ```
///
/// If a line has a reply, set `no_ack` on the stream. Otherwise the stream acknowledges each request, and the requester takes
/// that acknowledgement, such as `{"stream":"BUS","seq":7}`, for the reply:
///
/// ```
/// use async_nats::jetstream::stream::Config;
/// use topics_nats::Subjects as _;
///
/// topics::topics! {
///     pub enum BusTopic;
///     worker.<id>.ping => String -> String;
/// }
///
/// let config = Config {
///     name: "BUS".to_owned(),
///     subjects: BusTopic::subjects(),
///     no_ack: true,
///     ..Config::default()
/// };
/// ```
pub trait Subjects: Hierarchy {
    /// Returns the fewest subjects that match all topics of the hierarchy, none of which overlaps another; see
    /// [`Hierarchy::patterns`](Hierarchy).
    #[must_use]
    fn subjects() -> Vec<String> {
        Self::patterns().into_iter().map(String::from).collect()
    }
}

impl<H: Hierarchy> Subjects for H {}
