//! The traits of topics, hierarchies and typed patterns.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use topics_core::relation::Relation;
use topics_core::shape::Shape;
use topics_core::{Pattern, Template, TopicName, disjoint_patterns};

use crate::__private::{self, Line, Member, Parts};
use crate::ParseError;

/// A topic: a value whose name is always valid.
///
/// The structs and the enum that [`topics!`](crate::topics) generates implement it, and so do types that derive
/// [`Topic`](derive@crate::Topic) or [`Topics`](crate::Topics). You cannot implement it by hand, because the name that
/// a topic writes is not checked again. The trait can be an object, so a publisher can take any topic of any
/// hierarchy:
///
/// ```
/// use topics::Topic;
///
/// topics::topics! {
///     system.<worker>.health;
/// }
///
/// fn publish(topic: &impl Topic, subjects: &mut Vec<String>) {
///     subjects.push(topic.name().into());
/// }
///
/// let mut subjects = Vec::new();
/// publish(&SystemHealth::new("mutator")?, &mut subjects);
/// assert_eq!(subjects, ["system.mutator.health"]);
/// # Ok::<(), topics::BuildError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a topic",
    label = "expected the struct of a line, or the enum of a hierarchy",
    note = "`new` and `parse` may return a `Result`: add `?` after the call",
    note = "to get a topic from a `&str` or `TopicName`, call `BusTopic::parse(text)?`",
    note = "a type of your own is a topic if it derives `Topic` or `Topics`"
)]
pub trait Topic: fmt::Display + Parts {
    /// Returns the template of the topic.
    fn template(&self) -> Template<'static>;

    /// Appends the name to a string.
    ///
    /// This is the quickest way to the text. Keep one string and clear it between topics, and nothing is allocated. A
    /// new string gets exactly the capacity that the name needs.
    ///
    /// ```
    /// use topics::Topic;
    ///
    /// topics::topics! {
    ///     system.<worker>.health;
    /// }
    ///
    /// let mut subject = String::new();
    /// for worker in ["mutator", "sniffer"] {
    ///     subject.clear();
    ///     SystemHealth::new(worker)?.write_to(&mut subject);
    ///     assert_eq!(subject, format!("system.{worker}.health"));
    /// }
    /// # Ok::<(), topics::BuildError>(())
    /// ```
    fn write_to(&self, out: &mut String);

    /// Returns the name as checked text.
    ///
    /// Allocates once, exactly as much as the name needs, and checks nothing, since the parts are checked already. It
    /// takes about half the time of `to_string`, which goes through a formatter, and `into` makes it a `String` at no
    /// cost.
    fn name(&self) -> TopicName<'static>;

    /// Returns the former names of the topic: those that `#[was("…")]` lists, and those with the texts that its values
    /// had before, `<state: queued | applied was done>`.
    ///
    /// A publisher sends under these names too while some subscribers know only them:
    ///
    /// ```
    /// use topics::Topic;
    ///
    /// topics::topics! {
    ///     #[was("worker.<id>.health")]
    ///     system.<id>.health;
    /// }
    ///
    /// let health = SystemHealth::new("mutator")?;
    /// assert_eq!(health.name(), "system.mutator.health");
    /// assert_eq!(health.former_names(), ["worker.mutator.health"]);
    /// # Ok::<(), topics::BuildError>(())
    /// ```
    fn former_names(&self) -> Vec<TopicName<'static>>;

    /// The name by which it was read from a text.
    #[doc(hidden)]
    fn template_read(&self, text: &str) -> Template<'static>;
}

// What lacks one of the hidden traits behind a public one is told of the public one.

#[diagnostic::do_not_recommend]
impl<T: Parts + fmt::Display> Topic for T {
    fn template(&self) -> Template<'static> {
        __private::template(self)
    }

    #[inline]
    fn write_to(&self, out: &mut String) {
        __private::write_to(self, out);
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "see the function that it calls")]
    fn name(&self) -> TopicName<'static> {
        __private::name(self)
    }

    fn former_names(&self) -> Vec<TopicName<'static>> {
        __private::former_names(self)
    }

    fn template_read(&self, text: &str) -> Template<'static> {
        __private::template_read(self, text)
    }
}

/// A type that can be parsed from the name of a topic: the struct of a line, or the enum of a hierarchy.
///
/// ```
/// use topics::{ParseError, ParseTopic};
///
/// topics::topics! {
///     system.<worker>.health;
/// }
///
/// fn receive<T: ParseTopic>(subject: &str) -> Result<T::Of<'_>, ParseError> {
///     T::parse_from(subject)
/// }
///
/// let health = receive::<SystemHealth>("system.mutator.health")?;
/// assert_eq!(health.worker, "mutator");
/// # Ok::<(), ParseError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a topic, so it cannot be parsed from a name",
    label = "expected the struct of a line, or the enum of a hierarchy",
    note = "`new` and `parse` may return a `Result`: add `?` after the call, and name the type without `Result`",
    note = "a type of your own is a topic if it derives `Topic` or `Topics`"
)]
pub trait ParseTopic: Topic {
    /// The same type, borrowing from another text.
    type Of<'a>: ParseTopic;

    /// Parses the name of a topic, as the generated `parse` does.
    ///
    /// # Errors
    ///
    /// If the text is not a topic of this type.
    fn parse_from(text: &str) -> Result<Self::Of<'_>, ParseError>;

    /// Copies what the topic borrows, so that it can outlive the text that it was parsed from.
    ///
    /// ```
    /// use topics::{ParseError, ParseTopic};
    ///
    /// fn last<T: ParseTopic>(subjects: Vec<String>) -> Option<Result<T::Of<'static>, ParseError>> {
    ///     let subject = subjects.last()?;
    ///     Some(T::parse_from(subject).map(T::into_owned))
    /// }
    ///
    /// topics::topics! {
    ///     system.<worker>.health;
    /// }
    ///
    /// let health = last::<SystemHealth>(vec!["system.mutator.health".to_owned()]);
    /// assert!(matches!(health, Some(Ok(SystemHealth { .. }))));
    /// ```
    #[must_use]
    fn into_owned(topic: Self::Of<'_>) -> Self::Of<'static>;
}

#[diagnostic::do_not_recommend]
impl<T: Line> ParseTopic for T {
    type Of<'a> = <T as Line>::As<'a>;

    fn parse_from(text: &str) -> Result<Self::Of<'_>, ParseError> {
        __private::parse::<T>(text)
    }

    fn into_owned(topic: Self::Of<'_>) -> Self::Of<'static> {
        T::own(topic)
    }
}

/// The struct of one line of a declaration.
///
/// ```
/// use topics::TopicType;
///
/// topics::topics! {
///     system.<worker>.health;
/// }
///
/// fn subscription<T: TopicType>() -> String {
///     T::TEMPLATE.pattern().into()
/// }
///
/// assert_eq!(subscription::<SystemHealth>(), "system.*.health");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the topic of one line",
    label = "expected the struct of a line",
    note = "the enum of a hierarchy has many templates; `Hierarchy` is its trait",
    note = "`new` and `parse` may return a `Result`: add `?` after the call",
    note = "a struct of your own is a topic if it derives `Topic`"
)]
pub trait TopicType: ParseTopic + Line {
    /// The template of the line.
    const TEMPLATE: Template<'static>;

    /// The templates that the line had before, as `#[was("…")]` lists them.
    const FORMER: &'static [Template<'static>];
}

#[diagnostic::do_not_recommend]
impl<T: Line> TopicType for T {
    const TEMPLATE: Template<'static> = T::DESCRIPTION.present.template;
    const FORMER: &'static [Template<'static>] = T::DESCRIPTION.former_templates;
}

/// The enum of a hierarchy, which holds any of its topics.
///
/// ```
/// use topics::Hierarchy;
///
/// topics::topics! {
///     pub enum BusTopic;
///     system.log;
///     system.<worker>.health;
/// }
///
/// fn is_known<H: Hierarchy>(name: &str) -> bool {
///     H::parse_from(name).is_ok()
/// }
///
/// assert!(is_known::<BusTopic>("system.mutator.health"));
/// assert!(!is_known::<BusTopic>("system.mutator"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a hierarchy",
    label = "expected the enum of a hierarchy",
    note = "a hierarchy is the enum that `topics!` declares, `pub enum BusTopic;`, or an enum that derives `Topics`; the struct of one line is not"
)]
pub trait Hierarchy: ParseTopic + Member {
    /// The templates, in the order of the declaration.
    const TEMPLATES: &'static [Template<'static>];

    /// The templates that lines had before, as `#[was("…")]` lists them, in the order of the lines.
    const FORMER: &'static [Template<'static>] = &[];

    /// The templates of the lines with `#[first]`, and of the variants with `#[topics(first)]`, former ones included.
    /// They win over others if neither is more specific.
    const FIRST: &'static [Template<'static>] = &[];

    /// Lists the templates that win over a template, because they are more specific or [first](Self::FIRST).
    ///
    /// `parse` gives them the names that both match, unless one of their types refuses a parameter. Former
    /// templates come last; the given one may be a former template too. Takes time proportional to the size of the
    /// hierarchy.
    ///
    /// ```
    /// use topics::Hierarchy;
    ///
    /// topics::topics! {
    ///     pub enum BusTopic;
    ///     system.bus.health;
    ///     system.<worker>.health as WorkerHealth;
    ///     #[was("system.log.health")]
    ///     log.health;
    /// }
    ///
    /// let mut shadowing = BusTopic::more_specific_than(WorkerHealth::TEMPLATE);
    /// assert_eq!(shadowing.next(), Some(SystemBusHealth::TEMPLATE));
    /// assert_eq!(shadowing.next(), Some(LogHealth::FORMER[0]));
    /// assert_eq!(shadowing.next(), None);
    /// ```
    #[must_use]
    fn more_specific_than(
        template: Template<'_>,
    ) -> impl Iterator<Item = Template<'static>> + use<'_, Self> {
        let others = Self::TEMPLATES.iter().chain(Self::FORMER).copied();
        others.filter(move |other| wins::<Self>(other, &template))
    }

    /// Lists the templates that a template wins over, because it is more specific or [first](Self::FIRST).
    ///
    /// `parse` gives them a name that both match only if a type of the given template refuses a parameter.
    /// Former templates come last; the given one may be a former template too. Takes time proportional to the size of
    /// the hierarchy.
    #[must_use]
    fn less_specific_than(
        template: Template<'_>,
    ) -> impl Iterator<Item = Template<'static>> + use<'_, Self> {
        let others = Self::TEMPLATES.iter().chain(Self::FORMER).copied();
        others.filter(move |other| wins::<Self>(&template, other))
    }

    /// Returns the fewest patterns that match every topic of the hierarchy, former names included, and that do not
    /// overlap: the subjects of a JetStream stream that keeps them all.
    ///
    /// Each placeholder counts as `*`, a closed one too. See [`disjoint_patterns`] for what is promised. The patterns
    /// are worked out anew at each call.
    ///
    /// ```
    /// use topics::Hierarchy;
    ///
    /// topics::topics! {
    ///     pub enum BusTopic;
    ///     system.bus.health;
    ///     system.<worker>.health as WorkerHealth;
    ///     #[was("logs.system")]
    ///     system.log;
    ///     attacker;
    ///     attacker.<path..> as AttackerPath;
    /// }
    ///
    /// assert_eq!(
    ///     BusTopic::patterns(),
    ///     ["attacker", "attacker.>", "logs.system", "system.*.health", "system.log"],
    /// );
    /// ```
    #[must_use]
    fn patterns() -> Vec<Pattern<'static>> {
        let templates = Self::TEMPLATES.iter().chain(Self::FORMER);
        disjoint_patterns(templates.map(Template::pattern))
    }

    /// Lists the templates with a topic that none of the patterns matches; former templates come last.
    ///
    /// The list is empty if the patterns cover the hierarchy. [`Template::overlaps_pattern`] tells whether a pattern
    /// matches any topic of a template, and so whether the template's arm of a `match` is ever reached.
    ///
    /// ```
    /// use topics::{Hierarchy, Pattern};
    ///
    /// topics::topics! {
    ///     pub enum BusTopic;
    ///     system.log;
    ///     system.<worker>.health;
    /// }
    ///
    /// let subscribed = [Pattern::from_static("system.*.health")];
    /// let missed: Vec<_> = BusTopic::missed_by(&subscribed).collect();
    /// assert_eq!(missed, [SystemLog::TEMPLATE]);
    /// assert_eq!(BusTopic::missed_by(&BusTopic::patterns()).next(), None);
    /// ```
    #[must_use]
    fn missed_by<'p>(
        patterns: &'p [Pattern<'p>],
    ) -> impl Iterator<Item = Template<'static>> + use<'p, Self> {
        let patterns = patterns.iter().map(|of| Shape::of_pattern(of.as_str()));
        let patterns: Vec<Shape<'_>> = patterns.collect();
        let templates = Self::TEMPLATES.iter().chain(Self::FORMER).copied();
        templates.filter(move |template| !named::<Self>(template).0.is_covered_by(&patterns))
    }
}

/// A template of a hierarchy with what the types of its placeholders tell, and its rank among others.
fn named<'t, H: Hierarchy>(template: &Template<'t>) -> (Shape<'t>, u32) {
    let mut lines = H::LINES.iter();
    let line = lines.find(|line| line.template == *template || line.former.contains(template));
    let (types, rank) = line.map_or((&[][..], 0), |line| (line.types, line.rank));
    (Shape::with_types(*template, types), rank)
}

/// Whether the topics that two templates of a hierarchy match are the first one's.
fn wins<H: Hierarchy>(first: &Template<'_>, second: &Template<'_>) -> bool {
    // What a type tells beyond its name was not known where the lines of a declaration were compared.
    let (own, other) = (named::<H>(first).1, named::<H>(second).1);
    Relation::of(Shape::of(*first), Shape::of(*second)).first_wins(own, other) == Some(true)
}

/// A topic whose line declares a payload: `system.<worker>.health => Heartbeat`.
///
/// ```
/// use topics::HasPayload;
///
/// pub struct Heartbeat {
///     pub uptime_seconds: u64,
/// }
///
/// topics::topics! {
///     system.<worker>.health => Heartbeat;
/// }
///
/// fn decode<T: HasPayload>(decode: impl Fn(&[u8]) -> T::Payload, bytes: &[u8]) -> T::Payload {
///     decode(bytes)
/// }
///
/// let beat = decode::<SystemHealth>(|_| Heartbeat { uptime_seconds: 7 }, b"");
/// assert_eq!(beat.uptime_seconds, 7);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a topic with a payload",
    label = "expected the struct of a line with `=> Type`",
    note = "declare the payload at the end of the line, `system.<worker>.health => Heartbeat;`, or in `#[topic(…)]` with `payload = Heartbeat`",
    note = "to publish bytes on a topic without a payload, call `publish_bytes`",
    note = "`new` and `parse` may return a `Result`: add `?` after the call"
)]
pub trait HasPayload: TopicType {
    /// The type after `=>`.
    type Payload;
}

/// A topic whose line declares a reply to its payload: `worker.<id>.ping => Ping -> Pong`.
///
/// ```
/// use topics::HasReply;
///
/// pub struct Ping;
/// pub struct Pong(pub u64);
///
/// topics::topics! {
///     worker.<id>.ping => Ping -> Pong;
/// }
///
/// fn answer<T: HasReply>(request: T::Payload, answer: impl Fn(T::Payload) -> T::Reply) -> T::Reply {
///     answer(request)
/// }
///
/// assert_eq!(answer::<WorkerPing>(Ping, |Ping| Pong(7)).0, 7);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a topic with a reply",
    label = "expected the struct of a line with `=> Type -> Reply`",
    note = "declare the reply after the payload, `worker.<id>.ping => Ping -> Pong;`, or in `#[topic(…)]` with `reply = Pong`",
    note = "to publish a message that needs no reply, call `publish`; to answer a message of a hierarchy, `reply_as::<WorkerPing>`",
    note = "`new` and `parse` may return a `Result`: add `?` after the call"
)]
pub trait HasReply: HasPayload {
    /// The type after `->`.
    type Reply;
}

/// A pattern that knows which topics it matches, such as the one that the generated `pattern()` returns.
///
/// A placeholder that is not set is a wildcard.
///
/// ```
/// use topics::TopicPattern;
///
/// topics::topics! {
///     topology.<id>.mutation.<state: applied | failed>;
/// }
///
/// let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
/// assert_eq!(failed.to_string(), "topology.*.mutation.failed");
/// assert!(failed.to_pattern().matches("topology.t-17.mutation.failed"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a pattern of known topics",
    label = "expected the pattern of a line or of a hierarchy",
    note = "`SystemHealth::pattern()` is the pattern of a line, `pattern!(BusTopic, \"system.>\")` one of a hierarchy; to subscribe to all of it, call `subscribe_all::<BusTopic>`",
    note = "methods that set text in a pattern return a `Result`: add `?`, as in `SystemHealth::pattern().worker(\"mutator\")?`",
    note = "a text or a `Pattern` does not say which topics it receives"
)]
pub trait TopicPattern: fmt::Display {
    /// The topics that are received on the pattern.
    type Topic: ParseTopic;

    /// Returns the pattern as text, ready for a subscription.
    ///
    /// Allocates. To match many topics, call it once and keep the result.
    fn to_pattern(&self) -> Pattern<'static>;

    /// Returns the pattern, followed by the same pattern for each former name of the topics, as `#[was("…")]` lists
    /// them, and for each text that a value in it had before, `<state: queued | applied was done>`. Subscribe to all of
    /// them while some publishers know only a former name.
    ///
    /// ```
    /// use topics::TopicPattern;
    ///
    /// topics::topics! {
    ///     #[was("mutation.<state>.<id>")]
    ///     topology.<id>.mutation.<state: applied | failed>;
    /// }
    ///
    /// let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
    /// assert_eq!(failed.to_patterns(), ["topology.*.mutation.failed", "mutation.failed.*"]);
    /// ```
    ///
    /// For a [`pattern!`](crate::pattern!) of a hierarchy, returns it, followed by patterns for the former names of the topics
    /// that it matches, unless it matches these names too.
    fn to_patterns(&self) -> Vec<Pattern<'static>> {
        Vec::from([self.to_pattern()])
    }
}
