//! What both the struct of a line and the enum over all lines are and do.

use proc_macro2::{Ident, TokenStream};

use super::named::{Header, Named};
use super::tokens::Tokens;
use crate::here::{self, code};

/// What is a topic's own in that.
pub(super) struct OfTopic<'c> {
    pub(super) of: &'c Named,
    pub(super) header: &'c Header,
    pub(super) visibility: &'c Tokens,
    pub(super) items: TokenStream,
    pub(super) parse: Ident,
    /// What is said of `parse` and `into_owned`.
    pub(super) docs: [&'c str; 2],
    /// The type of the text that it is converted from.
    pub(super) text: TokenStream,
    /// Its former templates, if it has some.
    pub(super) former: Option<TokenStream>,
    pub(super) has_parse_with_template: bool,
    /// What shows its parts to `visit`.
    pub(super) parts: TokenStream,
}

impl OfTopic<'_> {
    /// Its methods, beside items of its own, and the traits that go with these.
    pub(super) fn implementations(&self) -> TokenStream {
        let Self {
            visibility,
            items,
            parse,
            text,
            parts,
            ..
        } = self;
        let Header {
            implement,
            others,
            generics,
            anonymous,
            borrowed,
            owned,
            conditions,
        } = self.header;
        let named = self.of.in_code();
        let (source, into) = (named.source(), named.owned());
        let [parse_doc, own_doc] = self.docs.map(here::text);
        let parse = self.at_name(code! {
            #visibility fn #parse(text: #source) -> __topics::Result<Self, __topics::ParseError>
        });
        let name = self.at_name(code!(#visibility fn name(&self) -> __topics::TopicName<'static>));
        let write_to =
            self.at_name(code!(#visibility fn write_to(&self, out: &mut __topics::String)));
        let into_owned = self.at_name(code!(#visibility fn into_owned(self) -> #into));
        let (with_template, former) = (self.parse_with_template(&source), self.former_names());
        code! {
            #implement #generics #borrowed #conditions {
                #items

                #[doc = #parse_doc]
                #[inline]
                #parse {
                    __topics::parse::<Self>(text)
                }

                #with_template

                /// Returns the name of the topic, as checked text.
                #[inline]
                #[must_use]
                #name {
                    __topics::name(self)
                }

                /// Appends the name of the topic to a string. This is the quickest way if the string is reused.
                #[inline]
                #write_to {
                    __topics::write_to(self, out);
                }

                #former

                #[doc = #own_doc]
                #[inline]
                #[must_use]
                #into_owned {
                    <Self as __topics::Member>::own(self)
                }
            }

            #[doc(hidden)]
            #implement #others __topics::Parts for #anonymous #conditions {
                #[inline]
                fn parts<AnyVisit: __topics::Visit>(&self, visit: AnyVisit) -> AnyVisit {
                    #parts
                }
            }

            #implement #others __topics::Display for #anonymous #conditions {
                #[inline]
                fn fmt(&self, f: &mut __topics::Formatter<'_>) -> __topics::fmt::Result {
                    __topics::display(self, f)
                }
            }

            #implement #generics __topics::TryFrom<#text> for #borrowed #conditions {
                // A topic may be called `Error`, and then `Self::Error` would be that variant.
                type Error = __topics::ParseError;

                #[inline]
                fn try_from(text: #text) -> __topics::Result<Self, __topics::ParseError> {
                    Self::parse(text)
                }
            }

            #implement #others __topics::FromStr for #owned #conditions {
                type Err = __topics::ParseError;

                #[inline]
                fn from_str(text: &__topics::str) -> __topics::Result<Self, __topics::ParseError> {
                    __topics::parse_owned::<Self>(text)
                }
            }
        }
    }

    /// A method, such that a message that points at it points at the name of the type.
    fn at_name(&self, method: TokenStream) -> Tokens {
        Tokens::new(method).ends_at(self.header.implement.span())
    }

    fn parse_with_template(&self, source: &TokenStream) -> Option<TokenStream> {
        let visibility = self.visibility;
        self.has_parse_with_template.then(|| {
            let method = self.at_name(code! {
                #visibility fn parse_with_template(
                    text: #source,
                ) -> __topics::Result<(Self, __topics::Template<'static>), __topics::ParseError>
            });
            code! {
                /// Parses the name of a topic, and returns the template that it matched, which may be a former one.
                ///
                /// # Errors
                ///
                /// Same as [`parse`](Self::parse).
                #[inline]
                #method {
                    __topics::parse_with_template::<Self>(text)
                }
            }
        })
    }

    fn former_names(&self) -> Option<TokenStream> {
        let (visibility, former) = (self.visibility, self.former.as_ref()?);
        let method = self.at_name(code! {
            #visibility fn former_names(&self) -> __topics::Vec<__topics::TopicName<'static>>
        });
        Some(code! {
            /// The former templates, in the order of the declaration; `parse` accepts their names too.
            #visibility const FORMER: &'static [__topics::Template<'static>] = #former;

            /// Returns the former names of the topic.
            #[must_use]
            #method {
                __topics::former_names(self)
            }
        })
    }
}

/// What the struct of a line, the enum of a declaration, or a pattern would derive otherwise, as the bodies of `clone`, `eq`,
/// `fmt` and `hash`, with `self`, `other`, `f` and `state`.
///
/// A derive would generate more than is needed: that a constant may be used as a pattern, which a text may not, and bounds
/// on the parameters and the types of the fields, which hold anyway.
pub(super) fn derived(
    implement: &TokenStream,
    of: &TokenStream,
    [clone, eq, debug, hash]: [&TokenStream; 4],
) -> TokenStream {
    code! {
        #[automatically_derived]
        #implement __topics::Clone for #of {
            #[inline]
            fn clone(&self) -> Self {
                #clone
            }
        }

        #[automatically_derived]
        #implement __topics::PartialEq for #of {
            #[inline]
            fn eq(&self, other: &Self) -> __topics::bool {
                #eq
            }
        }

        #[automatically_derived]
        #implement __topics::Eq for #of {}

        #[automatically_derived]
        #implement __topics::Debug for #of {
            #[inline]
            fn fmt(&self, f: &mut __topics::Formatter<'_>) -> __topics::fmt::Result {
                #debug
            }
        }

        #[automatically_derived]
        #implement __topics::Hash for #of {
            fn hash<AnyHasher: __topics::Hasher>(&self, state: &mut AnyHasher) {
                #hash
            }
        }
    }
}
