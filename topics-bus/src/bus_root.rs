//! The root or roots of a bus.

use topics::{ParseTopic, Pattern, Root, RootError, Roots, Topic};

use crate::Error;

/// The root or roots of a bus, made from a [`Root`] or from [`Roots`]; see [`Bus::under`](crate::Bus::under).
#[derive(Clone, Debug)]
pub struct BusRoot(Kind);

#[derive(Clone, Debug)]
enum Kind {
    /// One root, or none.
    One(Root),
    /// Many roots; such a bus only reads.
    Many(Roots),
}

impl BusRoot {
    /// The whole name of a topic.
    pub(crate) fn name(&self, topic: &impl Topic) -> Result<String, Error> {
        match &self.0 {
            Kind::One(root) => Ok(root.name(topic).into()),
            Kind::Many(roots) => Err(Error::refused(
                topic.name(),
                format!("a bus under `{roots}` only reads; publish on a bus under one `Root`"),
            )),
        }
    }

    /// The whole pattern.
    pub(crate) fn pattern(&self, pattern: &Pattern<'_>) -> Pattern<'static> {
        match &self.0 {
            Kind::One(root) => root.pattern(pattern),
            Kind::Many(roots) => roots.pattern(pattern),
        }
    }

    /// The root that a name is under, if there is one.
    pub(crate) fn root<'n>(&self, name: &'n str) -> Option<&'n str> {
        match &self.0 {
            Kind::One(root) => {
                let length = root.as_name()?.as_str().len();
                root.strip(name)?;
                name.get(..length)
            }
            Kind::Many(roots) => roots.strip(name).map(|(root, _)| root),
        }
    }

    /// Reads the whole name of a topic.
    pub(crate) fn parse<'n, X: ParseTopic>(&self, name: &'n str) -> Result<X::Of<'n>, RootError> {
        match &self.0 {
            Kind::One(root) => root.parse::<X>(name),
            Kind::Many(roots) => roots.parse::<X>(name).map(|under| under.topic),
        }
    }
}

impl Default for BusRoot {
    fn default() -> Self {
        Self(Kind::One(Root::none()))
    }
}

impl From<Root> for BusRoot {
    fn from(root: Root) -> Self {
        Self(Kind::One(root))
    }
}

impl From<&Root> for BusRoot {
    fn from(root: &Root) -> Self {
        root.clone().into()
    }
}

impl From<Roots> for BusRoot {
    fn from(roots: Roots) -> Self {
        Self(Kind::Many(roots))
    }
}

impl From<&Roots> for BusRoot {
    fn from(roots: &Roots) -> Self {
        roots.clone().into()
    }
}
