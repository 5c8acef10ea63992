//! NATS passes the tests that every transport must pass, on a real server.

mod common;
#[macro_use]
#[path = "../../topics-bus/tests/suite/mod.rs"]
mod suite;

use topics_nats::Nats;

use common::Server;

/// Two connections to the server of one test.
async fn connect(server: &Server) -> Result<(Nats, Nats), async_nats::ConnectError> {
    let one = async_nats::connect(server.url()).await?;
    let other = async_nats::connect(server.url()).await?;
    Ok((Nats::new(one), Nats::new(other)))
}

transport_tests!(connect on Server::start(), unless common::is_skipped());
