//! Every topic on the DECNET service bus, declared once; everything else in this example follows
//! from it.

use crate::payload::{
    AttackerSeen, BusHeartbeat, DeckyShape, Fingerprint, Heartbeat, LogRecord, MutateRequested,
    MutationMoved, ScoreCrossed, SessionEnd, SessionStart, StatusChanged, TrafficSeen,
};

topics::topics! {
    /// Every topic on the DECNET service bus.
    #[lock = "examples/busy_hour/topics.lock"]
    pub(crate) enum BusTopic;

    topology.<topology_id> {
        /// A queued change of a topology moved on.
        ///
        /// The states are the words of the database's state machine.
        mutation.<state: enqueued | applying | applied | failed> => MutationMoved;
        /// The status column of a topology changed.
        status => StatusChanged;
    }

    decky.<decky_id> {
        /// The shape of a decky changed: a mutation was composed, for example.
        state => DeckyShape;
        /// Traffic was seen at a decky.
        traffic => TrafficSeen;
        /// Somebody asks for an immediate mutation of this decky.
        mutate_request => MutateRequested;
    }

    attacker {
        /// The first sight of an attacker.
        observed => AttackerSeen;
        /// An attacker's score crossed its threshold.
        scored => ScoreCrossed;
        /// An active probe answered about an attacker who has been observed already.
        fingerprinted => Fingerprint;

        session {
            /// An attacker opened a session.
            started => SessionStart;
            /// An attacker's session is over.
            ended => SessionEnd;
        }
    }

    system {
        /// A record of a worker's log.
        log => LogRecord;
        /// The heartbeat of the bus itself.
        bus.health => BusHeartbeat;
        /// The heartbeat of a worker.
        <worker>.health as WorkerHealth => Heartbeat;
    }
}
