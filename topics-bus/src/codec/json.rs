//! JSON, by serde.

/// The codec for JSON; it encodes what serde can serialize.
///
/// It is the codec of a bus unless [`codec`](crate::Bus::codec) sets another one. It needs the feature `json`, which is
/// on by default.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json;

#[cfg(feature = "json")]
mod implementation {
    use std::error::Error;

    use bytes::Bytes;
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    use super::Json;
    use crate::codec::buffer;
    use crate::{Decode, Encode};

    impl<P: Serialize + ?Sized> Encode<P> for Json {
        fn encode(&self, payload: &P) -> Result<Bytes, Box<dyn Error + Send + Sync>> {
            Ok(buffer::encode(|mut bytes| {
                serde_json::to_writer(&mut bytes, payload)?;
                Ok::<_, serde_json::Error>(bytes)
            })?)
        }
    }

    impl<P: DeserializeOwned> Decode<P> for Json {
        fn decode(&self, bytes: &[u8]) -> Result<P, Box<dyn Error + Send + Sync>> {
            Ok(serde_json::from_slice(bytes)?)
        }
    }
}
