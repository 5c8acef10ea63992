//! From text to parameters.

use alloc::borrow::Cow;

use topics_core::{Segment, Tail, Template, split};

use super::ValueOf;
use crate::parse_error::Refused;
use crate::{ParseError, SegmentValue, TopicType, ValueError};

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
    pub fn new(
        text: &'a str,
        ends: &'s mut [usize],
        templates: &'static [Template<'static>],
    ) -> Result<Self, ParseError> {
        // Unlike the check that tells what is wrong, this one copies nothing where something is.
        let Some(count) = split::ends(text, ends) else {
            return Err(ParseError::not_a_topic(text, templates));
        };
        Ok(Self { text, ends, count })
    }

    /// How many segments the topic has.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The segment at an index; empty, and so equal to no literal, where there is none.
    pub fn get(&self, index: usize) -> &'a str {
        let end = self.ends.get(index).copied().unwrap_or(0);
        self.text.get(self.start(index)..end).unwrap_or("")
    }

    fn start(&self, index: usize) -> usize {
        match index.checked_sub(1) {
            None => 0,
            Some(before) => self.ends.get(before).map_or(usize::MAX, |end| end + 1),
        }
    }

    /// The parameter of a plain placeholder.
    pub fn segment(&self, index: usize) -> Segment<'a> {
        Segment::from_checked(Cow::Borrowed(self.get(index)))
    }

    /// The parameter of a tail placeholder that begins at an index.
    pub fn tail(&self, index: usize) -> Tail<'a> {
        Tail::from_checked(Cow::Borrowed(
            self.text.get(self.start(index)..).unwrap_or(""),
        ))
    }

    /// The parameter of a closed placeholder.
    pub fn closed<T: SegmentValue>(&self, index: usize) -> Result<T, Refusal> {
        self.value(index, T::from_segment)
    }

    /// The parameter of a typed placeholder.
    pub fn typed<T>(&self, index: usize, of: &ValueOf<T>) -> Result<T, Refusal> {
        self.value(index, |segment| of.from_segment(segment))
    }

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

/// Why a topic is not of a template.
#[derive(Debug)]
pub enum Refusal {
    /// The template does not match it.
    Shape,
    /// The template matches it, but a placeholder's type refuses a parameter.
    Value { segment: usize, error: ValueError },
}

/// A type that is read from a split topic.
pub trait Read<'a>: Sized {
    fn read(split: &Split<'a, '_>) -> Result<Self, Refusal>;
}

/// The templates that would have matched but for a parameter; the first is the most specific.
#[derive(Default)]
#[expect(missing_debug_implementations, reason = "internal")]
pub struct Refusals(Option<Refused>);

impl Refusals {
    pub const fn new() -> Self {
        Self(None)
    }

    /// Tries to read the topic as a `T`, and remembers a parameter that was refused.
    pub fn read<'a, T: Read<'a> + TopicType>(&mut self, split: &Split<'a, '_>) -> Option<T> {
        self.take(T::TEMPLATE, T::read(split))
    }

    /// Takes what was read of a template, and remembers a parameter that was refused.
    pub fn take<T>(
        &mut self,
        template: Template<'static>,
        result: Result<T, Refusal>,
    ) -> Option<T> {
        match result {
            Ok(topic) => Some(topic),
            Err(Refusal::Shape) => None,
            Err(Refusal::Value { segment, error }) => {
                self.0.get_or_insert(Refused {
                    template,
                    segment,
                    error,
                });
                None
            }
        }
    }

    /// The error of a topic that nothing could be read from.
    pub fn into_error(self, text: &str, templates: &'static [Template<'static>]) -> ParseError {
        match self.0 {
            Some(refused) => ParseError::parameter(text, refused),
            None => ParseError::unknown(text, templates),
        }
    }
}

/// Reads a topic of one template, which has `SEGMENTS` segments.
pub fn parse<'a, T, const SEGMENTS: usize>(text: &'a str) -> Result<T, ParseError>
where
    T: Read<'a> + TopicType,
{
    let templates = const { &[T::TEMPLATE] };
    let mut ends = [0; SEGMENTS];
    let split = Split::new(text, &mut ends, templates)?;
    let mut refusals = Refusals::new();
    match refusals.read(&split) {
        Some(topic) => Ok(topic),
        None => Err(refusals.into_error(text, templates)),
    }
}

/// Reads a value of a closed placeholder from any text.
pub fn parse_value<T: SegmentValue>(text: &str) -> Result<T, ValueError> {
    match Segment::new(text) {
        Ok(segment) => T::from_segment(segment),
        Err(error) => Err(ValueError::new(alloc::format!("{error}"))),
    }
}
