//! The format of `MessagePack`, by serde.

use std::error::Error;

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::buffer;
use crate::{Decode, Encode};

/// The codec for [MessagePack](https://msgpack.org); it encodes what serde can serialize.
///
/// Structs are written as maps with the names of their fields, so that a subscriber need not know all of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct MessagePack;

impl<P: Serialize + ?Sized> Encode<P> for MessagePack {
    fn encode(&self, payload: &P) -> Result<Bytes, Box<dyn Error + Send + Sync>> {
        Ok(buffer::encode(|mut bytes| {
            rmp_serde::encode::write_named(&mut bytes, payload)?;
            Ok::<_, rmp_serde::encode::Error>(bytes)
        })?)
    }
}

impl<P: DeserializeOwned> Decode<P> for MessagePack {
    fn decode(&self, bytes: &[u8]) -> Result<P, Box<dyn Error + Send + Sync>> {
        let mut rest = bytes;
        let payload = rmp_serde::from_read(&mut rest)?;
        if rest.is_empty() {
            Ok(payload)
        } else {
            Err(format!("{} bytes too many", rest.len()).into())
        }
    }
}
