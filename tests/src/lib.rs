//! What the integration tests share: definitions so plain that they cannot be wrong, to hold the
//! library against.

pub mod naive;
pub mod reading;
