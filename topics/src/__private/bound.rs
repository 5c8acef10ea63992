//! Patterns of one template, some of its placeholders set.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::{fmt, iter};

use topics_core::{Pattern, PlaceholderKind, Segment, Template, TemplateSegment};

use crate::{BuildError, IntoSegment, IntoTail};

/// The parameters that have been set, one place for each of the template's `N` placeholders.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bound<'a, const N: usize> {
    template: Template<'static>,
    parameters: [Option<Cow<'a, str>>; N],
}

impl<'a, const N: usize> Bound<'a, N> {
    /// Nothing set: a wildcard for every placeholder.
    pub const fn new(template: Template<'static>) -> Self {
        Self {
            template,
            parameters: [const { None }; N],
        }
    }

    fn set(mut self, index: usize, text: Cow<'a, str>) -> Self {
        if let Some(parameter) = self.parameters.get_mut(index) {
            *parameter = Some(text);
        }
        self
    }

    pub fn segment(
        self,
        index: usize,
        name: &'static str,
        text: impl IntoSegment<'a>,
    ) -> Result<Self, BuildError> {
        let segment = super::segment(text, self.template, name)?;
        Ok(self.set(index, segment.into()))
    }

    pub fn tail(
        self,
        index: usize,
        name: &'static str,
        text: impl IntoTail<'a>,
    ) -> Result<Self, BuildError> {
        let tail = super::tail(text, self.template, name)?;
        Ok(self.set(index, tail.into()))
    }

    #[must_use]
    pub fn value(self, index: usize, value: Segment<'_>) -> Self {
        self.set(index, value.into_owned().into())
    }

    pub fn to_pattern(&self) -> Pattern<'static> {
        bind(self.template, self.parameters.iter())
    }

    /// The pattern, and the same one of each former template, which has the same placeholders in any order.
    pub fn to_patterns(&self, former: &[Template<'static>]) -> Vec<Pattern<'static>> {
        let former = former.iter().map(|former| {
            let parameters = former.placeholders().map(|placeholder| {
                let mut own = self.template.placeholders().zip(&self.parameters);
                let parameter = own.find(|(own, _)| own.name() == placeholder.name());
                parameter.map_or(&None, |(_, parameter)| parameter)
            });
            bind(*former, parameters)
        });
        iter::once(self.to_pattern()).chain(former).collect()
    }
}

/// The pattern of a template with these parameters, one for each placeholder.
fn bind<'p>(
    template: Template<'static>,
    mut parameters: impl Iterator<Item = &'p Option<Cow<'p, str>>>,
) -> Pattern<'static> {
    let mut text = String::with_capacity(template.as_str().len());
    for (index, segment) in template.segments().enumerate() {
        if index > 0 {
            text.push('.');
        }
        match segment {
            TemplateSegment::Literal(literal) => text.push_str(literal),
            TemplateSegment::Placeholder(placeholder) => {
                let wildcard = match placeholder.kind() {
                    PlaceholderKind::Tail => ">",
                    _ => "*",
                };
                let parameter = parameters.next().and_then(Option::as_deref);
                text.push_str(parameter.unwrap_or(wildcard));
            }
        }
    }
    Pattern::from_checked(text.into())
}

impl<const N: usize> fmt::Display for Bound<'_, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_pattern().fmt(f)
    }
}
