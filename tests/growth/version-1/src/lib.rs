//! The first version: there is no text in it.

topics::topics! {
    /// Every topic on the bus.
    #[non_exhaustive]
    pub enum BusTopic;

    /// Something was logged.
    system.log;
    /// An order is in a new state.
    order.<id: u64>.<state: placed | paid>;
}

/// A hierarchy with text from the first.
pub mod text {
    topics::topics! {
        /// Every topic of deckies.
        #[non_exhaustive]
        pub enum DeckyTopic;

        /// The state of a decky.
        decky.<id>.<state: up | down>;
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
    }
}
