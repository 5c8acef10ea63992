//! The lines of a generated hierarchy: the data that both the declaration and the code by hand are made of.

/// One line: `svc3.<key7>.area3.item23`, and perhaps a second placeholder at its end.
pub(crate) struct Line {
    /// Its place, and the number in its name.
    pub(crate) index: usize,
    /// Which names and kinds of placeholders it has.
    pub(crate) shape: usize,
    pub(crate) service: usize,
    pub(crate) area: usize,
    pub(crate) second: Option<Second>,
}

/// The placeholder at the end of a line.
pub(crate) struct Second {
    pub(crate) kind: Kind,
    pub(crate) name: String,
}

/// What such a placeholder takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Plain,
    Closed,
    Typed,
    Tail,
}

impl Line {
    /// So many lines, with 40 shapes in 100 of them, as in `hierarchies/sixty.rs`.
    pub(crate) fn all(count: usize) -> impl Iterator<Item = Self> {
        let shapes = count * 2 / 5;
        (0..count).map(move |index| {
            let shape = index % shapes;
            Self {
                index,
                shape,
                service: index % 20,
                area: index % 7,
                second: Second::of(shape),
            }
        })
    }

    /// Whether no line before it has its shape.
    pub(crate) fn is_first_of_shape(&self) -> bool {
        self.index == self.shape
    }
}

impl Second {
    /// Half of the shapes have one, each kind as often.
    fn of(shape: usize) -> Option<Self> {
        let (kind, name) = match shape % 8 {
            1 => (Kind::Plain, "part"),
            3 => (Kind::Closed, "state"),
            5 => (Kind::Typed, "number"),
            7 => (Kind::Tail, "path"),
            _ => return None,
        };
        Some(Self {
            kind,
            name: format!("{name}{shape}"),
        })
    }
}
