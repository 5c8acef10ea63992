//! From text to parameters.

use alloc::borrow::Cow;

use topics_core::{Segment, Tail, Template, split};

use super::{
    Below, Description, Ends as _, Line, Member, Name, Parameter, Parts, ValueOf, Visit, Whole,
};
use crate::parse_error::Cause;
use crate::{Hierarchy, ParseError, SegmentValue, ValueError};

/// A checked topic and where its first segments end.
///
/// `ends` is as long as the longest template that is going to be compared, so one stack array serves
/// a whole hierarchy; a longer topic is counted, and only a tail can take what was not noted.
#[derive(Debug)]
pub struct Split<'a, 's> {
    text: &'a str,
    ends: &'s [usize],
    count: usize,
}

impl<'a, 's> Split<'a, 's> {
    /// Checks the text and notes where its segments end; the templates are those it is read for.
    #[inline]
    pub fn new(
        text: &'a str,
        ends: &'s mut [usize],
        templates: &'static [Template<'static>],
    ) -> Result<Self, ParseError> {
        // Unlike the check that tells what is wrong, this one copies nothing where something is.
        let Some(count) = split::ends(text, ends) else {
            return Err(ParseError::new(text, Cause::Unknown(templates)));
        };
        Ok(Self { text, ends, count })
    }

    /// What is below a root, which the topic may not be.
    pub fn below<'e>(&self, root: &str, ends: &'e mut [usize]) -> Option<Split<'a, 'e>> {
        let text = self.text.strip_prefix(root)?.strip_prefix('.')?;
        let count = split::ends(text, ends)?;
        Some(Split { text, ends, count })
    }

    /// How many segments the topic has.
    #[inline]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Reads a topic of a line by the name at an index, if that matches and no other line has the topic.
    pub fn line<T: Line>(&self, name: usize) -> Result<T::As<'a>, Refusal> {
        let topic = self.read_if_fits(T::DESCRIPTION.name(name), |from| T::read(from))?;
        match T::owner(self.text) {
            Some(owner) if !T::DESCRIPTION.has(owner) => Err(Refusal::OfAnotherLine(owner)),
            _ => Ok(topic),
        }
    }

    /// Reads a topic by a name of its line, if that matches.
    pub fn read_if_fits<T>(
        &self,
        name: &'static Name,
        read: impl FnOnce(&Source<'a, '_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        if self.fits(name) {
            read(&Source::new(self, name))
        } else {
            Err(Refusal::Shape)
        }
    }

    /// Whether a name of a line matches the topic, but for what types refuse.
    fn fits(&self, name: &Name) -> bool {
        let Some((last, pieces)) = name.pieces.split_last() else {
            return false;
        };
        let (mut rest, mut ends) = (self.text, self.ends.iter());
        for piece in pieces {
            let Some(behind) = rest.strip_prefix(piece) else {
                return false;
            };
            // One segment; if it begins a tail, what is behind it belongs to it too.
            let start = self.text.len() - behind.len();
            let end = ends.find(|end| **end > start);
            rest = end.and_then(|end| self.text.get(*end..)).unwrap_or("");
        }
        name.has_tail || rest == *last
    }

    /// The segment at an index; empty, and so equal to no literal, where there is none.
    #[inline]
    pub fn get(&self, index: usize) -> &'a str {
        let end = self.ends.get(index).copied().unwrap_or(0);
        self.text.get(self.start(index)..end).unwrap_or("")
    }

    /// Whether each of these literals is the segment at its index.
    #[inline]
    pub fn has(&self, literals: &[(usize, &str)]) -> bool {
        let mut literals = literals.iter();
        literals.all(|(index, literal)| self.is(*index, literal))
    }

    /// Whether the segment at an index is a literal.
    #[inline]
    pub fn is(&self, index: usize, literal: &str) -> bool {
        self.bytes(index) == literal.as_bytes()
    }

    /// The bytes of the segment at an index; none where there is none. What is but compared need not be
    /// text.
    #[inline]
    pub fn bytes(&self, index: usize) -> &'a [u8] {
        let end = self.ends.get(index).copied().unwrap_or(0);
        let bytes = self.text.as_bytes();
        bytes.get(self.start(index)..end).unwrap_or(&[])
    }

    #[inline]
    fn start(&self, index: usize) -> usize {
        match index.checked_sub(1) {
            None => 0,
            Some(before) => self.ends.get(before).map_or(usize::MAX, |end| end + 1),
        }
    }
}

/// A topic and one of its names: what its parameters are read from.
#[derive(Debug)]
pub struct Source<'a, 's> {
    split: &'s Split<'a, 's>,
    /// The index of the segment of each placeholder.
    places: &'static [usize],
}

impl<'a, 's> Source<'a, 's> {
    #[inline]
    pub fn new(split: &'s Split<'a, 's>, name: &'static Name) -> Self {
        let places = name.places;
        Self { split, places }
    }

    #[inline]
    fn place(&self, placeholder: usize) -> usize {
        self.places.get(placeholder).copied().unwrap_or(usize::MAX)
    }

    /// The parameter of a plain placeholder.
    #[inline]
    pub fn segment(&self, placeholder: usize) -> Segment<'a> {
        let text = self.split.get(self.place(placeholder));
        Segment::from_checked(Cow::Borrowed(text))
    }

    /// The parameter of a tail placeholder.
    #[inline]
    pub fn tail(&self, placeholder: usize) -> Tail<'a> {
        let start = self.split.start(self.place(placeholder));
        let text = self.split.text.get(start..).unwrap_or("");
        Tail::from_checked(Cow::Borrowed(text))
    }

    /// The parameter of a closed placeholder.
    #[inline]
    pub fn closed<T: SegmentValue>(&self, placeholder: usize) -> Result<T, Refusal> {
        self.value(placeholder, T::from_segment)
    }

    /// The parameter of a typed placeholder.
    pub fn typed<T>(&self, placeholder: usize, of: ValueOf<T>) -> Result<T, Refusal> {
        self.value(placeholder, |segment| of.from_segment(segment))
    }

    #[inline]
    fn value<T>(
        &self,
        placeholder: usize,
        read: impl FnOnce(Segment<'a>) -> Result<T, ValueError>,
    ) -> Result<T, Refusal> {
        read(self.segment(placeholder)).map_err(|error| Refusal::Value {
            segment: self.place(placeholder),
            error,
        })
    }
}

/// Why a topic is not of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The template does not match it.
    Shape,
    /// The template matches it, but it is read by this one.
    OfAnotherLine(Template<'static>),
    /// The template matches it, but a placeholder's type refuses a parameter.
    Value { segment: usize, error: ValueError },
}

/// The most specific template that matches a topic and has not read it, and why.
#[derive(Default)]
#[expect(missing_debug_implementations, reason = "internal")]
pub struct Refusals(Option<(Template<'static>, Refusal)>);

impl Refusals {
    pub const fn new() -> Self {
        Self(None)
    }

    /// Reads a topic that is known to fit a name of a line, by its index, and remembers a parameter that was
    /// refused.
    #[inline]
    pub fn line<'a, T: Line>(&mut self, split: &Split<'a, '_>, name: usize) -> Option<T::As<'a>> {
        self.read(split, T::DESCRIPTION.name(name), |from| T::read(from))
    }

    /// The same, by what reads it.
    #[inline]
    pub fn read<'a, T>(
        &mut self,
        split: &Split<'a, '_>,
        name: &'static Name,
        read: impl FnOnce(&Source<'a, '_>) -> Result<T, Refusal>,
    ) -> Option<T> {
        self.take(name.template, read(&Source::new(split, name)))
    }

    /// Reads a topic by any of the names of a line, the most specific first.
    pub fn any_name<'a, T>(
        &mut self,
        split: &Split<'a, '_>,
        line: &'static Description,
        read: impl Fn(&Source<'a, '_>) -> Result<T, Refusal>,
    ) -> Option<T> {
        let mut names = line.order.iter().map(|index| line.name(*index));
        names.find_map(|name| self.take(name.template, split.read_if_fits(name, &read)))
    }

    /// Puts what was refused below a root.
    pub(super) fn raise(&mut self, below: &Below) {
        if let Some((template, refusal)) = &mut self.0 {
            *template = below.raise(*template);
            match refusal {
                Refusal::Shape => {}
                Refusal::OfAnotherLine(owner) => *owner = below.raise(*owner),
                Refusal::Value { segment, .. } => *segment += below.count(),
            }
        }
    }

    /// Remembers what another one does, if that is the first in an order.
    #[cold]
    fn merge(&mut self, other: Self, order: &[Template<'_>]) {
        let is_first = match (&self.0, &other.0) {
            (Some((own, _)), Some((other, _))) => is_before(order, *other, *own),
            (None, _) => true,
            (_, None) => false,
        };
        if is_first {
            *self = other;
        }
    }

    /// Takes what was read of a template, and remembers why it was refused.
    #[inline]
    pub fn take<T>(
        &mut self,
        template: Template<'static>,
        result: Result<T, Refusal>,
    ) -> Option<T> {
        match result {
            Ok(topic) => Some(topic),
            Err(refusal) => {
                self.remember(template, refusal);
                None
            }
        }
    }

    #[cold]
    fn remember(&mut self, template: Template<'static>, refusal: Refusal) {
        if refusal != Refusal::Shape {
            self.0.get_or_insert((template, refusal));
        }
    }

    /// The error of a topic that nothing could be read from.
    #[cold]
    pub fn into_error(self, text: &str, templates: &'static [Template<'static>]) -> ParseError {
        let cause = match self.0 {
            Some((template, refusal)) => Cause::Refused(template, refusal),
            None => Cause::Unknown(templates),
        };
        ParseError::new(text, cause)
    }
}

/// What the variants of an enum have read, of which the one whose name wins is taken.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct Found<'r, T> {
    text: &'r str,
    /// The names that more than one variant may read, each before those that it wins over.
    order: &'static [Template<'static>],
    refusals: &'r mut Refusals,
    topic: Option<T>,
}

impl<'r, T: Parts> Found<'r, T> {
    pub fn new(
        split: &Split<'r, '_>,
        order: &'static [Template<'static>],
        refusals: &'r mut Refusals,
    ) -> Self {
        Self {
            text: split.text,
            order,
            refusals,
            topic: None,
        }
    }

    /// Lets a variant read the topic too.
    #[must_use]
    pub fn or(mut self, read: impl FnOnce(&mut Refusals) -> Option<T>) -> Self {
        let mut refusals = Refusals::new();
        let topic = read(&mut refusals);
        if refusals.0.is_some() {
            self.refusals.merge(refusals, self.order);
        }
        if let Some(topic) = topic
            && self.topic.as_ref().is_none_or(|found| {
                let [new, old] = [&topic, found].map(|topic| template_read(topic, self.text));
                is_before(self.order, new, old)
            })
        {
            self.topic = Some(topic);
        }
        self
    }

    pub fn topic(self) -> Option<T> {
        self.topic
    }
}

/// Whether a name comes before another one.
fn is_before(order: &[Template<'_>], name: Template<'_>, other: Template<'_>) -> bool {
    let first = order.iter().find(|of| **of == name || **of == other);
    first.is_some_and(|first| *first == name)
}

/// Reads a topic of a hierarchy.
#[inline]
pub fn parse_any<H: Member + Hierarchy>(text: &str) -> Result<H::Of<'_>, ParseError> {
    let mut ends = H::Room::ZERO;
    let split = Split::new(text, ends.as_mut_slice(), H::TEMPLATES)?;
    let mut refusals = Refusals::new();
    match H::find(&split, &mut refusals) {
        Some(topic) => Ok(topic),
        None => Err(refusals.into_error(text, H::TEMPLATES)),
    }
}

/// The same, and tells by which name it was.
pub fn parse_any_with_template<H: Member + Hierarchy>(
    text: &str,
) -> Result<(H::Of<'_>, Template<'static>), ParseError> {
    let topic = parse_any::<H>(text)?;
    let template = template_read(&topic, text);
    Ok((topic, template))
}

/// Reads a topic of one line.
pub fn parse<T: Line>(text: &str) -> Result<T::As<'_>, ParseError> {
    parse_with_template::<T>(text).map(|(topic, _)| topic)
}

/// Reads a topic of one line that borrows nothing.
pub fn parse_owned<T: Line>(text: &str) -> Result<T::Owned, ParseError> {
    parse::<T>(text).map(T::own)
}

/// Reads a topic of one line, by any of its names, and tells which it was.
pub fn parse_with_template<T: Line>(
    text: &str,
) -> Result<(T::As<'_>, Template<'static>), ParseError> {
    let templates = const { &[T::DESCRIPTION.present.template] };
    let mut ends = T::Ends::ZERO;
    let split = Split::new(text, ends.as_mut_slice(), templates)?;
    let mut refusals = Refusals::new();
    for index in T::DESCRIPTION.order {
        let name = T::DESCRIPTION.name(*index);
        let read = split.line::<T>(*index);
        if let Some(topic) = refusals.take(name.template, read) {
            return Ok((topic, name.template));
        }
    }
    Err(refusals.into_error(text, templates))
}

/// The name by which a hierarchy has read a text, if it has.
pub fn owner(topic: Result<impl Parts, ParseError>, text: &str) -> Option<Template<'static>> {
    topic.ok().map(|topic| template_read(&topic, text))
}

/// The name by which a topic was read from a text.
pub fn template_read(topic: &impl Parts, text: &str) -> Template<'static> {
    struct Names<'t>(&'t str, Template<'static>);

    impl Visit for Names<'_> {
        fn line(mut self, line: &'static Description) -> Self {
            let mut names = line.order.iter().map(|index| line.name(*index));
            let read = names.find(|name| name.template.matches(self.0));
            self.1 = read.unwrap_or(&line.present).template;
            self
        }

        fn parameter(self, _: impl Parameter) -> Self {
            self
        }

        fn whole(mut self, topic: &dyn Whole) -> Self {
            self.1 = topic.template_read(self.0);
            self
        }
    }

    topic.parts(Names(text, Template::from_checked(""))).1
}

/// Where a segment is among literals, which are sorted; some other index if it is none of them.
#[inline]
pub fn find(literals: &[&str], segment: &str) -> usize {
    literals.binary_search(&segment).unwrap_or(usize::MAX)
}

/// What a segment is of the values of a closed placeholder, if it is one.
#[inline]
pub fn one_of<T: SegmentValue>(value: Option<T>) -> Result<T, ValueError> {
    value.ok_or_else(not_one_of::<T>)
}

/// The value of a closed placeholder that any text is; one that is no segment is refused for what is wrong with it.
#[inline]
pub fn parsed<T: SegmentValue>(value: Option<T>, text: &str) -> Result<T, ValueError> {
    value.ok_or_else(|| no_value::<T>(text))
}

#[cold]
fn not_one_of<T: SegmentValue>() -> ValueError {
    ValueError::not_one_of(T::TEXTS)
}

#[cold]
fn no_value<T: SegmentValue>(text: &str) -> ValueError {
    match Segment::new(text) {
        Ok(_) => not_one_of::<T>(),
        Err(error) => ValueError::new(alloc::string::ToString::to_string(&error)),
    }
}
