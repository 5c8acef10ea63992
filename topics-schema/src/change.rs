//! One difference between the shapes of two versions.

use std::fmt;

/// One difference between the shapes of two versions; made by [`Shapes::changes_to`](crate::Shapes::changes_to).
///
/// Its `Display` is a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapeChange {
    pub(crate) payload: String,
    pub(crate) kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Recorded,
    Unused,
    /// It had a shape, and is in use without one.
    Lost,
    /// Nobody breaks; the properties that differ.
    Compatible(Vec<String>),
    Reworded,
    /// What new writers send and old readers refuse: the place, and what it may be.
    BreaksReaders(String, String),
    /// What old writers send and new readers refuse.
    BreaksWriters(String, String),
}

/// How a change of a shape affects programs that were written for the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Messages stay the same: another description, or properties in another order.
    Rewords,
    /// Messages may differ, and all programs can read them.
    Adds,
    /// Programs that read messages of the old shape refuse some of the new one.
    BreaksReaders,
    /// Some messages of programs that write the old shape are refused now.
    BreaksWriters,
    /// Nobody can tell, since the shape is no longer known.
    BreaksBoth,
}

impl ShapeChange {
    /// The type of the payload, as the lock names it.
    #[must_use]
    pub fn payload(&self) -> &str {
        &self.payload
    }

    /// How it affects programs that were written for the old shape.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match &self.kind {
            Kind::Reworded | Kind::Unused => Effect::Rewords,
            Kind::Recorded | Kind::Compatible(_) => Effect::Adds,
            Kind::BreaksReaders(..) => Effect::BreaksReaders,
            Kind::BreaksWriters(..) => Effect::BreaksWriters,
            Kind::Lost => Effect::BreaksBoth,
        }
    }

    /// Whether it breaks readers or writers.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.effect() >= Effect::BreaksReaders
    }
}

impl fmt::Display for ShapeChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let payload = &self.payload;
        match &self.kind {
            Kind::Recorded => write!(f, "the shape of `{payload}` is now recorded"),
            Kind::Unused => write!(f, "no topic has the payload `{payload}` now"),
            Kind::Lost => write!(f, "`{payload}` is in use, but its shape is no longer known"),
            Kind::Reworded => write!(f, "the shape of `{payload}` is described in other words"),
            Kind::Compatible(places) => {
                write!(f, "the shape of `{payload}` changed, and breaks nobody")?;
                for (number, place) in places.iter().enumerate() {
                    let before = if number == 0 { ": " } else { ", " };
                    write!(f, "{before}`{place}`")?;
                }
                Ok(())
            }
            Kind::BreaksReaders(place, what) => write!(
                f,
                "`{payload}{place}` {what} now, and readers of the old shape refuse that"
            ),
            Kind::BreaksWriters(place, what) => write!(
                f,
                "`{payload}{place}` {what} in messages of the old shape, and readers now refuse that"
            ),
        }
    }
}
