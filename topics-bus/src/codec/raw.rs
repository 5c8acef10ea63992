//! Payloads that are bytes or text already.

use std::error::Error;

use bytes::Bytes;

use crate::{Decode, Encode};

/// The codec that changes nothing: payloads are `Vec<u8>`, `Box<[u8]>`, `[u8; N]`, [`Bytes`] or `String`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Raw;

impl<P: AsRef<[u8]> + ?Sized> Encode<P> for Raw {
    fn encode(&self, payload: &P) -> Result<Bytes, Box<dyn Error + Send + Sync>> {
        Ok(Bytes::copy_from_slice(payload.as_ref()))
    }
}

impl Decode<Vec<u8>> for Raw {
    fn decode(&self, bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
        Ok(bytes.into())
    }
}

impl Decode<Box<[u8]>> for Raw {
    fn decode(&self, bytes: &[u8]) -> Result<Box<[u8]>, Box<dyn Error + Send + Sync>> {
        Ok(bytes.into())
    }
}

impl Decode<Bytes> for Raw {
    fn decode(&self, bytes: &[u8]) -> Result<Bytes, Box<dyn Error + Send + Sync>> {
        Ok(Bytes::copy_from_slice(bytes))
    }
}

impl<const N: usize> Decode<[u8; N]> for Raw {
    fn decode(&self, bytes: &[u8]) -> Result<[u8; N], Box<dyn Error + Send + Sync>> {
        let length = bytes.len();
        let array = bytes.try_into();
        array.map_err(|_| format!("expected {N} bytes, found {length}").into())
    }
}

impl Decode<String> for Raw {
    fn decode(&self, bytes: &[u8]) -> Result<String, Box<dyn Error + Send + Sync>> {
        Ok(str::from_utf8(bytes)?.into())
    }
}
