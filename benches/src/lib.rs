//! What the benchmarks share: inputs that are the same on every machine and in every run, the race between
//! contestants that take turns, and the table that comes of it.

mod hierarchy_topics;
mod map_inputs;
mod race;
mod report;

pub use hierarchy_topics::{Ids, known, mixed, unknown};
pub use map_inputs::MapInputs;
pub use race::{Race, each, time};
pub use report::{Beside, Figure, Report};
