//! Where payloads are encoded: a buffer that each thread keeps.
//!
//! A vector that grows as it is written is allocated several times, and once more to become `Bytes`. This way a small
//! payload is allocated once, with its own size.

use std::cell::Cell;

use bytes::Bytes;

thread_local! {
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Payloads up to this size are copied out of the buffer; for a larger one its own vector is cheaper, and a thread should not
/// keep that.
const SMALL: usize = 4096;

/// Encodes a payload with a function that appends to the vector that it is given.
pub(super) fn encode<E>(append: impl FnOnce(Vec<u8>) -> Result<Vec<u8>, E>) -> Result<Bytes, E> {
    // None is left where the thread is ending, or where one payload encodes another.
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
