//! What every enum implements that is a text for each variant.

use proc_macro2::TokenStream;

use super::named::Named;
use crate::few;
use crate::here::{self, code};

pub(crate) struct ValueEnum<'e> {
    pub(crate) of: &'e Named,
    pub(crate) visibility: TokenStream,
    /// How it takes its receiver, and what is in it.
    pub(crate) as_str: [TokenStream; 2],
    /// The text of `self`.
    pub(crate) written: TokenStream,
    /// What each variant is written as, and what else is read as it.
    pub(crate) texts: Vec<&'e [String]>,
    /// The variants.
    pub(crate) values: &'e [TokenStream],
}

impl ValueEnum<'_> {
    pub(crate) fn implementations(&self) -> TokenStream {
        let Self {
            visibility,
            written,
            values,
            ..
        } = self;
        let [receiver, as_str] = &self.as_str;
        let header = self.of.in_header();
        let (implement, ty) = (&header.implement, &header.anonymous);
        let texts = || self.texts.iter().copied();
        let description = here::text(&few::description(texts()));
        let read = few::value_of(&code!(__topics), &code!(text), texts().zip(self.values));
        code! {
            #implement #ty {
                /// All values, in the order they were declared.
                #visibility const ALL: &'static [Self] = &[#(#values),*];

                /// The segment of this value.
                #[inline]
                #[must_use]
                #visibility const fn as_str(#receiver) -> &'static __topics::str {
                    #as_str
                }
            }

            #[automatically_derived]
            #implement __topics::SegmentValue for #ty {
                const TEXTS: __topics::Texts<'static> = __topics::Texts::from_checked(#description);

                #[inline]
                fn to_segment(&self) -> __topics::Segment<'_> {
                    __topics::checked_segment(#written)
                }

                #[inline]
                fn from_segment(segment: __topics::Segment<'_>) -> __topics::Result<Self, __topics::ValueError> {
                    __topics::FromStr::from_str(__topics::Segment::as_str(&segment))
                }
            }

            #[automatically_derived]
            #implement __topics::Display for #ty {
                #[inline]
                fn fmt(&self, f: &mut __topics::Formatter<'_>) -> __topics::fmt::Result {
                    __topics::Formatter::pad(f, #written)
                }
            }

            #[automatically_derived]
            #implement __topics::FromStr for #ty {
                // `Self::Err` would be the variant of a value `err`.
                type Err = __topics::ValueError;

                #[inline]
                fn from_str(text: &__topics::str) -> __topics::Result<Self, __topics::ValueError> {
                    __topics::parsed(#read, text)
                }
            }
        }
    }
}
