//! From text to parameters.

use alloc::borrow::Cow;

use topics_core::{Segment, Tail, Template, split};

use super::affix::strip_prefix;
use super::{Below, Description, Ends as _, Line, Member, Name, Parts, template_read};
use crate::parse_error::Cause;
use crate::{ParseError, SegmentValue, ValueError};

/// A checked topic and where its first segments end.
///
/// `ends` is as long as the longest template that is going to be compared, so one stack array serves
/// a whole hierarchy; a longer topic is counted, and only a tail can take what was not noted.
#[derive(Debug)]
pub struct Split<'a, 's> {
    pub(super) text: &'a str,
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

    /// Whether a name of a line matches the topic, whatever the types of its placeholders may refuse.
    fn fits(&self, name: &Name) -> bool {
        let Some((last, pieces)) = name.pieces.split_last() else {
            return false;
        };
        let (mut rest, mut ends) = (self.text, self.ends.iter());
        for piece in pieces {
            let Some(behind) = strip_prefix(rest, piece) else {
                return false;
            };
            // One segment; if it begins a tail, what is behind it belongs to it too.
            let start = self.text.len() - behind.len();
            let end = ends.find(|end| **end > start);
            rest = end.and_then(|end| self.text.get(*end..)).unwrap_or("");
        }
        name.has_tail || strip_prefix(rest, last).is_some_and(str::is_empty)
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

    /// The bytes of the segment at an index; empty, where there is none. To compare them is cheaper than to make a `str`
    /// of them.
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

impl<'a> Source<'a, '_> {
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

    /// The parameter of a placeholder with a type, which reads it.
    #[inline]
    pub fn value<T>(
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
        let places = name.places;
        match read(&Source { split, places }) {
            Ok(topic) => Some(topic),
            Err(refusal) => {
                self.remember(name.template, refusal);
                None
            }
        }
    }

    /// Reads a topic by any of the names of a line, the most specific first.
    #[inline]
    pub fn any_name<'a, T>(
        &mut self,
        split: &Split<'a, '_>,
        line: &'static Description,
        read: impl Fn(&Source<'a, '_>) -> Result<T, Refusal>,
    ) -> Option<T> {
        let names = line.order.iter().map(|index| line.name(*index));
        let mut fitting = names.filter(|name| split.fits(name));
        fitting.find_map(|name| self.read(split, name, &read))
    }

    /// Puts what was refused below a root.
    pub(super) fn raise(&mut self, below: &Below) {
        if let Some((template, refusal)) = &mut self.0 {
            let raise = |template: &mut _| *template = Below::raise(Some(below), *template);
            raise(template);
            match refusal {
                Refusal::OfAnotherLine(owner) => raise(owner),
                Refusal::Value { segment, .. } => *segment += below.root.split('.').count(),
            }
        }
    }

    #[cold]
    fn remember(&mut self, template: Template<'static>, refusal: Refusal) {
        self.0.get_or_insert((template, refusal));
    }
}

/// Lets a variant of an enum read a topic that another may have read, and takes that of the two whose name comes first in the
/// order; and so what was refused.
pub fn first<T: Parts>(
    split: &Split<'_, '_>,
    order: &[Template<'static>],
    refusals: &mut Refusals,
    found: Option<T>,
    read: impl FnOnce(&mut Refusals) -> Option<T>,
) -> Option<T> {
    let place = |name: Template<'_>| order.iter().position(|of| *of == name);
    let mut refused = Refusals::default();
    let topic = read(&mut refused);
    refusals.0 = match (refusals.0.take(), refused.0) {
        (Some(old), Some(new)) if place(old.0) <= place(new.0) => Some(old),
        (old, new) => new.or(old),
    };
    let place = |topic: &T| place(template_read(topic, split.text));
    match (found, topic) {
        (Some(old), Some(new)) if place(&old) <= place(&new) => Some(old),
        (old, new) => new.or(old),
    }
}

/// Reads a topic of a line or of a hierarchy.
#[inline]
pub fn parse<T: Member>(text: &str) -> Result<T::As<'_>, ParseError> {
    let mut ends = T::Room::ZERO;
    let split = Split::new(text, ends.as_mut(), T::PRESENT)?;
    let mut refusals = Refusals::default();
    match T::find(&split, &mut refusals) {
        Some(topic) => Ok(topic),
        None => {
            let unknown = Cause::Unknown(T::PRESENT);
            let refused = |(template, refusal)| Cause::Refused(template, refusal);
            Err(ParseError::new(text, refusals.0.map_or(unknown, refused)))
        }
    }
}

/// Reads a topic that borrows nothing.
pub fn parse_owned<T: Member>(text: &str) -> Result<T::Owned, ParseError> {
    parse::<T>(text).map(T::own)
}

/// Reads a topic by any of its names, and tells which it was.
pub fn parse_with_template<T: Member>(
    text: &str,
) -> Result<(T::As<'_>, Template<'static>), ParseError> {
    let topic = parse::<T>(text)?;
    let template = template_read(&topic, text);
    Ok((topic, template))
}

/// The name by which a hierarchy has read a text, if it has.
pub fn owner(topic: Result<impl Parts, ParseError>, text: &str) -> Option<Template<'static>> {
    topic.ok().map(|topic| template_read(&topic, text))
}

/// The value of a closed placeholder that any text is; one that is no segment is refused for what is wrong with it.
#[inline]
pub fn parsed<T: SegmentValue>(value: Option<T>, text: &str) -> Result<T, ValueError> {
    value.ok_or_else(|| no_value::<T>(text))
}

#[cold]
fn no_value<T: SegmentValue>(text: &str) -> ValueError {
    match Segment::new(text) {
        Ok(_) => ValueError::not_one_of(T::TEXTS),
        Err(error) => ValueError::new(alloc::string::ToString::to_string(&error)),
    }
}
