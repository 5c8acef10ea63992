//! From text to parameters.

use alloc::borrow::Cow;

use topics_core::{Segment, Tail, Template, split};

use super::{Ends as _, Line, ValueOf};
use crate::parse_error::Refused;
use crate::{ParseError, SegmentValue, ValueError};

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
            return Err(not_a_topic(text, templates));
        };
        Ok(Self { text, ends, count })
    }

    /// How many segments the topic has.
    #[inline]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Refuses a topic that a template does not match: one of so many segments, or more if it ends in a
    /// tail, with these literals among them. `is_known` says that it does.
    #[inline]
    pub fn fits(
        &self,
        is_known: bool,
        segments: usize,
        has_tail: bool,
        literals: &[(usize, &str)],
    ) -> Result<(), Refusal> {
        if is_known {
            return Ok(());
        }
        let has_count = self.count == segments || (has_tail && self.count > segments);
        if has_count && self.has(literals) {
            Ok(())
        } else {
            Err(Refusal::Shape)
        }
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

    /// The parameter of a plain placeholder.
    #[inline]
    pub fn segment(&self, index: usize) -> Segment<'a> {
        Segment::from_checked(Cow::Borrowed(self.get(index)))
    }

    /// The parameter of a tail placeholder that begins at an index.
    #[inline]
    pub fn tail(&self, index: usize) -> Tail<'a> {
        Tail::from_checked(Cow::Borrowed(
            self.text.get(self.start(index)..).unwrap_or(""),
        ))
    }

    /// The parameter of a closed placeholder.
    #[inline]
    pub fn closed<T: SegmentValue>(&self, index: usize) -> Result<T, Refusal> {
        self.value(index, T::from_segment)
    }

    /// The parameter of a typed placeholder.
    pub fn typed<T>(&self, index: usize, of: &ValueOf<T>) -> Result<T, Refusal> {
        self.value(index, |segment| of.from_segment(segment))
    }

    #[inline]
    fn value<T>(
        &self,
        index: usize,
        read: impl FnOnce(Segment<'a>) -> Result<T, ValueError>,
    ) -> Result<T, Refusal> {
        read(self.segment(index)).map_err(|error| Refusal::Value {
            segment: index,
            error,
        })
    }
}

#[cold]
fn not_a_topic(text: &str, templates: &'static [Template<'static>]) -> ParseError {
    ParseError::not_a_topic(text, templates)
}

/// Why a topic is not of a template.
#[derive(Debug)]
pub enum Refusal {
    /// The template does not match it.
    Shape,
    /// The template matches it, but a placeholder's type refuses a parameter.
    Value { segment: usize, error: ValueError },
}

/// The templates that would have matched but for a parameter; the first is the most specific.
#[derive(Default)]
#[expect(missing_debug_implementations, reason = "internal")]
pub struct Refusals(Option<Refused>);

impl Refusals {
    pub const fn new() -> Self {
        Self(None)
    }

    /// Reads a topic that is known to fit a name of a line, by the index of that name, and remembers a
    /// parameter that was refused.
    #[inline]
    pub fn read<'a, T: Line>(&mut self, split: &Split<'a, '_>, name: usize) -> Option<T::Of<'a>> {
        self.take(template_of::<T>(name), T::read(split, name, true))
    }

    /// Takes what was read of a template, and remembers a parameter that was refused.
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
        if let Refusal::Value { segment, error } = refusal {
            self.0.get_or_insert(Refused {
                template,
                segment,
                error,
            });
        }
    }

    /// The error of a topic that nothing could be read from.
    #[cold]
    pub fn into_error(self, text: &str, templates: &'static [Template<'static>]) -> ParseError {
        match self.0 {
            Some(refused) => ParseError::parameter(text, refused),
            None => ParseError::unknown(text, templates),
        }
    }
}

/// The name of a line at an index: the template, and behind it those that it had before.
fn template_of<T: Line>(name: usize) -> Template<'static> {
    let former = name.checked_sub(1).and_then(|former| T::FORMER.get(former));
    former.copied().unwrap_or(T::TEMPLATE)
}

/// Reads a topic of one line.
pub fn parse<T: Line>(text: &str) -> Result<T::Of<'_>, ParseError> {
    parse_with_template::<T>(text).map(|(topic, _)| topic)
}

/// Reads a topic of one line, by any of its names, and tells which it was.
pub fn parse_with_template<T: Line>(
    text: &str,
) -> Result<(T::Of<'_>, Template<'static>), ParseError> {
    let templates = const { &[T::TEMPLATE] };
    let mut ends = T::Ends::ZERO;
    let split = Split::new(text, ends.as_mut_slice(), templates)?;
    let mut refusals = Refusals::new();
    for name in T::ORDER {
        let template = template_of::<T>(*name);
        if let Some(topic) = refusals.take(template, T::read(&split, *name, false)) {
            return Ok((topic, template));
        }
    }
    Err(refusals.into_error(text, templates))
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
    ValueError::not_one_of(T::TEXTS.unwrap_or_default())
}

#[cold]
fn no_value<T: SegmentValue>(text: &str) -> ValueError {
    match Segment::new(text) {
        Ok(_) => not_one_of::<T>(),
        Err(error) => ValueError::new(alloc::format!("{error}")),
    }
}
