//! The second version: new lines with and without text, new values, a new group.

topics::topics! {
    /// Every topic on the bus.
    #[non_exhaustive]
    pub enum BusTopic;

    /// A worker is alive.
    system.<worker>.health as WorkerHealth;
    /// Something was logged.
    system.log;
    /// An order is in a new state.
    order.<id: u64>.<state: lost | placed | paid | refunded>;
    /// What workers do.
    worker.<id> {
        /// A worker was started.
        started;
        /// A worker was stopped.
        stopped.<reason..>;
    }
    /// The bus was turned off.
    system.off;
}

/// A hierarchy with text from the first.
pub mod text {
    topics::topics! {
        /// Every topic of deckies.
        #[non_exhaustive]
        pub enum DeckyTopic;

        /// The state of a decky.
        decky.<id>.<state: up | down | unknown>;
        /// All deckies were counted.
        decky.count;
    }
}

/// A hierarchy that is received with its payloads.
pub mod meter {
    topics::topics! {
        /// Every topic of meters.
        #[non_exhaustive]
        #[messages(derive(Debug))]
        pub enum MeterTopic;

        /// A meter was read.
        meter.<id: u64>.read => u32;
        /// Somebody wrote something down.
        meter.<id: u64>.note.<author> => String;
        /// A meter is off.
        meter.<id: u64>.off;
    }
}
