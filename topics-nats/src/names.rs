//! Checks for names that the server would refuse, or that would make it close the connection.

use topics_bus::Error;

/// The limit for a line of the protocol. A server closes the connection when a line is longer, unless its option `max_control_line`
/// is larger.
const LONGEST_LINE: usize = 4096;

/// The prefixes of names that servers use internally.
const RESERVED: [&str; 3] = ["$GR.", "_GR_.", "$NRG."];

/// Checks a name or a pattern; `rest` is the length of everything else in its line.
pub(crate) fn check(name: &str, rest: usize) -> Result<(), Error> {
    if let Some(reserved) = RESERVED
        .iter()
        .find(|reserved| name.starts_with(**reserved))
    {
        let reason = format!("NATS servers reserve names under `{reserved}`");
        return Err(Error::refused(name, reason));
    }
    let length = name.len() + rest;
    if length >= LONGEST_LINE {
        let reason = format!(
            "its line in the protocol would have {length} bytes, and a NATS server accepts less than {LONGEST_LINE}; \
             shorten the name"
        );
        return Err(Error::refused(name, reason));
    }
    Ok(())
}
