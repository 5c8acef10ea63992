//! The same hierarchy, as one would write it without `topics!`.

use std::fmt::Write as _;

use crate::line::{Kind, Line, Second};

/// A struct for each line, with the derives of `topics!`, a checked `new` and `Display`.
pub(crate) fn structs(count: usize) -> String {
    let mut source = String::from(PRELUDE);
    for line in Line::all(count) {
        source += &structure(&line);
        if let Some(Second {
            kind: Kind::Closed, ..
        }) = line.second
            && line.is_first_of_shape()
        {
            source += &CLOSED.replace("{shape}", &line.shape.to_string());
        }
    }
    source
}

/// These structs with `parse`, and an enum over all of them, with the same derives and `parse`.
pub(crate) fn hierarchy(count: usize) -> String {
    let mut source = structs(count);
    let (mut variants, mut arms) = (String::new(), String::new());
    for line in Line::all(count) {
        source += &parser(&line);
        let index = line.index;
        let literals = literals(&line, "_");
        write!(
            variants,
            "    /// See [`Item{index}`].\n    Item{index}(Item{index}<'a>),\n"
        )
        .expect(FITS);
        writeln!(
            arms,
            "            [{literals}, _] => Item{index}::parse(text).map(Self::Item{index}),"
        )
        .expect(FITS);
    }
    write!(
        source,
        r"
/// Every topic.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BusTopic<'a> {{
{variants}}}

impl<'a> BusTopic<'a> {{
    /// Reads a topic.
    pub fn parse(text: &'a str) -> Result<Self, BadTopic> {{
        match parts(text) {{
{arms}            _ => Err(BadTopic(text.to_owned())),
        }}
    }}
}}
"
    )
    .expect(FITS);
    source
}

fn structure(line: &Line) -> String {
    let Line {
        index,
        shape,
        service,
        area,
        second,
    } = line;
    let (mut field, mut parameter, mut value, mut text) = Default::default();
    if let Some(Second { kind, name }) = second {
        let closed = format!("State{shape}");
        let (field_type, parameter_type, checked) = match kind {
            Kind::Plain => (COW, INTO_COW, ": checked(NAME.into())?"),
            Kind::Closed => (&*closed, &*closed, ""),
            Kind::Typed => ("u16", "u16", ""),
            Kind::Tail => (COW, INTO_COW, ": checked_path(NAME.into())?"),
        };
        field = format!("    /// The second part.\n    pub {name}: {field_type},\n");
        parameter = format!(", {name}: {parameter_type}");
        value = format!(", {name}{}", checked.replace("NAME", name));
        text = format!(".{{{name}}}");
    }
    let bound = second
        .as_ref()
        .map_or(String::new(), |Second { name, .. }| format!(", {name}"));
    format!(
        r#"
/// Something happened to item {index}.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item{index}<'a> {{
    /// The service's key.
    pub key{shape}: {COW},
{field}}}

impl<'a> Item{index}<'a> {{
    /// Checks the parts.
    pub fn new(key{shape}: {INTO_COW}{parameter}) -> Result<Self, BadTopic> {{
        Ok(Self {{ key{shape}: checked(key{shape}.into())?{value} }})
    }}
}}

impl fmt::Display for Item{index}<'_> {{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {{
        let Self {{ key{shape}{bound} }} = self;
        write!(f, "svc{service}.{{key{shape}}}.area{area}.item{index}{text}")
    }}
}}
"#
    )
}

fn parser(line: &Line) -> String {
    let Line {
        index,
        shape,
        second,
        ..
    } = line;
    let literals = literals(line, &format!("key{shape}"));
    let (last, value) = second.as_ref().map_or(
        ("None".to_owned(), String::new()),
        |Second { kind, name }| {
            let value = match kind {
                Kind::Plain | Kind::Tail => name.clone(),
                Kind::Closed => format!("State{shape}::parse({name})?"),
                Kind::Typed => {
                    format!("{name}.parse().map_err(|_| BadTopic(text.to_owned()))?")
                }
            };
            (format!("Some({name})"), format!(", {value}"))
        },
    );
    format!(
        r"
impl<'a> Item{index}<'a> {{
    /// Reads this topic.
    pub fn parse(text: &'a str) -> Result<Self, BadTopic> {{
        match parts(text) {{
            [{literals}, {last}] => Self::new(key{shape}{value}),
            _ => Err(BadTopic(text.to_owned())),
        }}
    }}
}}
"
    )
}

/// The patterns of the first four parts of a line.
fn literals(line: &Line, key: &str) -> String {
    let Line {
        index,
        service,
        area,
        ..
    } = line;
    format!(r#"Some("svc{service}"), Some({key}), Some("area{area}"), Some("item{index}")"#)
}

const COW: &str = "Cow<'a, str>";
const INTO_COW: &str = "impl Into<Cow<'a, str>>";

const PRELUDE: &str = r"//! Topics, written by hand.

use std::borrow::Cow;
use std::fmt;

/// A text that is not a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadTopic(pub String);

/// One segment.
pub fn checked(text: Cow<'_, str>) -> Result<Cow<'_, str>, BadTopic> {
    let is_bad = |c: char| matches!(c, '.' | '*' | '>' | '\u{fffd}') || c.is_whitespace() || c.is_control();
    if text.is_empty() || text.contains(is_bad) {
        return Err(BadTopic(text.into_owned()));
    }
    Ok(text)
}

/// One or more segments.
pub fn checked_path(text: Cow<'_, str>) -> Result<Cow<'_, str>, BadTopic> {
    for segment in text.split('.') {
        checked(segment.into())?;
    }
    Ok(text)
}

/// The first four segments, and what comes after them.
pub fn parts(text: &str) -> [Option<&str>; 5] {
    let mut parts = text.splitn(5, '.');
    std::array::from_fn(|_| parts.next())
}
";

const CLOSED: &str = r#"
/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State{shape} {
    /// It waits.
    Queued,
    /// It runs.
    Running,
    /// It is over.
    Done,
}

impl State{shape} {
    /// Reads a state.
    pub fn parse(text: &str) -> Result<Self, BadTopic> {
        match text {
            "queued" => Ok(Self::Queued),
            "running" => Ok(Self::Running),
            "done" => Ok(Self::Done),
            _ => Err(BadTopic(text.to_owned())),
        }
    }
}

impl fmt::Display for State{shape} {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
        })
    }
}
"#;

const FITS: &str = "a string takes everything";
