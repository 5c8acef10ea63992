//! How payloads become bytes: a codec has two halves, [`Encode`] and [`Decode`].

#[cfg(any(feature = "json", feature = "messagepack", feature = "postcard"))]
mod buffer;
mod json;
#[cfg(feature = "messagepack")]
mod message_pack;
#[cfg(feature = "postcard")]
mod postcard;
#[cfg(feature = "raw")]
mod raw;

use std::error::Error;

use bytes::Bytes;

pub use json::Json;
#[cfg(feature = "messagepack")]
pub use message_pack::MessagePack;
#[cfg(feature = "postcard")]
pub use postcard::Postcard;
#[cfg(feature = "raw")]
pub use raw::Raw;
pub use topics::Decode;

/// Writes a payload as bytes: the other half of a codec beside [`Decode`].
///
/// A codec implements both for all types that it knows, by a bound. With prost, for example:
///
/// ```ignore
/// struct Protobuf;
///
/// impl<P: prost::Message> Encode<P> for Protobuf {
///     fn encode(&self, payload: &P) -> Result<Bytes, Box<dyn Error + Send + Sync>> {
///         Ok(payload.encode_to_vec().into())
///     }
/// }
///
/// impl<P: prost::Message + Default> Decode<P> for Protobuf {
///     fn decode(&self, bytes: &[u8]) -> Result<P, Box<dyn Error + Send + Sync>> {
///         Ok(P::decode(bytes)?)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "the codec `{Self}` cannot encode `{P}`",
    label = "no `Encode<{P}>` for this codec",
    note = "a codec that goes through serde needs `#[derive(serde::Serialize)]` on the payload type, and its feature turned on"
)]
pub trait Encode<P: ?Sized> {
    /// Writes a payload.
    ///
    /// # Errors
    ///
    /// If the format cannot represent the payload.
    fn encode(&self, payload: &P) -> Result<Bytes, Box<dyn Error + Send + Sync>>;
}
