//! The source of the crates: a declaration, and what one would write without it.

use std::fmt::Write as _;

/// A crate that knows what to do when something goes wrong.
pub(crate) const THISERROR: &str = r#"//! An error.

/// Why a message was not sent.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Nobody listens.
    #[error("nobody listens to `{topic}`")]
    Unheard { topic: String },
    /// The bus is gone.
    #[error("the bus is gone")]
    Closed(#[from] std::io::Error),
}
"#;

/// What the structs of `topics!` derive.
pub(crate) const DERIVES: &str = "#[derive(Clone, Debug, PartialEq, Eq, Hash)]\n";

/// A declaration of so many templates: each of a service with an id.
pub(crate) fn topics(count: usize) -> String {
    let mut source = String::from(
        "//! Topics.\n\ntopics::topics! {\n    /// Every topic.\n    pub enum BusTopic;\n\n",
    );
    for item in Item::all(count) {
        let Item {
            index,
            service,
            area,
        } = item;
        writeln!(source, "    /// What item {index} of an area has to say.").expect(FITS);
        writeln!(
            source,
            "    svc{service}.<id>.area{area}.item{index} as Item{index};"
        )
        .expect(FITS);
    }
    source + "}\n"
}

/// As many structs, each with a checked `new` and `Display`, and with these attributes.
pub(crate) fn by_hand(count: usize, attributes: &str) -> String {
    let mut source = String::from(PRELUDE);
    for item in Item::all(count) {
        let Item {
            index,
            service,
            area,
        } = item;
        write!(
            source,
            r#"
/// What item {index} of an area has to say.
{attributes}pub struct Item{index}<'a> {{
    /// The service's id.
    pub id: Cow<'a, str>,
}}

impl<'a> Item{index}<'a> {{
    /// Checks the id.
    pub fn new(id: impl Into<Cow<'a, str>>) -> Result<Self, BadSegment> {{
        Ok(Self {{ id: checked(id.into())? }})
    }}
}}

impl fmt::Display for Item{index}<'_> {{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {{
        write!(f, "svc{service}.{{}}.area{area}.item{index}", self.id)
    }}
}}
"#
        )
        .expect(FITS);
    }
    source
}

const PRELUDE: &str = r"//! Topics, written by hand.

use std::borrow::Cow;
use std::fmt;

/// A text that is no segment.
#[derive(Debug)]
pub struct BadSegment(pub String);

fn checked(text: Cow<'_, str>) -> Result<Cow<'_, str>, BadSegment> {
    let is_bad = |c: char| matches!(c, '.' | '*' | '>' | '\u{fffd}') || c.is_whitespace() || c.is_control();
    if text.is_empty() || text.contains(is_bad) {
        return Err(BadSegment(text.into_owned()));
    }
    Ok(text)
}
";

const FITS: &str = "a string takes everything";

/// One topic: twenty services, seven areas.
struct Item {
    index: usize,
    service: usize,
    area: usize,
}

impl Item {
    fn all(count: usize) -> impl Iterator<Item = Self> {
        (0..count).map(|index| Self {
            index,
            service: index % 20,
            area: index % 7,
        })
    }
}
