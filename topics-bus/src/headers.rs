//! Headers: names with values that travel beside a payload.

use std::fmt;

/// The headers of a message: names with values, in the order in which they were added.
///
/// Names are compared byte by byte, and one may occur several times, as on NATS. A name is printable ASCII without
/// `:`; a value has no line break and neither begins nor ends with white space. So every header arrives unchanged over every
/// transport.
///
/// ```
/// use topics_bus::Headers;
///
/// let mut headers = Headers::new();
/// headers.insert("trace", "4bf92f35")?;
/// headers.append("tag", "night")?;
/// headers.append("tag", "eu")?;
/// assert_eq!(headers.get("trace"), Some("4bf92f35"));
/// assert_eq!(headers.get_all("tag").collect::<Vec<_>>(), ["night", "eu"]);
/// assert!(headers.insert("trace", "a\r\nb: c").is_err());
/// # Ok::<(), topics_bus::HeaderError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// Creates an empty list; it does not allocate.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// For transports: the headers of a message that was received. They are not checked, because other programs may break the rules.
    #[must_use]
    pub fn received<'h>(headers: impl IntoIterator<Item = (&'h str, &'h str)>) -> Self {
        let headers = headers.into_iter();
        Self(
            headers
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }

    /// Sets a header, in place of all headers of that name.
    ///
    /// # Errors
    ///
    /// If the name or the value cannot be sent.
    pub fn insert(
        &mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Result<(), HeaderError> {
        let header = check(name.into(), value.into())?;
        self.0.retain(|(name, _)| *name != header.0);
        self.0.push(header);
        Ok(())
    }

    /// Adds a header after the others.
    ///
    /// # Errors
    ///
    /// If the name or the value cannot be sent.
    pub fn append(
        &mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Result<(), HeaderError> {
        self.0.push(check(name.into(), value.into())?);
        Ok(())
    }

    /// The value of the first header of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut headers = self.iter();
        headers.find_map(|(other, value)| (other == name).then_some(value))
    }

    /// The values of all headers of a name.
    pub fn get_all<'h>(&'h self, name: &'h str) -> impl Iterator<Item = &'h str> {
        let headers = self.iter().filter(move |(other, _)| *other == name);
        headers.map(|(_, value)| value)
    }

    /// All headers: name and value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, &**value))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are no headers.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn check(name: String, value: String) -> Result<(String, String), HeaderError> {
    let is_name = |byte: u8| byte.is_ascii_graphic() && byte != b':';
    if name.is_empty() || !name.bytes().all(is_name) {
        return Err(HeaderError(Fault::Name(name)));
    }
    if value.contains(['\r', '\n']) || value.trim() != value {
        return Err(HeaderError(Fault::Value(name)));
    }
    Ok((name, value))
}

/// A header that cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderError(Fault);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    Name(String),
    /// Of the header with this name.
    Value(String),
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Fault::Name(name) => {
                let name = name.escape_debug();
                write!(
                    f,
                    "`{name}` is not a header name; use printable ASCII without `:`"
                )
            }
            Fault::Value(name) => write!(
                f,
                "the value of the header `{name}` has a line break, or white space at an end; encode it"
            ),
        }
    }
}

impl std::error::Error for HeaderError {}
