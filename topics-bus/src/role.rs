//! Roles: what a program may publish and subscribe to, as a type.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use topics::{HasPayload, HasReply, Hierarchy, ParseTopic, TopicPattern};

use crate::{Bus, Encode, Error, Json, Publish, Request, Subscribe, Transport};

/// Declares a role: a type that lists what a program may publish and subscribe to.
///
/// ```
/// use topics_bus::{Bus, Local, Role, role};
///
/// topics::topics! {
///     pub enum BusTopic;
///     decky.<id>.mutate_request => String -> bool;
///     system.<worker>.health => u64;
///     system.log;
/// }
///
/// role! {
///     /// What the dashboard of the operators does.
///     pub struct Dashboard;
///
///     publish DeckyMutateRequest; // its requests too
///     subscribe SystemHealth, SystemLog;
/// }
///
/// # futures_lite::future::block_on(async {
/// let bus = Bus::new(Local::new()).in_role::<Dashboard>();
/// let health = bus.subscribe(SystemHealth::pattern()).await?;
/// // `bus.publish(&SystemHealth::new("mutator")?, &7)` does not compile.
///
/// // The same role for the permissions of a NATS server.
/// assert_eq!(
///     Dashboard::file(),
///     "publish decky.*.mutate_request\nsubscribe system.*.health\nsubscribe system.log\n",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # }).unwrap();
/// ```
///
/// | line | allows |
/// | --- | --- |
/// | `publish SystemHealth;` | to publish on the line, and to send requests if it has a reply |
/// | `subscribe SystemHealth;` | to subscribe to the line, or to part of it, former names included |
/// | `subscribe_all BusTopic;` | to subscribe to the whole hierarchy, or to a `pattern!` of it |
/// | `answer WorkerPing;` | to subscribe to the line, and to reply |
///
/// A word takes several types, separated by commas. A type is named without its lifetime.
///
/// The compiler holds the program to its role, and a NATS server holds the connection to it: [`Role::file`] is what
/// `topics export nats-permissions` reads. A test can compare it with a committed file. The server compares a subscription
/// as a whole. So where the hierarchy has only `system.<worker>.health`, subscribe to `system.*.health`; it refuses `system.>`,
/// which matches more.
///
/// The file has a `*` for each placeholder, so the server may permit more than the compiler. If a program publishes
/// `system.<worker>.<state: up | down>`, the server also permits other lines that `system.*.*` matches, such as
/// `system.<worker>.log`. To permit less, write the values in the file: `publish system.*.up`.
#[macro_export]
macro_rules! role {
    (
        $(#[$attribute:meta])* $visibility:vis struct $Role:ident;
        $($word:ident $($topic:ty),+ $(,)?;)*
    ) => {
        $(#[$attribute])*
        #[allow(dead_code, reason = "a role is a type, and has no values")]
        #[derive(Debug)]
        $visibility struct $Role;

        // An implementation can't leave a lifetime out, but a pointer to a function can, as its arguments do. So a line is
        // `fn(Line)` here, whether it has a lifetime or not.
        $($(
            #[allow(elided_lifetimes_in_paths)]
            impl $crate::role_words::Allows<<$crate::role_words::$word as $crate::role_words::Word>::Direction, fn($topic)>
                for $Role {}
        )+)*

        #[allow(elided_lifetimes_in_paths)]
        impl $crate::Role for $Role {
            fn lines() -> ::std::vec::Vec<::std::string::String> {
                let mut lines = ::std::vec::Vec::new();
                $($($crate::role_words::write::<$topic, $crate::role_words::$word>(&mut lines);)+)*
                lines
            }
        }
    };
}

/// What [`role!`](crate::role!) expands to: a type for each word of a role, so that the compiler suggests the right one for a
/// misspelt one.
#[doc(hidden)]
#[allow(
    non_camel_case_types,
    reason = "they are named after the words of a role"
)]
pub mod words {
    use topics::{HasReply, Hierarchy, Pattern, Template, TopicType};

    #[derive(Debug)]
    pub enum publish {}

    #[derive(Debug)]
    pub enum subscribe {}

    #[derive(Debug)]
    pub enum subscribe_all {}

    #[derive(Debug)]
    pub enum answer {}

    /// A role that may publish or subscribe to this.
    pub trait Allows<Direction, L> {}

    pub trait Word {
        /// The word that allows the same.
        type Direction;
    }

    impl Word for publish {
        type Direction = publish;
    }

    impl Word for subscribe {
        type Direction = subscribe;
    }

    impl Word for subscribe_all {
        type Direction = subscribe;
    }

    impl Word for answer {
        type Direction = subscribe;
    }

    /// A topic type that a word takes.
    #[diagnostic::on_unimplemented(
        message = "this word of a role cannot be used with `{Self}`",
        label = "cannot be used with this word",
        note = "`publish` and `subscribe` take the struct of a line, `answer` one whose line has a reply, `subscribe_all` the enum of a hierarchy"
    )]
    pub trait TakenBy<Word> {
        /// Writes its lines of the role's file.
        fn write(lines: &mut Vec<String>);
    }

    impl<L: TopicType> TakenBy<publish> for L {
        fn write(lines: &mut Vec<String>) {
            lines.push(format!("publish {}", L::TEMPLATE.pattern()));
        }
    }

    impl<L: TopicType> TakenBy<subscribe> for L {
        fn write(lines: &mut Vec<String>) {
            write_patterns(
                [L::TEMPLATE].iter().chain(L::FORMER).map(Template::pattern),
                lines,
            );
        }
    }

    impl<H: Hierarchy> TakenBy<subscribe_all> for H {
        fn write(lines: &mut Vec<String>) {
            write_patterns(H::patterns(), lines);
        }
    }

    impl<L: HasReply> TakenBy<answer> for L {
        fn write(lines: &mut Vec<String>) {
            write::<L, subscribe>(lines);
            lines.push("allow_responses".to_owned());
        }
    }

    /// The topic is the first parameter, so that an error about it is shown at it.
    pub fn write<T: TakenBy<Word>, Word>(lines: &mut Vec<String>) {
        T::write(lines);
    }

    fn write_patterns(
        patterns: impl IntoIterator<Item = Pattern<'static>>,
        lines: &mut Vec<String>,
    ) {
        lines.extend(
            patterns
                .into_iter()
                .map(|pattern| format!("subscribe {pattern}")),
        );
    }
}

/// A role, which [`role!`](crate::role!) declares.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a role",
    note = "`role! {{ pub struct Dashboard; publish SystemHealth; }}` declares one"
)]
pub trait Role {
    #[doc(hidden)]
    fn lines() -> Vec<String>;

    /// The role as the file that `topics export nats-permissions --role` reads, sorted.
    #[must_use]
    fn file() -> String {
        let mut lines = Self::lines();
        lines.sort_unstable();
        lines.dedup();
        lines.into_iter().map(|line| line + "\n").collect()
    }
}

/// A topic type that a role may publish; [`role!`](crate::role!) says which.
#[diagnostic::on_unimplemented(
    message = "the role `{R}` does not publish `{Self}`",
    label = "expected a line that the role publishes",
    note = "if the role should, add `publish {Self};` to its `role!`"
)]
pub trait PublishedBy<R>: ParseTopic {}

#[diagnostic::do_not_recommend]
impl<L: ParseTopic, R: words::Allows<words::publish, for<'l> fn(L::Of<'l>)>> PublishedBy<R> for L {}

/// A topic type that a role may subscribe to; [`role!`](crate::role!) says which.
#[diagnostic::on_unimplemented(
    message = "the role `{R}` does not subscribe to `{Self}`",
    label = "expected the pattern of a line that the role subscribes to",
    note = "if the role should, add `subscribe {Self};` to its `role!`, or `subscribe_all {Self};` if that is a hierarchy"
)]
pub trait SubscribedBy<R>: ParseTopic {}

#[diagnostic::do_not_recommend]
impl<L: ParseTopic, R: words::Allows<words::subscribe, for<'l> fn(L::Of<'l>)>> SubscribedBy<R>
    for L
{
}

/// A bus in a role: takes only what the role may publish and subscribe to. Made by [`Bus::in_role`].
///
/// Apart from that it works like a [`Bus`].
pub struct RoleBus<R, T, C = Json> {
    bus: Bus<T, C>,
    role: PhantomData<fn() -> R>,
}

impl<T: Transport, C> Bus<T, C> {
    /// The same bus in a role, which [`role!`](crate::role!) declares; it takes only what the role may do.
    #[must_use]
    pub fn in_role<R: Role>(self) -> RoleBus<R, T, C> {
        RoleBus {
            bus: self,
            role: PhantomData,
        }
    }
}

impl<R: Role, T: Transport, C> RoleBus<R, T, C> {
    /// Same as [`Bus::publish`].
    ///
    /// # Errors
    ///
    /// Same as [`Bus::publish`].
    pub fn publish<L>(&self, topic: &L, payload: &L::Payload) -> Publish<'_, T>
    where
        L: HasPayload + PublishedBy<R>,
        C: Encode<L::Payload>,
    {
        self.bus.publish(topic, payload)
    }

    /// Same as [`Bus::try_publish`].
    ///
    /// # Errors
    ///
    /// Same as [`Bus::try_publish`].
    pub fn try_publish<L>(&self, topic: &L, payload: &L::Payload) -> Result<(), Error>
    where
        L: HasPayload + PublishedBy<R>,
        C: Encode<L::Payload>,
    {
        self.bus.try_publish(topic, payload)
    }

    /// Same as [`Bus::publish_bytes`].
    pub fn publish_bytes<L>(&self, topic: &L, bytes: impl Into<Bytes>) -> Publish<'_, T>
    where
        L: PublishedBy<R>,
    {
        self.bus.publish_bytes(topic, bytes)
    }

    /// Same as [`Bus::request`].
    ///
    /// # Errors
    ///
    /// Same as [`Bus::request`].
    pub fn request<L>(&self, topic: &L, payload: &L::Payload) -> Request<'_, L, T, C>
    where
        L: HasReply + PublishedBy<R>,
        C: Encode<L::Payload>,
    {
        self.bus.request(topic, payload)
    }

    /// Same as [`Bus::subscribe`].
    ///
    /// # Errors
    ///
    /// Same as [`Bus::subscribe`].
    pub fn subscribe<P>(&self, pattern: P) -> Subscribe<'_, P::Topic, T, C>
    where
        P: TopicPattern<Topic: SubscribedBy<R>>,
    {
        self.bus.subscribe(pattern)
    }

    /// Same as [`Bus::subscribe_all`].
    ///
    /// # Errors
    ///
    /// Same as [`Bus::subscribe_all`].
    pub fn subscribe_all<H>(&self) -> Subscribe<'_, H, T, C>
    where
        H: Hierarchy + SubscribedBy<R>,
    {
        self.bus.subscribe_all()
    }

    /// Same as [`Bus::drain`].
    ///
    /// # Errors
    ///
    /// Same as [`Bus::drain`].
    pub async fn drain(&self) -> Result<(), Error> {
        self.bus.drain().await
    }
}

impl<R, T: Clone, C> Clone for RoleBus<R, T, C> {
    fn clone(&self) -> Self {
        Self {
            bus: self.bus.clone(),
            role: PhantomData,
        }
    }
}

impl<R, T: fmt::Debug, C: fmt::Debug> fmt::Debug for RoleBus<R, T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("RoleBus");
        shown.field("bus", &self.bus).finish_non_exhaustive()
    }
}
