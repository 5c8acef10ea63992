//! Typed publish and subscribe over the hierarchy that [`topics`] declares.

mod bus;
mod codec;
mod error;
mod headers;
mod local;
mod lost;
mod message;
mod place;
mod publish;
mod received;
mod request;
mod subscribe;
mod subscription;
mod transport;

pub use bus::Bus;
#[cfg(feature = "messagepack")]
pub use codec::MessagePack;
#[cfg(feature = "postcard")]
pub use codec::Postcard;
#[cfg(feature = "raw")]
pub use codec::Raw;
pub use codec::{Decode, Encode, Json};
pub use error::Error;
pub use headers::{HeaderError, Headers};
pub use local::{Local, LocalDeliveries, Record};
pub use lost::Lost;
pub use message::Message;
pub use place::Place;
pub use publish::{Publish, Publishing};
pub use received::Received;
pub use request::Request;
pub use subscribe::Subscribe;
pub use subscription::Subscription;
pub use topics::{ReadError, ReadErrorReason};
pub use transport::{BoxFuture, Deliveries, Delivery, NoDeliveries, Transport};
