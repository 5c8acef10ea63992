//! The derives: what they generate for types of the user's own is what `topics!` generates.

/// The same topics, declared by `topics!`.
pub mod declared {
    use super::{Heartbeat, Region};

    topics::topics! {
        /// Every topic.
        pub enum BusTopic;

        topology.<id>.mutation.<region: Region>;
        system.<worker>.health as WorkerHealth => Heartbeat;
        shard.<number: u16>.<ready: bool>;
        attacker.<primitive..> as Attacker;
        system.log;
        system.bus.health;
        "a/b".<r#type> as Typed;
    }
}

/// The same topics, derived for types that are written out.
pub mod derived {
    use super::{Heartbeat, Region};
    use topics::{Segment, Tail, Topic, Topics};

    /// Fields in another order than the placeholders.
    #[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("topology.<id>.mutation.<region>")]
    pub struct TopologyMutation<'a> {
        /// Where.
        pub region: Region,
        /// Which.
        pub id: Segment<'a>,
    }

    /// With a payload, and with another name for the lifetime.
    #[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("system.<worker>.health", payload = Heartbeat)]
    pub struct WorkerHealth<'text> {
        /// Whose.
        pub worker: topics::Segment<'text>,
    }

    /// Without text.
    #[derive(Topic, Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[topic("shard.<number>.<ready>")]
    pub struct Shard {
        /// Which.
        pub number: u16,
        /// Whether it is.
        pub ready: bool,
    }

    /// With a tail.
    #[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("attacker.<primitive..>")]
    pub struct Attacker<'a> {
        /// The rest.
        pub primitive: Tail<'a>,
    }

    /// Without fields.
    #[derive(Topic, Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[topic("system.log")]
    pub struct SystemLog;

    /// All of them, some as variants with templates of their own.
    #[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
    pub enum BusTopic<'a> {
        /// Wraps.
        TopologyMutation(TopologyMutation<'a>),
        /// Wraps.
        WorkerHealth(WorkerHealth<'a>),
        /// Wraps.
        Shard(Shard),
        /// Wraps.
        Attacker(Attacker<'a>),
        /// Wraps.
        SystemLog(SystemLog),
        /// Carries, and is more specific than what comes before it.
        #[topic("system.bus.health")]
        SystemBusHealth,
        /// Carries; a keyword names the field.
        #[topic("a/b.<type>")]
        Typed {
            /// Of what kind.
            r#type: Segment<'a>,
        },
    }
}

/// What a worker says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heartbeat;

/// A region.
#[derive(topics::SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "kebab-case")]
pub enum Region {
    /// `eu-west`
    EuWest,
    /// `us-east`
    UsEast,
}

#[test]
fn smoke() {
    assert_eq!(declared::BusTopic::TEMPLATES, derived::BusTopic::TEMPLATES);
}
