//! What is asked of a topic's parts other than its name.

use alloc::vec::Vec;
use core::fmt;
use core::hash::Hasher;

use topics_core::{Placeholder, Template, TopicName};

use super::parts::{Parameter, Parts, Visit, Whole};
use super::write::write;
use super::{Description, bound, name};

/// The template that a topic was declared by.
#[inline]
pub fn template(topic: &impl Parts) -> Template<'static> {
    topic.parts(Declared::new()).template
}

/// Shows a topic as a derive would.
pub fn debug(topic: &impl Parts, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Declared { name, template } = topic.parts(Declared::new());
    let show = Show {
        to: f.debug_struct(name),
        template,
        index: 0,
    };
    topic.parts(show).to.finish()
}

/// Shows a variant that is called as the topic which it is around.
pub fn debug_variant(topic: &impl Parts, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    struct Inside<'t, T>(&'t T);

    impl<T: Parts> fmt::Debug for Inside<'_, T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            debug(self.0, f)
        }
    }

    let name = topic.parts(Declared::new()).name;
    f.debug_tuple(name).field(&Inside(topic)).finish()
}

/// Hashes the name, which tells topics apart as well as their parameters do.
pub fn hash(topic: &impl Parts, state: &mut impl Hasher) {
    struct Hash<'s, H>(&'s mut H);

    impl<H: Hasher> fmt::Write for Hash<'_, H> {
        fn write_str(&mut self, part: &str) -> fmt::Result {
            self.0.write(part.as_bytes());
            Ok(())
        }
    }

    // Nothing fails to be hashed.
    let _ = write(topic, &mut Hash(state));
    state.write_u8(0xff);
}

/// The names that a topic had before.
pub fn former_names(topic: &impl Parts) -> Vec<TopicName<'static>> {
    let Former { line, names } = topic.parts(Former::default());
    line.map_or(names, |line| bound::former_names(line, name(topic)))
}

/// The placeholder of a template at an index among those.
pub(super) fn placeholder(
    template: Template<'static>,
    index: usize,
) -> Option<Placeholder<'static>> {
    template.placeholders().nth(index)
}

/// Says by which line a topic was declared.
struct Declared {
    template: Template<'static>,
    name: &'static str,
}

impl Declared {
    const fn new() -> Self {
        Self {
            template: Template::from_checked(""),
            name: "",
        }
    }
}

impl Visit for Declared {
    #[inline]
    fn line(mut self, line: &'static Description) -> Self {
        self.template = line.present.template;
        self.name = line.name;
        self
    }

    #[inline]
    fn parameter(self, _: impl Parameter) -> Self {
        self
    }

    fn whole(mut self, topic: &dyn Whole) -> Self {
        self.template = topic.template();
        self
    }
}

struct Show<'f, 'b> {
    to: fmt::DebugStruct<'f, 'b>,
    template: Template<'static>,
    /// That of the next placeholder.
    index: usize,
}

impl Visit for Show<'_, '_> {
    fn parameter(mut self, parameter: impl Parameter) -> Self {
        let placeholder = placeholder(self.template, self.index);
        let name = placeholder.map_or("", |placeholder| placeholder.name());
        self.to.field(name, &parameter);
        self.index += 1;
        self
    }

    fn whole(self, _: &dyn Whole) -> Self {
        self
    }
}

/// Finds the line, or whoever knows the names.
#[derive(Default)]
struct Former {
    line: Option<&'static Description>,
    names: Vec<TopicName<'static>>,
}

impl Visit for Former {
    fn line(mut self, line: &'static Description) -> Self {
        self.line = Some(line);
        self
    }

    fn parameter(self, _: impl Parameter) -> Self {
        self
    }

    fn whole(mut self, topic: &dyn Whole) -> Self {
        self.names = topic.former_names();
        self
    }
}
