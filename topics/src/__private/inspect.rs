//! What is asked of a topic's parts other than its name.

use alloc::vec::Vec;
use core::fmt;
use core::hash::Hasher;

use topics_core::{Template, TopicName};

use super::write::{Pieces, write};
use super::{Below, Description, Parameter, Parts, Visit, bound, name};
use crate::Topic;

/// Asks the line by which a topic was declared, or the topic that it wraps, which may stand below a root. `none` is what
/// an enum without topics would answer.
#[inline]
fn ask<R>(
    topic: &impl Parts,
    none: R,
    line: impl Fn(&'static Description) -> R,
    whole: impl Fn(&dyn Topic, Option<&'static Below>) -> R,
) -> R {
    struct Ask<R, L, W>(R, L, W);

    impl<R, L, W> Visit for Ask<R, L, W>
    where
        L: Fn(&'static Description) -> R,
        W: Fn(&dyn Topic, Option<&'static Below>) -> R,
    {
        #[inline]
        fn line(self, line: &'static Description) -> Self {
            Self((self.1)(line), self.1, self.2)
        }

        fn whole(self, topic: &dyn Topic, below: Option<&'static Below>) -> Self {
            Self((self.2)(topic, below), self.1, self.2)
        }
    }

    topic.parts(Ask(none, line, whole)).0
}

const NO_TEMPLATE: Template<'static> = Template::from_checked("");

/// The template that a topic was declared by.
#[inline]
pub fn template(topic: &impl Parts) -> Template<'static> {
    let of_line = |line: &Description| line.present.template;
    ask(topic, NO_TEMPLATE, of_line, |topic, below| {
        Below::raise(below, topic.template())
    })
}

/// The name by which a topic was read from a text.
pub fn template_read(topic: &impl Parts, text: &str) -> Template<'static> {
    let of_line = |line: &'static Description| {
        let mut names = line.order.iter().map(|index| line.name(*index));
        let read = names.find(|name| name.template.matches(text));
        read.unwrap_or(&line.present).template
    };
    ask(topic, NO_TEMPLATE, of_line, |topic, below| {
        let inside = text.get(below.map_or(0, |below| below.root.len() + 1)..);
        Below::raise(below, topic.template_read(inside.unwrap_or("")))
    })
}

/// The names that a topic had before.
pub fn former_names(topic: &impl Parts) -> Vec<TopicName<'static>> {
    let of_line = |line| bound::former_names(line, name(topic));
    ask(topic, Vec::new(), of_line, |topic, below| {
        let mut names = topic.former_names();
        if let Some(below) = below {
            let root = TopicName::from_checked(below.root.into());
            for name in &mut names {
                *name = root.join(name);
            }
        }
        names
    })
}

/// Shows a topic as a derive would.
pub fn debug(topic: &impl Parts, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let show = Show {
        to: f.debug_struct(type_name(topic)),
        template: template(topic),
        index: 0,
    };
    topic.parts(show).to.finish()
}

/// The name of its type.
fn type_name(topic: &impl Parts) -> &'static str {
    ask(topic, "", |line| line.name, |_, _| "")
}

/// Shows a variant that is called as the topic which it is around.
pub fn debug_variant(topic: &impl Parts, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    struct Inside<'t, T>(&'t T);

    impl<T: Parts> fmt::Debug for Inside<'_, T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            debug(self.0, f)
        }
    }

    f.debug_tuple(type_name(topic))
        .field(&Inside(topic))
        .finish()
}

/// Hashes the name, which tells topics apart as well as their parameters do.
pub fn hash(topic: &impl Parts, state: &mut impl Hasher) {
    // Nothing fails to be hashed.
    let _ = write(
        topic,
        &mut Pieces(|piece: &str| state.write(piece.as_bytes())),
    );
    state.write_u8(0xff);
}

struct Show<'f, 'b> {
    to: fmt::DebugStruct<'f, 'b>,
    template: Template<'static>,
    /// That of the next placeholder.
    index: usize,
}

impl Visit for Show<'_, '_> {
    fn parameter(mut self, parameter: impl Parameter) -> Self {
        let placeholder = self.template.placeholders().nth(self.index);
        let name = placeholder.map_or("", |placeholder| placeholder.name());
        self.to.field(name, &parameter);
        self.index += 1;
        self
    }
}
