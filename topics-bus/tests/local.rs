//! `Local` does what every transport must do.

#[macro_use]
mod suite;

use topics_bus::Local;

async fn connect() -> Result<(Local, Local), std::convert::Infallible> {
    let local = Local::new();
    Ok((local.clone(), local))
}

transport_tests!(connect);
