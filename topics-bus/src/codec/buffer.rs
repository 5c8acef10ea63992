//! A buffer for encoding payloads, one for each thread.
//!
//! Encoding into a new vector would allocate several times while it grows, and once more for `Bytes`. With this buffer, a small
//! payload is allocated once.

use std::cell::Cell;

use bytes::Bytes;

thread_local! {
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Payloads up to this size are copied out of the buffer. A larger one takes the buffer with it, so that the thread does not keep
/// much memory.
const SMALL: usize = 4096;

/// Encodes a payload with a function that appends to the vector that it is given.
pub(super) fn encode<E>(append: impl FnOnce(Vec<u8>) -> Result<Vec<u8>, E>) -> Result<Bytes, E> {
    // It is new if the thread is ending, or if encoding a payload encodes another.
    let mut buffer = BUFFER.try_with(Cell::take).unwrap_or_default();
    buffer.clear();
    let encoded = append(buffer)?;
    if encoded.len() > SMALL {
        return Ok(encoded.into());
    }
    let bytes = Bytes::copy_from_slice(&encoded);
    let _ = BUFFER.try_with(|buffer| buffer.set(encoded));
    Ok(bytes)
}
