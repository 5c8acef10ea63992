//! Names that a server would refuse, or that would cost the connection.

use topics_bus::Error;

/// How long a line of the protocol may be; a server closes the connection at a longer one, unless its option
/// `max_control_line` says otherwise.
const LONGEST_LINE: usize = 4096;

/// What the names begin with that servers use among themselves.
const RESERVED: [&str; 3] = ["$GR.", "_GR_.", "$NRG."];

/// Refuses a name or a pattern that a server does not take; `beside` is the length of all else in its line.
pub(crate) fn check(name: &str, beside: usize) -> Result<(), Error> {
    if let Some(reserved) = RESERVED
        .iter()
        .find(|reserved| name.starts_with(**reserved))
    {
        let reason = format!("NATS servers keep names under `{reserved}` for themselves");
        return Err(Error::refused(name, reason));
    }
    let length = name.len() + beside;
    if length >= LONGEST_LINE {
        let reason = format!(
            "its line of the protocol would have {length} bytes, and a NATS server takes less than {LONGEST_LINE}; \
             shorten the name"
        );
        return Err(Error::refused(name, reason));
    }
    Ok(())
}
