//! Postcard, by serde.

use std::error::Error;

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::buffer;
use crate::{Decode, Encode};

/// The codec for [postcard](https://postcard.jamesmunns.com), a compact binary format; it takes what serde
/// serializes.
///
/// The format holds neither names nor types, so publishers and subscribers must agree on the fields and their order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Postcard;

impl<P: Serialize + ?Sized> Encode<P> for Postcard {
    fn encode(&self, payload: &P) -> Result<Bytes, Box<dyn Error + Send + Sync>> {
        Ok(buffer::encode(|bytes| postcard::to_extend(payload, bytes))?)
    }
}

impl<P: DeserializeOwned> Decode<P> for Postcard {
    fn decode(&self, bytes: &[u8]) -> Result<P, Box<dyn Error + Send + Sync>> {
        let (payload, rest) = postcard::take_from_bytes(bytes)?;
        if rest.is_empty() {
            Ok(payload)
        } else {
            Err(format!("{} bytes too many", rest.len()).into())
        }
    }
}
