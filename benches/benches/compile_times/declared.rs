//! A hierarchy, declared with `topics!`.

use std::fmt::Write as _;

use crate::line::{Kind, Line, Second};

/// The source of a crate that declares so many lines.
pub(crate) fn hierarchy(count: usize) -> String {
    let mut source = String::from(
        "//! Topics.\n\ntopics::topics! {\n    /// Every topic.\n    pub enum BusTopic;\n\n",
    );
    for line in Line::all(count) {
        let Line {
            index,
            shape,
            service,
            area,
            second,
        } = line;
        let second = second.map_or(String::new(), |second| placeholder(&second));
        writeln!(
            source,
            "    /// Something happened to item {index}.\n    \
             svc{service}.<key{shape}>.area{area}.item{index}{second} as Item{index};"
        )
        .expect("a string takes everything");
    }
    source + "}\n"
}

fn placeholder(Second { kind, name }: &Second) -> String {
    match kind {
        Kind::Plain => format!(".<{name}>"),
        Kind::Closed => format!(".<{name}: queued | running | done>"),
        Kind::Typed => format!(".<{name}: u16>"),
        Kind::Tail => format!(".<{name}..>"),
    }
}
