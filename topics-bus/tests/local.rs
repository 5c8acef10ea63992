//! `Local` passes the tests that every transport must pass.

#[macro_use]
mod suite;

use topics_bus::Local;

/// Two handles to one bus.
async fn connect(local: &Local) -> Result<(Local, Local), std::convert::Infallible> {
    Ok((local.clone(), local.clone()))
}

transport_tests!(connect on Local::new(), unless false);
