//! Twelve templates: the bus of a deception network, of decoys in topologies and workers that watch them.

topics::topics! {
    /// Every topic on the bus.
    pub enum BusTopic;

    topology.<topology_id> {
        /// A queued change of a topology moved on.
        mutation.<state: enqueued | applying | applied | failed>;
        /// The status column of a topology changed.
        status;
    }

    decky.<decky_id> {
        /// The shape of a decky changed: a mutation was composed, for example.
        state;
        /// Traffic was seen at a decky.
        traffic;
        /// Somebody asks for an immediate mutation of this decky.
        mutate_request;
    }

    attacker {
        /// The first sight of an attacker.
        observed;
        /// An attacker's score crossed its threshold.
        scored;
        /// An attacker opened a session.
        session.started;
        /// An attacker's session is over.
        session.ended;
    }

    system {
        /// A record of a worker's log.
        log;
        /// The heartbeat of the bus itself.
        bus.health;
        /// The heartbeat of a worker.
        <worker>.health as WorkerHealth;
    }
}
